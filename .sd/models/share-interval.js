import { blockRatio, createRandom, wilsonInterval, } from "../statistics/index.js";
/**
 * The share of some rows that have a property, with its interval: `hits` and `among` are 0 or 1 for
 * each row. Blocks of time are resampled within runs; where there are none, rows are taken as
 * independent (Wilson), and whoever shows it must say so.
 */
export function shareInterval(hits, among, { blocks, seed = 42 } = {}) {
    let rows = 0;
    let count = 0;
    const inGroup = hits.map((hit, row) => {
        rows += among[row];
        const both = hit * among[row];
        count += both;
        return both;
    });
    const byRows = wilsonInterval(count, rows);
    return blocks
        ? blockRatio(inGroup, blocks, byRows, createRandom(seed).fork("share"), { counts: among })
        : byRows;
}
//# sourceMappingURL=share-interval.js.map