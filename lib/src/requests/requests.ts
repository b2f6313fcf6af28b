import type { WindowHours, Workload } from "../campaign/index.js";

/** Where a set of requests came from; shown wherever its numbers are. */
export interface Provenance {
  /** Simulated where every log row says `"simulated": true`; a mixture is refused. */
  kind: "measured" | "simulated";
  /**
   * Present where rows say that they were collected from stand-ins for both platforms on one
   * machine: real times, but not the platforms'.
   */
  local?: true;
  /** Short name for titles: the folder's name, or the plan's with its seed. */
  name: string;
}

/** Code in a coded column for "not in the log". */
export const MISSING = 255;

/**
 * A campaign as columns, one entry a request, in the order of files (by path) and lines. Numbers a
 * request does not have are NaN; codes it does not have are MISSING. Rows are never objects: 88,286
 * or 10 million, the code is the same.
 */
export interface Requests {
  rowCount: number;
  provenance: Provenance;
  /**
   * Paths of the log files, relative to the source, with `/`; `fileIndex` and `lineNumber` (from 1)
   * name a row's place in them.
   */
  files: string[];
  fileIndex: Uint32Array;
  lineNumber: Uint32Array;
  /**
   * 53 bits of a hash of `request_id`: equal ids have equal hashes. NaN where there was no id (or
   * it was "unknown").
   */
  requestIdHash: Float64Array;
  /** ECS, LAMBDA or NO_PLATFORM (the request failed before a platform answered). */
  platform: Uint8Array;
  /**
   * Index in `workloadNames`, which begins with WORKLOADS; MISSING where the log says "unknown".
   */
  workload: Uint8Array;
  workloadNames: (Workload | string)[];
  /**
   * Memory in MB that each workload's function is declared with, by name, where a study states it;
   * the thesis's own where left out.
   */
  declaredMemoryMb?: Readonly<Record<string, number>>;
  /**
   * Windows and load patterns in the order of their codes, where they are not the thesis's: those
   * that a study declares, then others as the logs bring them. `windowsOf` and `patternNames` give
   * the names.
   */
  windows?: readonly WindowHours[];
  patterns?: readonly string[];
  /** UTC, ms since 1970. */
  timestampMs: Float64Array;
  /** 0 where the client never got an answer (a time-out, a refused connection). */
  httpStatus: Uint16Array;
  /** Client's clock, send to full answer. */
  responseTimeMs: Float64Array;
  /**
   * Platform's clock, inside the handler; NaN on failed requests (no platform, or no 2xx), whatever
   * they logged.
   */
  executionTimeMs: Float64Array;
  /** Planned size of the body, KiB; NaN in the first campaign, which logged none. */
  targetPayloadKb: Float64Array;
  /** Size that was really sent, KiB. */
  actualPayloadKb: Float64Array;
  /**
   * The size that the study groups by, KiB: `namePayloads` over the whole campaign. Selected rows
   * keep the name they have there. Not stored: whoever makes or reads a campaign names its sizes.
   */
  payloadKb: Float64Array;
  /** Index in `windowsOf(requests)`; MISSING where it was not logged, as in the first campaign. */
  timeWindow: Uint8Array;
  /** Index in `patternNames(requests)`; MISSING where it was not logged. */
  loadPattern: Uint8Array;
  memoryUsedMb: Float64Array;
  memoryLimitMb: Float64Array;
  /** 1 cold, 0 warm, MISSING where the platform says nothing (ECS, failures). */
  coldStart: Uint8Array;
  cpuPercent: Float64Array;
  /**
   * 53 bits of a hash of `pair_id`: both halves of a pair, one request sent to both platforms at
   * the same moment, have the same. NaN for a request that was sent to one platform only.
   */
  pairIdHash: Float64Array;
  /** 1 for the half of a pair that was sent first, 0 for the other; MISSING where not logged. */
  sentFirst: Uint8Array;
  /** Lambda: ms that AWS bills; NaN where not logged. */
  billedDurationMs: Float64Array;
  /** Lambda: ms of a cold start's initialisation; NaN where not logged (and on warm requests). */
  initDurationMs: Float64Array;
  /** ECS: tasks of the service that were running; NaN where not logged. */
  runningTasks: Float64Array;
}

/**
 * A line that could not become a row, kept whole. `line` counts from 1; `field` is null where the
 * whole line is at fault.
 */
export interface QuarantinedLine {
  file: string;
  line: number;
  field: string | null;
  reason: string;
  raw: string;
}
