import { takeColumns, type LabelledTable } from "../features/index.js";
import { wilsonInterval, type Interval } from "../statistics/index.js";

/** How a model fares in one group of rows. */
export interface GroupAccuracy {
  /** Its code. */
  group: number;
  rows: number;
  /** With Wilson's interval. */
  accuracy: Interval;
  /** Of always answering the group's larger class. */
  constant: number;
}

/**
 * Accuracy within groups of rows (workloads, windows ...), in the order of their codes. A row is
 * answered 1 above one half.
 */
export function accuracyByGroup(
  label: Uint8Array,
  probability: Float64Array,
  groupOfRow: Uint32Array,
): GroupAccuracy[] {
  const counts = new Map<number, { rows: number; right: number; positives: number }>();
  label.forEach((y, row) => {
    const group = counts.get(groupOfRow[row]) ?? { rows: 0, right: 0, positives: 0 };
    group.rows++;
    group.positives += y;
    group.right += Number(probability[row] > 0.5 === (y === 1));
    counts.set(groupOfRow[row], group);
  });
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([group, { rows, right, positives }]) => ({
      group,
      rows,
      accuracy: wilsonInterval(right, rows),
      constant: Math.max(positives, rows - positives) / rows,
    }));
}

/** A group by its name. */
export interface CategoryAccuracy extends GroupAccuracy {
  name: string;
}

/**
 * Accuracy on `rows` of a table within each category of one of its columns, `probability` being
 * that of `rows`. Names by code are the table's own unless given. Throws on a column the table does
 * not have.
 */
export function accuracyByCategory(
  { features, label }: LabelledTable,
  column: string,
  rows: Uint32Array,
  probability: Float64Array,
  given?: readonly string[],
): CategoryAccuracy[] {
  const {
    columns: [codes],
    categories: [own],
  } = takeColumns(features, [column]);
  const groups = accuracyByGroup(
    Uint8Array.from(rows, (row) => label[row]),
    probability,
    Uint32Array.from(rows, (row) => codes[row]),
  );
  return groups.map((group) => ({
    name: (given ?? own)?.[group.group] ?? `${column} ${group.group}`,
    ...group,
  }));
}
