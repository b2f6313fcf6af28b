import { showText } from "../show.js";
import { showTable } from "../table.js";
/**
 * The parts of each split: rows, share labelled 1, context cells touched; and why a split was
 * refused.
 */
export function showSplits({ splits, refused }, label, cellOfRow) {
    const positives = (rows) => rows.reduce((sum, row) => sum + label[row], 0) / rows.length;
    const parts = splits.flatMap((split) => ["train", "validation", "test"].map((part) => ({
        split: split.name,
        part,
        rows: split[part].length,
        lambda: positives(split[part]),
        cells: new Set(split[part].map((row) => cellOfRow[row])).size,
    })));
    showTable(parts, {
        columns: "split | part | rows:count | lambda:share:Lambda's | cells:count:context cells",
    });
    for (const reason of refused)
        showText(`Not split: ${reason}.`);
}
//# sourceMappingURL=splits.js.map