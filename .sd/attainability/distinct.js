import { takeRows } from "../features/index.js";
import { codeRows } from "../statistics/index.js";
/**
 * Folds a table (NaN equals NaN). Throws where `label` holds anything but 0 and 1, or a length does
 * not fit.
 */
export function foldDistinct(features, label, weight) {
    const { rowCount } = features;
    if (label.length !== rowCount)
        throw new RangeError(`${label.length} labels for ${rowCount} rows`);
    if (weight && weight.length !== rowCount)
        throw new RangeError(`${weight.length} weights for ${rowCount} rows`);
    const { codeOfRow, codeCount, firstRow } = codeRows(features.columns, rowCount);
    const rows = new Float64Array(codeCount);
    const positives = new Float64Array(codeCount);
    for (let row = 0; row < rowCount; row++) {
        if (label[row] > 1)
            throw new RangeError(`row ${row} has label ${label[row]}; leave rows without a label out first`);
        const share = weight ? weight[row] : 1;
        rows[codeOfRow[row]] += share;
        if (label[row] === 1)
            positives[codeOfRow[row]] += share;
    }
    return { features: takeRows(features, firstRow), rows, positives, vectorOfRow: codeOfRow };
}
//# sourceMappingURL=distinct.js.map