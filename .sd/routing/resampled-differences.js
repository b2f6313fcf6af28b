import { ECS, LAMBDA } from "../campaign/index.js";
import { blockResampler, resampledInterval, } from "../statistics/index.js";
import { weighted } from "./estimator.js";
import { AXES } from "./outcomes.js";
/** Of the resamples, the share that must hold both platforms. */
const USABLE = 0.95;
/**
 * The difference of two means, Lambda's minus ECS's, with its interval by resampling blocks of time
 * within runs (requests near in time share their fate). Null where it cannot be had: a platform
 * without requests, a single block, or resamples that often miss a platform.
 */
export function resampledDifferences({ rows, sums, runOfBlock }, random, { repeats = 400, level = 0.95 } = {}) {
    const blocks = rows[ECS].length;
    const differences = (weight) => {
        const served = rows.map((count) => weighted(count, weight));
        return served[ECS] > 0 && served[LAMBDA] > 0
            ? sums.map((axis) => weighted(axis[LAMBDA], weight) / served[LAMBDA] -
                weighted(axis[ECS], weight) / served[ECS])
            : null;
    };
    const estimates = differences(new Float64Array(blocks).fill(1));
    const { draw, degreesOfFreedom } = blockResampler(blocks, runOfBlock);
    if (estimates === null || degreesOfFreedom < 1)
        return null;
    const drawn = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
        const found = differences(draw(random));
        if (found !== null)
            drawn.push(found);
    }
    if (drawn.length < USABLE * repeats || drawn.length < 2)
        return null;
    const measure = (a) => resampledInterval(estimates[a], drawn.map((values) => values[a]), degreesOfFreedom, level);
    return { [AXES[0]]: measure(0), [AXES[1]]: measure(1) };
}
//# sourceMappingURL=resampled-differences.js.map