import { ascendingOrder, isKnown, lowerBound, resampledInterval, unknownInterval, } from "../statistics/index.js";
import { weighted } from "./estimator.js";
/**
 * Quantiles of a weighted distribution, its rows in ascending order of latency: the smallest
 * latency at or below which at least that share of the weight lies (Hyndman and Fan's definition 1,
 * which needs no arithmetic between a time and "never"). Intervals by Woodruff (1952): the share at
 * or below the estimate is resampled over blocks, and the limits of its interval are read back
 * through the distribution. Without a second block the interval is all numbers.
 */
export function latencyQuantiles({ row, latencyMs, weight }, probabilities, { blockOfRow, blockWeights, degreesOfFreedom, level }) {
    const cumulated = new Float64Array(row.length);
    const blockCount = blockWeights[0]?.length ?? 0;
    const ofBlock = new Float64Array(blockCount);
    const weightOf = (i) => (weight === null ? 1 : weight[i]);
    for (let i = 0; i < row.length; i++) {
        if (i > 0 && latencyMs[i] < latencyMs[i - 1])
            throw new RangeError("a distribution's rows must stand in ascending order of latency");
        cumulated[i] = (i > 0 ? cumulated[i - 1] : 0) + weightOf(i);
        if (blockCount > 0)
            ofBlock[blockOfRow[row[i]]] += weightOf(i);
    }
    const total = cumulated[cumulated.length - 1];
    const totals = blockWeights.map((w) => weighted(ofBlock, w));
    // Rounding must not push an exact share past its own position.
    const read = (probability) => row.length === 0
        ? NaN
        : latencyMs[Math.min(lowerBound(cumulated, probability * total * (1 - 1e-12)), row.length - 1)];
    return probabilities.map((probability) => {
        const estimate = read(probability);
        const below = new Float64Array(blockCount);
        let end = 0;
        for (; end < row.length && latencyMs[end] <= estimate; end++)
            if (blockCount > 0)
                below[blockOfRow[row[end]]] += weightOf(end);
        const point = end > 0 ? cumulated[end - 1] / total : NaN;
        const share = resampledInterval(point, Float64Array.from(blockWeights, (w, r) => weighted(below, w) / totals[r]), degreesOfFreedom, level);
        if (!isKnown(share))
            return unknownInterval(estimate, level);
        // Ties may put more than the probability at or below the estimate; the spread is what counts.
        const limit = (at) => Math.min(1, Math.max(0, probability + at - point));
        return { estimate, low: read(limit(share.low)), high: read(limit(share.high)), level };
    });
}
/** The judged rows in ascending order of latency. */
export function ascendingRows(latencyMs, judged) {
    const rows = new Uint32Array(judged.length);
    let count = 0;
    for (let row = 0; row < judged.length; row++)
        if (judged[row] === 1)
            rows[count++] = row;
    return ascendingOrder(latencyMs, rows.subarray(0, count));
}
//# sourceMappingURL=latency-quantiles.js.map