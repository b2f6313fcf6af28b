import type { ColumnType } from "./columns.js";
/**
 * What the other platform would have done with the same request at the same moment, as a simulator
 * can know it. One entry a row of the requests read with it. It must never become a feature, a
 * label or a column of Requests: only a judge of routing decisions may look at it.
 */
export interface Counterfactual {
    /** The other platform; NO_PLATFORM where the row has no counterfactual. */
    platform: Uint8Array;
    /** NaN where the other platform would have failed, and where there is no counterfactual. */
    executionTimeMs: Float64Array;
    responseTimeMs: Float64Array;
    httpStatus: Uint16Array;
    /** 1 cold, 0 warm, MISSING where it does not apply. */
    coldStart: Uint8Array;
}
export declare const COUNTERFACTUAL_COLUMNS: Readonly<Record<keyof Counterfactual, ColumnType>>;
