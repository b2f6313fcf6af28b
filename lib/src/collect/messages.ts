import type { Platform } from "../campaign/index.js";
import type { Mark } from "./log-row.js";

/** One settled request, for those who watch. */
export interface Settled {
  run: number;
  platform: Platform;
  workload: string;
  status: number;
  responseTimeMs: number;
  coldStart: boolean;
  marks: Mark[];
}

/** From the processor inside Artillery, through its reporter, to the collector. */
export type FromArtillery =
  | {
      type: "tick";
      settled: Settled[];
      askedPerSecond: number;
      achievedPerSecond: number;
      run: number;
    }
  /**
   * A run is over as far as sending goes: what its phases asked for and what Artillery made of it.
   */
  | { type: "run sent"; run: number; requests: number; askedSeconds: number; tookSeconds: number }
  /** After a stop: nothing is in flight any more. Requests sent by Artillery's own count. */
  | { type: "drained"; artillerySent: number }
  /** A row could not be written. */
  | { type: "broken"; message: string }
  | { type: "phase"; index: number }
  /** Artillery's own end and its own counters. */
  | { type: "done"; counters: Record<string, number> };

/** From the collector to the processor. */
export type ToArtillery = { type: "stop" };

/** Connects the processor's thread with that of the reporter. */
export const CHANNEL = "study-collect";
