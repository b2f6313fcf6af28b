import { table } from "arquero";
import { LOAD_PATTERNS, PLATFORMS, TIME_WINDOWS } from "../campaign/index.js";
import { MISSING } from "./requests.js";
/**
 * The requests as an Arquero table, one row a request, for questions in a notebook: columns as in
 * Requests with codes turned into names (null for none), cold starts into true and false, time
 * stamps into dates, and `payloadKb` as the study groups by it. Numbers a request does not have are
 * NaN, which Arquero's aggregates pass over.
 */
export function requestsTable(requests) {
    const names = (codes, of) => Array.from(codes, (code) => of[code] ?? null);
    return table({
        file: names(requests.fileIndex, requests.files),
        lineNumber: requests.lineNumber,
        platform: names(requests.platform, PLATFORMS),
        workload: names(requests.workload, requests.workloadNames),
        timestamp: Array.from(requests.timestampMs, (ms) => new Date(ms)),
        timeWindow: names(requests.timeWindow, TIME_WINDOWS),
        loadPattern: names(requests.loadPattern, LOAD_PATTERNS),
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
//# sourceMappingURL=table.js.map