import { type Counterfactual } from "./counterfactual-columns.js";
import { type ReadOptions, type RequestLog } from "./read-requests.js";
export interface CounterfactualLog extends RequestLog {
    counterfactual: Counterfactual;
}
/**
 * Reads simulated logs with the field `counterfactual: {platform, execution_time_ms,
 * response_time_ms, http_status, cold_start}` of each row, beside exactly the requests that
 * `readRequests` gives. Throws RequestSourceError where `readRequests` does, for a counterfactual
 * that is malformed (the simulator is at fault then, not a log line), and for logs in which no row
 * has one.
 */
export declare function readCounterfactual(source: string, options?: ReadOptions): Promise<CounterfactualLog>;
