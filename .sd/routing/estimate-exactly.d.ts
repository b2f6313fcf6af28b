import type { BothOutcomes } from "./outcomes.js";
import { type EstimationMethod, type Refusal, type Strata, type ValueEstimator, type WeightedLatencies } from "./estimator.js";
import { type MeasureColumn } from "./measures.js";
import type { Policy } from "./policies.js";
/**
 * Policy values where both outcomes of every request are known (simulated campaigns): plain means
 * of what the chosen platform makes of each request. "Known" means for this one request sent
 * elsewhere, all others being as they were: a policy that moves much of the load changes what the
 * platforms make of it, and that no log can say.
 */
export declare function exactEstimator(both: BothOutcomes, strata: Pick<Strata, "blockOfRow" | "blockCount">, sloLimitsMs: readonly number[]): ValueEstimator;
/** Which rows an estimate is made of, and the strata they lie in. */
export interface EstimatedRows {
    judged: Uint8Array;
    refused: Refusal;
    strata: Pick<Strata, "blockOfRow" | "blockCount">;
}
/**
 * The estimator that averages, over the judged rows, the chosen platform's column of each measure.
 */
export declare function chosenColumns(method: EstimationMethod, columns: readonly (readonly MeasureColumn[])[], { judged, refused, strata: { blockOfRow, blockCount } }: EstimatedRows, latencies: (policy: Policy) => WeightedLatencies): ValueEstimator;
