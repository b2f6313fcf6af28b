import type { CellValue, Column } from "./table.js";

/** The MIME type under which a table's own numbers stand beside its printed forms. */
export const TABLE_TYPE = "application/vnd.lambda-or-ecs.table+json";

/** A cell as JSON holds it: an infinite number as text, a missing one as null. */
export type DataCell =
  | string
  | number
  | boolean
  | null
  | { estimate: number | null; low: number | null; high: number | null; level: number };

/** A table with its numbers unrounded, for whoever makes another form of it. */
export interface TableData {
  caption: string;
  columns: Required<Column>[];
  rows: DataCell[][];
  /** How many of the rows the page prints. */
  shown: number;
  /** Rows beyond `KEPT_ROWS`, which are not in it. */
  left: number;
}

/** More rows than any table of the notebooks has; beyond them a table is a file's matter. */
export const KEPT_ROWS = 2000;

/** Infinite numbers, which JSON does not have. */
const INFINITE = { Infinity: Infinity, "-Infinity": -Infinity } as const;

export function tableData(
  rows: readonly Record<string, CellValue>[],
  { columns, caption, shown }: Pick<TableData, "columns" | "caption" | "shown">,
): TableData {
  return {
    caption,
    columns,
    rows: rows.slice(0, KEPT_ROWS).map((row) => columns.map(({ key }) => dataCell(row[key]))),
    shown,
    left: Math.max(0, rows.length - KEPT_ROWS),
  };
}

function dataCell(value: CellValue): DataCell {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return jsonNumber(value);
  if (typeof value !== "object") return value;
  const { estimate, low, high, level } = value;
  return { estimate: finite(estimate), low: finite(low), high: finite(high), level };
}

function jsonNumber(value: number): string | number | null {
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : value > 0 ? "Infinity" : "-Infinity";
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The cell's value as it was before it went through JSON; an end not known is infinite again. */
export function cellValue(cell: DataCell, format: Required<Column>["format"]): CellValue {
  if (typeof cell === "string" && format !== "text" && format !== "verdict")
    return Object.hasOwn(INFINITE, cell) ? INFINITE[cell as keyof typeof INFINITE] : cell;
  if (typeof cell !== "object" || cell === null) return cell;
  const { estimate, low, high, level } = cell;
  return { estimate: estimate ?? NaN, low: low ?? -Infinity, high: high ?? Infinity, level };
}
