import { createRandom } from "../statistics/index.js";
import { evaluateOnSplit, takeTrainingRows } from "./evaluate.js";
import { stratifiedFolds, stratifiedSplit } from "./stratified-split.js";
/**
 * Searches options by successive halving (Jamieson and Talwalkar, 2016): all candidates are
 * cross-validated on a small stratified part of the rows, the better third on three times as many,
 * and so on to all rows. Ranked by log loss, ties to the earlier candidate. Hand it training rows
 * only: what it has seen cannot judge the winner, whose loss here is flattered by having won.
 */
export async function successiveHalving(family, train, candidates, search = {}) {
    const { factor = 3, folds = 3, seed = 42, control = {} } = search;
    if (candidates.length === 0)
        throw new RangeError("a search needs a candidate");
    if (!(factor > 1))
        throw new RangeError(`the factor of successive halving is above 1, not ${factor}`);
    const sizes = [candidates.length];
    while (sizes[sizes.length - 1] > factor)
        sizes.push(Math.ceil(sizes[sizes.length - 1] / factor));
    const trials = [];
    const planned = sizes.reduce((sum, size) => sum + size, 0);
    let running = [...candidates];
    for (let round = 0; round < sizes.length; round++) {
        const data = stratifiedPart(train, Math.pow(factor, round + 1 - sizes.length), seed);
        const splits = stratifiedFolds(data.label, folds, seed);
        const tried = [];
        for (const options of running) {
            control.signal?.throwIfAborted();
            // Folds side by side: families that fit in a thread of their own then use all cores.
            const tests = (await Promise.all(splits.map((split) => evaluateOnSplit(family, data, split, { seed, ...options }, { signal: control.signal, threads: control.threads })))).map(({ test }) => test);
            const losses = tests.map((test) => test.logLoss);
            const accuracies = tests.map((test) => test.accuracy);
            const logLoss = mean(losses);
            const spread = mean(losses.map((loss) => (loss - logLoss) ** 2));
            tried.push({
                options,
                round,
                rows: data.label.length,
                logLoss,
                logLossError: Math.sqrt(spread / (folds - 1)),
                accuracy: mean(accuracies),
                kept: false,
            });
            control.onProgress?.((trials.length + tried.length) / planned);
        }
        const ranked = [...tried].sort((a, b) => a.logLoss - b.logLoss).slice(0, sizes[round + 1] ?? 1);
        for (const trial of ranked)
            trial.kept = true;
        running = ranked.map(({ options }) => options);
        trials.push(...tried);
    }
    return { best: running[0], trials };
}
/**
 * `count` different candidates from a grid of values by option, at random; the whole grid where it
 * has no more.
 */
export function candidateOptions(grid, count, seed = 42) {
    let all = [{}];
    for (const name of Object.keys(grid))
        all = all.flatMap((options) => grid[name].map((value) => ({ ...options, [name]: value })));
    return createRandom(seed).fork("candidates").shuffle(all).slice(0, count);
}
function stratifiedPart(data, share, seed) {
    if (share >= 1)
        return data;
    // The split wants a test part; what is not in training here is simply not used.
    const { train } = stratifiedSplit(data.label, { train: share, validation: 0, test: 1 - share }, seed);
    return takeTrainingRows(data, train);
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
//# sourceMappingURL=successive-halving.js.map