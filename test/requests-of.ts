import { WORKLOADS } from "lib/campaign";
import { MISSING, namePayloads, type Requests } from "lib/requests";

/**
 * One request as a test states it; everything left out is as a warm, answered Lambda request of the
 * lightweight workload has it.
 */
export interface StatedRequest {
  platform?: number;
  workload?: number;
  timestampMs?: number;
  httpStatus?: number;
  responseTimeMs?: number;
  executionTimeMs?: number;
  targetPayloadKb?: number;
  actualPayloadKb?: number;
  timeWindow?: number;
  loadPattern?: number;
  memoryLimitMb?: number;
  coldStart?: number;
  /** Both halves of a pair have the same; NaN for a request sent to one platform only. */
  pairIdHash?: number;
  sentFirst?: number;
  billedDurationMs?: number;
  initDurationMs?: number;
  runningTasks?: number;
}

/** The columns of so many rows that only a duet's logs fill. */
export function notInPairs(
  rows: number,
): Pick<
  Requests,
  "pairIdHash" | "sentFirst" | "billedDurationMs" | "initDurationMs" | "runningTasks"
> {
  const unknown = (): Float64Array => new Float64Array(rows).fill(NaN);
  return {
    pairIdHash: unknown(),
    sentFirst: new Uint8Array(rows).fill(MISSING),
    billedDurationMs: unknown(),
    initDurationMs: unknown(),
    runningTasks: unknown(),
  };
}

/** Columns from stated requests, in the order given, one second apart. */
export function requestsOf(stated: readonly StatedRequest[]): Requests {
  const numbers = (value: (request: StatedRequest, row: number) => number): Float64Array =>
    Float64Array.from(stated, value);
  const codes = (value: (request: StatedRequest) => number): Uint8Array =>
    Uint8Array.from(stated, value);
  const targetPayloadKb = numbers((r) => r.targetPayloadKb ?? 1);
  const actualPayloadKb = numbers((r) => r.actualPayloadKb ?? r.targetPayloadKb ?? 1);
  const isLambda = (request: StatedRequest): boolean => (request.platform ?? 1) === 1;
  return {
    rowCount: stated.length,
    provenance: { kind: "simulated", name: "stated in a test" },
    files: ["stated.jsonl"],
    fileIndex: new Uint32Array(stated.length),
    lineNumber: Uint32Array.from(stated, (_, row) => row + 1),
    requestIdHash: numbers((_, row) => row),
    platform: codes((r) => r.platform ?? 1),
    workload: codes((r) => r.workload ?? 0),
    workloadNames: [...WORKLOADS],
    timestampMs: numbers((r, row) => r.timestampMs ?? Date.UTC(2025, 10, 22, 12) + row * 1000),
    httpStatus: Uint16Array.from(stated, (r) => r.httpStatus ?? 200),
    responseTimeMs: numbers((r) => r.responseTimeMs ?? (r.executionTimeMs ?? 100) + 50),
    executionTimeMs: numbers((r) => r.executionTimeMs ?? 100),
    targetPayloadKb,
    actualPayloadKb,
    payloadKb: namePayloads({ targetPayloadKb, actualPayloadKb }),
    timeWindow: codes((r) => r.timeWindow ?? 0),
    loadPattern: codes((r) => r.loadPattern ?? 0),
    memoryUsedMb: numbers(() => 64),
    memoryLimitMb: numbers((r) => r.memoryLimitMb ?? (isLambda(r) ? 128 : NaN)),
    coldStart: codes((r) => r.coldStart ?? (isLambda(r) ? 0 : MISSING)),
    cpuPercent: numbers((r) => (isLambda(r) ? NaN : 0)),
    pairIdHash: numbers((r) => r.pairIdHash ?? NaN),
    sentFirst: codes((r) => r.sentFirst ?? MISSING),
    billedDurationMs: numbers((r) => r.billedDurationMs ?? NaN),
    initDurationMs: numbers((r) => r.initDurationMs ?? NaN),
    runningTasks: numbers((r) => r.runningTasks ?? NaN),
  };
}
