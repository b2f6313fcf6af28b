import { ECS, LAMBDA } from "../campaign/index.js";
/** Strata from cells and blocks as they are made from requests. */
export function strataOf(cells, blocks) {
    const { blockOfRow, blockCount, runOfBlock } = blocks;
    return {
        cellOfRow: cells.codeOfRow,
        cellCount: cells.codeCount,
        cellName: cells.name,
        blockOfRow,
        blockCount,
        runOfBlock,
    };
}
/**
 * Which rows can be judged: those whose outcome is known and, where cells are given, whose cell was
 * seen on both platforms (positivity). A cell that one platform never served says nothing of what
 * it would have made of the cell's requests.
 */
export function judgeable({ platform, latencyMs, costUsd }, cells) {
    const judged = platform.map((code, row) => Number(code <= LAMBDA && !Number.isNaN(latencyMs[row]) && !Number.isNaN(costUsd[row])));
    const unknown = judged.reduce((sum, yes) => sum + 1 - yes, 0);
    const reasons = unknown > 0 ? [`platform, time or cost is not known (${unknown} requests)`] : [];
    let largest = [];
    let oneSided = [];
    if (cells) {
        const { cellOfRow, cellCount } = cells;
        const seen = [new Uint32Array(cellCount), new Uint32Array(cellCount)];
        judged.forEach((yes, row) => void (yes && seen[platform[row]][cellOfRow[row]]++));
        oneSided = Array.from({ length: cellCount }, (_, cell) => cell).filter((cell) => seen[ECS][cell] > 0 !== seen[LAMBDA][cell] > 0);
        const rowsOf = (cell) => seen[ECS][cell] + seen[LAMBDA][cell];
        largest = [...oneSided].sort((a, b) => rowsOf(b) - rowsOf(a)).slice(0, 5);
        if (oneSided.length > 0)
            reasons.push("one of the platforms was never seen in their cell " +
                `(${oneSided.reduce((sum, cell) => sum + rowsOf(cell), 0)} requests)`);
        const refusedCell = new Uint8Array(cellCount);
        for (const cell of oneSided)
            refusedCell[cell] = 1;
        judged.forEach((yes, row) => void (yes && refusedCell[cellOfRow[row]] === 1 && (judged[row] = 0)));
    }
    const rows = judged.reduce((sum, yes) => sum + yes, 0);
    return {
        judged,
        rows,
        refused: {
            reason: reasons.join("; ") || "none",
            rows: platform.length - rows,
            cells: oneSided.length,
            largest: cells?.cellName ? largest.map(cells.cellName) : [],
        },
    };
}
/** Block sums added up with the blocks' weights. */
export function weighted(values, weight) {
    let sum = 0;
    for (let block = 0; block < values.length; block++)
        sum += weight[block] * values[block];
    return sum;
}
//# sourceMappingURL=estimator.js.map