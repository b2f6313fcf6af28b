import { codeColumn } from "../statistics/index.js";
/**
 * Requests this near in time share their fate (an overloaded task, a cold function, a full link):
 * the study resamples them together, everywhere.
 */
export const BLOCK_MINUTES = 5;
/** This long without a request ends a run. */
const RUN_GAP_MINUTES = 15;
/** Rows cut into blocks of `minutes` by their time stamps (UTC ms). */
export function timeBlocks(timestampMs, minutes = BLOCK_MINUTES) {
    // Plain loops: `from` with a callback first collects ten million values in a list.
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
//# sourceMappingURL=time-blocks.js.map