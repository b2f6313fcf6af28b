import { type PriceTable, type TaskSize } from "../campaign/index.js";
import type { Requests } from "../requests/index.js";
import type { CostModel } from "./labels.js";
/** What costs depend on beside the log. */
export interface CostTerms {
    cost: CostModel;
    prices: PriceTable;
    taskSizes: Readonly<Record<string, TaskSize>>;
}
/** The thesis's own formula and figures: they reproduce its labels. */
export declare const THESIS_COST: CostTerms;
/**
 * USD of each request by a cost model; NaN where it never ran (no execution time, no platform) or
 * where its workload has no known task size. Lambda is charged by the memory limit its log line
 * records, else by the one the thesis's logs record for the workload.
 */
export declare function requestCostUsd(requests: Requests, { cost: model, prices, taskSizes }: CostTerms): Float64Array;
/**
 * What AWS bills a Lambda request for, ms: as the log says; else its execution, a cold start's
 * initialisation included (since August 2025), rounded up to the millisecond.
 */
export declare function lambdaBilledMs({ billedDurationMs, initDurationMs, executionTimeMs, coldStart }: Requests, row: number): number;
