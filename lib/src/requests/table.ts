import { table, type ColumnTable } from "arquero";
import { PLATFORMS } from "../campaign/index.js";
import { MISSING, type Requests } from "./requests.js";
import { patternNames, windowNames } from "./scenarios.js";

/**
 * The requests as an Arquero table, one row a request, for questions in a notebook: columns as in
 * Requests with codes turned into names (null for none), cold starts into true and false, time
 * stamps into dates, and `payloadKb` as the study groups by it. Numbers a request does not have are
 * NaN, which Arquero's aggregates pass over.
 */
export function requestsTable(requests: Requests): ColumnTable {
  const names = (codes: ArrayLike<number>, of: readonly string[]): (string | null)[] =>
    Array.from(codes, (code) => of[code] ?? null);
  return table({
    file: names(requests.fileIndex, requests.files),
    lineNumber: requests.lineNumber,
    platform: names(requests.platform, PLATFORMS),
    workload: names(requests.workload, requests.workloadNames),
    timestamp: Array.from(requests.timestampMs, (ms) => new Date(ms)),
    timeWindow: names(requests.timeWindow, windowNames(requests)),
    loadPattern: names(requests.loadPattern, patternNames(requests)),
    payloadKb: requests.payloadKb,
    targetPayloadKb: requests.targetPayloadKb,
    actualPayloadKb: requests.actualPayloadKb,
    httpStatus: requests.httpStatus,
    responseTimeMs: requests.responseTimeMs,
    executionTimeMs: requests.executionTimeMs,
    coldStart: Array.from(requests.coldStart, (cold) => (cold === MISSING ? null : cold === 1)),
    memoryUsedMb: requests.memoryUsedMb,
    memoryLimitMb: requests.memoryLimitMb,
    cpuPercent: requests.cpuPercent,
  });
}
