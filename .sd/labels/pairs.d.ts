/**
 * Share of all pairs (a, b) with a < b strictly: the Mann-Whitney statistic without half counts for
 * ties. O(n log n).
 */
export declare function belowShare(left: ArrayLike<number>, right: ArrayLike<number>): number;
/** Points in the plane of latency and cost. */
export interface Points {
    latencyMs: Float64Array;
    costUsd: Float64Array;
}
/**
 * Share of all pairs (a, b) in which a is strictly below b on *both* axes, over all pairs exactly,
 * in O(n log n).
 */
export declare function bothBelowShare(left: Points, right: Points): number;
/**
 * The placements of a two-sample comparison (Sen, 1960; DeLong et al., 1988): for each point of
 * `left` the share of `right` it is below on both axes, for each point of `right` the share of
 * `left` that is below it. Both average to `bothBelowShare`; their scatter is its sampling error.
 */
export declare function pairPlacements(left: Points, right: Points): {
    left: Float64Array;
    right: Float64Array;
};
