import { takeColumns, type LabelledTable } from "../features/index.js";
import { takeBlocks, type Blocks, type Interval } from "../statistics/index.js";
import { shareInterval } from "./share-interval.js";

/** How a model fares in one group of rows. */
export interface GroupAccuracy {
  /** Its code. */
  group: number;
  rows: number;
  /** With its interval over blocks of time; over single rows where there are none. */
  accuracy: Interval;
  /** Of always answering the group's larger class. */
  constant: number;
}

/**
 * Accuracy within groups of rows (workloads, windows ...), in the order of their codes. A row is
 * answered 1 above one half. `blocks` are those of the rows.
 */
export function accuracyByGroup(
  label: Uint8Array,
  probability: Float64Array,
  groupOfRow: Uint32Array,
  blocks?: Blocks,
): GroupAccuracy[] {
  const counts = new Map<number, { rows: number; positives: number }>();
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
      accuracy: shareInterval(
        right,
        right.map((_, row) => Number(groupOfRow[row] === group)),
        { blocks, seed: group },
      ),
      constant: Math.max(positives, rows - positives) / rows,
    }));
}

/** A group by its name. */
export interface CategoryAccuracy extends GroupAccuracy {
  name: string;
}

/**
 * Accuracy on `rows` of a table within each category of one of its columns, `probability` being
 * that of `rows`. Names by code are the table's own unless given; `blocks` are those of the whole
 * table. Throws on a column the table does not have.
 */
export function accuracyByCategory(
  { features, label }: LabelledTable,
  column: string,
  rows: Uint32Array,
  probability: Float64Array,
  { names, blocks }: { names?: readonly string[]; blocks?: Blocks } = {},
): CategoryAccuracy[] {
  const {
    columns: [codes],
    categories: [own],
  } = takeColumns(features, [column]);
  const groups = accuracyByGroup(
    Uint8Array.from(rows, (row) => label[row]),
    probability,
    Uint32Array.from(rows, (row) => codes[row]),
    blocks && takeBlocks(blocks, rows),
  );
  return groups.map((group) => ({
    name: (names ?? own)?.[group.group] ?? `${column} ${group.group}`,
    ...group,
  }));
}
