import { createRandom, takeBlocks, wilsonInterval, } from "../statistics/index.js";
import { evaluateOnSplit } from "./evaluate.js";
import { shareInterval } from "./share-interval.js";
/**
 * Accuracy against the number of training rows: a curve that has gone flat says that more of the
 * same requests would not help. Each sample holds the ones before it, stratified by label; the test
 * part stays the same.
 */
export async function learningCurve(family, data, split, options = {}) {
    const { shares = [0.01, 0.03, 0.1, 0.3, 1], seed = 42, blocks } = options;
    const random = createRandom(seed).fork("learning-curve");
    const shuffled = random.shuffle(Uint32Array.from(split.train));
    const classes = [0, 1].map((c) => shuffled.filter((row) => data.label[row] === c));
    const points = [];
    for (const share of shares) {
        if (!(share > 0 && share <= 1))
            throw new RangeError(`a share of the training rows lies in (0, 1], not ${share}`);
        // At least one row of each class: no family can learn a boundary from fewer.
        const train = Uint32Array.from(classes.flatMap((rows) => Array.from(rows.subarray(0, Math.max(1, Math.round(share * rows.length)))))).sort();
        const { train: trainMetrics, test, testProbability, } = await evaluateOnSplit(family, data, { ...split, train }, options.options, options.control);
        const right = Uint8Array.from(split.test, (row, i) => Number(testProbability[i] > 0.5 === (data.label[row] === 1)));
        points.push({
            rows: train.length,
            train: trainMetrics,
            test,
            accuracy: blocks
                ? shareInterval(right, new Uint8Array(right.length).fill(1), {
                    blocks: takeBlocks(blocks, split.test),
                    seed,
                })
                : wilsonInterval(Math.round(test.accuracy * test.weight), test.weight),
        });
    }
    return points;
}
/**
 * Learning curves of several families on the same samples, each with its defaults or the options
 * named for its kind.
 */
export async function learningCurves(families, data, split, { seed, optionsOf = {}, blocks, onProgress, }) {
    const curves = [];
    for (const [f, family] of families.entries()) {
        onProgress?.(f / families.length, family.title);
        curves.push({
            title: family.title,
            points: await learningCurve(family, data, split, {
                seed,
                blocks,
                options: { seed, ...optionsOf[family.kind] },
            }),
        });
    }
    return curves;
}
//# sourceMappingURL=learning-curve.js.map