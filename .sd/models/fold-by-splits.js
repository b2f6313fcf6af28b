import { codeRows } from "../statistics/index.js";
import { takeRows } from "../features/index.js";
/** The parts of a split as a code a row; rows it does not use are in part 0. */
const PARTS = ["train", "validation", "test"];
/**
 * Folds rows that no fit and no metric on these splits can tell apart (same features, same label,
 * in the same part of every split) into one row with their number as its weight. Exact for whatever
 * counts weights as rows; a bootstrap keeps its distribution, not its draws. The splits keep their
 * order and names.
 */
export function foldBySplits({ features, label, weight }, splits) {
    const { rowCount } = features;
    const partOfRow = splits.map((split) => {
        const part = new Uint8Array(rowCount);
        PARTS.forEach((name, p) => split[name].forEach((row) => (part[row] = p + 1)));
        return part;
    });
    const { codeOfRow, codeCount, firstRow } = codeRows([...features.columns, label, ...partOfRow], rowCount);
    const rowsOfCode = new Float64Array(codeCount);
    codeOfRow.forEach((code, row) => (rowsOfCode[code] += weight ? weight[row] : 1));
    return {
        data: {
            features: takeRows(features, firstRow),
            label: Uint8Array.from(firstRow, (row) => label[row]),
            weight: rowsOfCode,
        },
        splits: splits.map(({ name }, s) => {
            const rowsIn = (part) => Uint32Array.from(firstRow.keys()).filter((code) => partOfRow[s][firstRow[code]] === part);
            return { name, train: rowsIn(1), validation: rowsIn(2), test: rowsIn(3) };
        }),
    };
}
//# sourceMappingURL=fold-by-splits.js.map