import { bootstrapInterval } from "../statistics/index.js";
/**
 * A ratio of sums over requests (a share, a difference of shares) with a percentile bootstrap over
 * blocks of time, widened where need be to `atLeast`, the interval that holds if requests were
 * independent: a bootstrap of a share of exactly 0 or 1 has no width, and that is not certainty.
 */
export function blockRatio(numerator, blocks, atLeast, random, repeats = 1000) {
    const sums = new Float64Array(blocks.blockCount);
    const rows = new Float64Array(blocks.blockCount);
    for (let row = 0; row < numerator.length; row++) {
        sums[blocks.blockOfRow[row]] += numerator[row];
        rows[blocks.blockOfRow[row]]++;
    }
    const draw = () => {
        let sum = 0;
        let total = 0;
        for (let i = 0; i < blocks.blockCount; i++) {
            const block = random.integer(blocks.blockCount);
            sum += sums[block];
            total += rows[block];
        }
        return sum / total;
    };
    const { low, high } = bootstrapInterval(atLeast.estimate, draw, random, repeats, atLeast.level);
    return { ...atLeast, low: Math.min(low, atLeast.low), high: Math.max(high, atLeast.high) };
}
//# sourceMappingURL=block-share.js.map