import type { RequestColumns } from "./columns.js";
import { type Fault, type LogRecord } from "./fields.js";
import type { WorkloadCodes } from "./workload-codes.js";
/**
 * Failed requests are logged under "unknown" or "undefined": the client never learnt who was to
 * answer.
 */
export declare const PLATFORM_CODES: ReadonlyMap<string, number>;
/**
 * Writes a log record into row `row` of `to`, or says why it cannot be a row (the row then holds
 * leftovers and must not be counted). Both campaigns' formats. Required: platform, workload_type,
 * timestamp, http_status, response_time_ms and, where a platform answered with a 2xx,
 * metrics.execution_time_ms. Everything else may be absent or null. A window or pattern outside the
 * vocabulary is a fault and no new code: it would have no hours, and no rate, to be checked
 * against.
 */
export declare function readRecord(record: LogRecord, to: RequestColumns, row: number, workloads: WorkloadCodes): Fault | null;
