import type { Cells } from "../requests/index.js";
import type { ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
/** How policy values are known. */
export type EstimationMethod = "counterfactual" | "matching" | "inverse propensity" | "doubly robust";
/** Requests that could not be judged, with the reason. */
export interface Refusal {
    reason: string;
    rows: number;
    cells: number;
    /** The largest of those cells, by name, where cells have names. */
    largest: string[];
}
/** What a policy's mean of each measure is, given how much each block of time weighs. */
export interface ValueEstimator {
    method: EstimationMethod;
    /** Requests judged. */
    rows: number;
    refused: Refusal;
    /**
     * Share of the judged requests that the policy sends to Lambda, then the mean of each measure.
     */
    means(policy: Policy): (blockWeight: ArrayLike<number>) => Float64Array;
    /**
     * The latency's distribution under the policy: requests in ascending order of their latency
     * (Infinity: never answered), with the weight each has in it.
     */
    latencies(policy: Policy): WeightedLatencies;
}
export interface WeightedLatencies {
    row: Uint32Array;
    latencyMs: Float64Array;
    /** Null where every request weighs 1. */
    weight: Float64Array | null;
}
/** How requests are cut into cells (for comparison) and blocks of time (for the intervals). */
export interface Strata {
    /** Cell of each row, 0 to cellCount - 1. */
    cellOfRow: Uint32Array;
    cellCount: number;
    cellName?: (cell: number) => string;
    /**
     * Block of each row; requests near in time share their fate, so blocks are resampled, not
     * requests.
     */
    blockOfRow: Uint32Array;
    blockCount: number;
    /** Run of each block; one run where left out. */
    runOfBlock?: Uint32Array;
}
/** Strata from cells and blocks as they are made from requests. */
export declare function strataOf(cells: Pick<Cells, "codeOfRow" | "codeCount"> & Partial<Pick<Cells, "name">>, blocks: Pick<Strata, "blockOfRow" | "blockCount" | "runOfBlock">): Strata;
/**
 * Which rows can be judged: those whose outcome is known and, where cells are given, whose cell was
 * seen on both platforms (positivity). A cell that one platform never served says nothing of what
 * it would have made of the cell's requests.
 */
export declare function judgeable({ platform, latencyMs, costUsd }: ObservedOutcomes, cells: Pick<Strata, "cellOfRow" | "cellCount" | "cellName"> | null): {
    judged: Uint8Array;
    rows: number;
    refused: Refusal;
};
/** Block sums added up with the blocks' weights. */
export declare function weighted(values: Float64Array, weight: ArrayLike<number>): number;
