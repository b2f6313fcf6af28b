import { takeColumns } from "../features/index.js";
import { takeBlocks } from "../statistics/index.js";
import { shareInterval } from "./share-interval.js";
/**
 * Accuracy within groups of rows (workloads, windows ...), in the order of their codes. A row is
 * answered 1 above one half. `blocks` are those of the rows.
 */
export function accuracyByGroup(label, probability, groupOfRow, blocks) {
    const counts = new Map();
    label.forEach((y, row) => {
        const group = counts.get(groupOfRow[row]) ?? { rows: 0, positives: 0 };
        group.rows++;
        group.positives += y;
        counts.set(groupOfRow[row], group);
    });
    const right = label.map((y, row) => Number(probability[row] > 0.5 === (y === 1)));
    return [...counts]
        .sort(([a], [b]) => a - b)
        .map(([group, { rows, positives }]) => ({
        group,
        rows,
        accuracy: shareInterval(right, right.map((_, row) => Number(groupOfRow[row] === group)), { blocks, seed: group }),
        constant: Math.max(positives, rows - positives) / rows,
    }));
}
/**
 * Accuracy on `rows` of a table within each category of one of its columns, `probability` being
 * that of `rows`. Names by code are the table's own unless given; `blocks` are those of the whole
 * table. Throws on a column the table does not have.
 */
export function accuracyByCategory({ features, label }, column, rows, probability, { names, blocks } = {}) {
    const { columns: [codes], categories: [own], } = takeColumns(features, [column]);
    const groups = accuracyByGroup(Uint8Array.from(rows, (row) => label[row]), probability, Uint32Array.from(rows, (row) => codes[row]), blocks && takeBlocks(blocks, rows));
    return groups.map((group) => ({
        name: (names ?? own)?.[group.group] ?? `${column} ${group.group}`,
        ...group,
    }));
}
//# sourceMappingURL=accuracy-by-group.js.map