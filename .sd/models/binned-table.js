import { codeRows } from "../statistics/index.js";
import { binValues, findBins } from "./binning.js";
/** Bins a table, by its own values or by bins found before, and folds it where rows repeat. */
export function binTable({ features, label, weight }, bins = features.columns.map((column) => findBins(column, weight))) {
    const { columns, rowCount } = features;
    const codes = columns.map((column, f) => {
        const coded = sharedBytes(rowCount);
        binValues(column, bins[f], coded);
        return coded;
    });
    const table = {
        rowCount,
        bins,
        codes,
        negatives: sharedNumbers(rowCount),
        positives: sharedNumbers(rowCount),
    };
    for (let row = 0; row < rowCount; row++)
        (label[row] === 1 ? table.positives : table.negatives)[row] = weight ? weight[row] : 1;
    return rowsRepeat(codes, rowCount) ? foldRows(table) : table;
}
/**
 * All codes of a row side by side, row after row, in shared memory: the way prediction reads them.
 */
export function rowMajorCodes({ rowCount, codes }) {
    const all = sharedBytes(rowCount * codes.length);
    codes.forEach((column, f) => {
        for (let row = 0; row < rowCount; row++)
            all[row * codes.length + f] = column[row];
    });
    return all;
}
/** Rows looked at to see whether folding is worth its time. */
const SAMPLED_ROWS = 4096;
/**
 * Whether at least half of a sample of rows, taken at even distances, repeats another row of it.
 */
function rowsRepeat(codes, rowCount) {
    const sampled = Math.min(rowCount, SAMPLED_ROWS);
    const step = rowCount / sampled;
    const sample = codes.map((column) => Uint8Array.from({ length: sampled }, (_, i) => column[Math.floor(i * step)]));
    return codeRows(sample, sampled).codeCount <= sampled / 2;
}
function foldRows({ rowCount, bins, codes, negatives, positives }) {
    const { codeOfRow, codeCount, firstRow } = codeRows(codes, rowCount);
    const folded = {
        rowCount: codeCount,
        bins,
        negatives: sharedNumbers(codeCount),
        positives: sharedNumbers(codeCount),
        codes: codes.map((column) => {
            const taken = sharedBytes(codeCount);
            for (let cell = 0; cell < codeCount; cell++)
                taken[cell] = column[firstRow[cell]];
            return taken;
        }),
    };
    for (let row = 0; row < rowCount; row++) {
        folded.negatives[codeOfRow[row]] += negatives[row];
        folded.positives[codeOfRow[row]] += positives[row];
    }
    return folded;
}
function sharedBytes(length) {
    return new Uint8Array(new SharedArrayBuffer(length));
}
function sharedNumbers(length) {
    return new Float64Array(new SharedArrayBuffer(8 * length));
}
//# sourceMappingURL=binned-table.js.map