import { lowerBound, sortedCopy } from "../statistics/index.js";
/**
 * Share of all pairs (a, b) with a < b strictly: the Mann-Whitney statistic without half counts for
 * ties. O(n log n).
 */
export function belowShare(left, right) {
    const a = sortedCopy(left);
    const b = sortedCopy(right);
    let pairs = 0;
    for (let i = 0, j = 0; j < b.length; j++) {
        while (i < a.length && a[i] < b[j])
            i++;
        pairs += i;
    }
    return pairs / (a.length * b.length);
}
/**
 * Share of all pairs (a, b) in which a is strictly below b on *both* axes, over all pairs exactly,
 * in O(n log n).
 */
export function bothBelowShare(left, right) {
    const pairs = countBothBelow(left, right).reduce((sum, count) => sum + count, 0);
    return pairs / (left.latencyMs.length * right.latencyMs.length);
}
/**
 * The placements of a two-sample comparison (Sen, 1960; DeLong et al., 1988): for each point of
 * `left` the share of `right` it is below on both axes, for each point of `right` the share of
 * `left` that is below it. Both average to `bothBelowShare`; their scatter is its sampling error.
 */
export function pairPlacements(left, right) {
    const n = left.latencyMs.length;
    const m = right.latencyMs.length;
    return {
        left: Float64Array.from(countBothBelow(negated(right), negated(left)), (count) => count / m),
        right: Float64Array.from(countBothBelow(left, right), (count) => count / n),
    };
}
/**
 * For each point of `right` the number of points of `left` strictly below it on both axes: the
 * points are swept by latency while a Fenwick tree (Fenwick, 1994) over the ranks of cost holds
 * those of `left` already passed.
 */
function countBothBelow(left, right) {
    const n = left.latencyMs.length;
    const m = right.latencyMs.length;
    const costs = sortedCopy(left.costUsd);
    const tree = new Uint32Array(n + 1);
    const counts = new Uint32Array(m);
    const leftOrder = byLatency(left);
    const rightOrder = byLatency(right);
    for (let i = 0, j = 0; j < m; j++) {
        const at = rightOrder[j];
        for (; i < n && left.latencyMs[leftOrder[i]] < right.latencyMs[at]; i++) {
            for (let slot = lowerBound(costs, left.costUsd[leftOrder[i]]) + 1; slot <= n; slot += slot & -slot)
                tree[slot]++;
        }
        for (let slot = lowerBound(costs, right.costUsd[at]); slot > 0; slot -= slot & -slot)
            counts[at] += tree[slot];
    }
    return counts;
}
function byLatency({ latencyMs }) {
    return Uint32Array.from(latencyMs, (_, i) => i).sort((i, j) => latencyMs[i] - latencyMs[j]);
}
function negated({ latencyMs, costUsd }) {
    return { latencyMs: latencyMs.map((ms) => -ms), costUsd: costUsd.map((usd) => -usd) };
}
//# sourceMappingURL=pairs.js.map