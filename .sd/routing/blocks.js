import { codeColumn, normalProbability, studentQuantile, } from "../statistics/index.js";
/** This long without a request ends a run. */
const RUN_GAP_MINUTES = 15;
/** Rows cut into blocks of `minutes` by their time stamps. */
export function timeBlocks(timestampMs, minutes = 5) {
    // Plain loops here and in the oracle: `from` with a callback first collects ten million values in
    // a list.
    const start = new Float64Array(timestampMs.length);
    for (let row = 0; row < start.length; row++)
        start[row] = Math.floor(timestampMs[row] / (minutes * 60_000));
    const { codeOfRow, codeCount, firstRow } = codeColumn(start);
    const runOfBlock = new Uint32Array(codeCount);
    const order = Uint32Array.from(firstRow.keys()).sort((a, b) => start[firstRow[a]] - start[firstRow[b]]);
    for (let i = 1, run = 0; i < order.length; i++) {
        const gapBlocks = start[firstRow[order[i]]] - start[firstRow[order[i - 1]]] - 1;
        runOfBlock[order[i]] = gapBlocks * minutes >= RUN_GAP_MINUTES ? ++run : run;
    }
    return { blockOfRow: codeOfRow, blockCount: codeCount, runOfBlock, minutes };
}
/**
 * Blocks are drawn within their run, because the plan and not chance decided how many there are of
 * each: of the n blocks of a run n - 1 are drawn with replacement, each weighing n/(n - 1) for
 * every time it was drawn (Rao and Wu, 1988), which makes the spread of few blocks as wide as it
 * should be. Runs of a single block are resampled together. Where there is only one block in all,
 * it weighs 1: nothing can be said.
 */
export function blockResampler(blockCount, runOfBlock = new Uint32Array(blockCount)) {
    const runs = new Map();
    for (let block = 0; block < blockCount; block++) {
        const blocks = runs.get(runOfBlock[block]);
        if (blocks)
            blocks.push(block);
        else
            runs.set(runOfBlock[block], [block]);
    }
    const strata = [...runs.values()].filter((blocks) => blocks.length > 1);
    const single = [...runs.values()].filter((blocks) => blocks.length === 1).flat();
    if (single.length > 1)
        strata.push(single);
    else if (single.length === 1 && strata.length > 0)
        strata[strata.length - 1].push(single[0]);
    return {
        degreesOfFreedom: strata.length === 0 ? 0 : blockCount - strata.length,
        draw(random) {
            const weight = new Float64Array(blockCount).fill(strata.length === 0 ? 1 : 0);
            for (const blocks of strata) {
                const drawn = blocks.length - 1;
                for (let i = 0; i < drawn; i++)
                    weight[blocks[random.integer(blocks.length)]] += blocks.length / drawn;
            }
            return weight;
        },
    };
}
/**
 * The share of resamples that an interval leaves out at either end. A percentile interval treats
 * the spread of the resamples as known; estimated from few blocks it is not, and the interval would
 * cover too little. It therefore reaches to where a normal distribution has the tail that Student's
 * t has at the level asked for (Hesterberg, 2015, "expanded percentile interval").
 */
export function percentileTail(level, degreesOfFreedom) {
    if (degreesOfFreedom < 1)
        return 0;
    return normalProbability(-studentQuantile((1 + level) / 2, degreesOfFreedom));
}
//# sourceMappingURL=blocks.js.map