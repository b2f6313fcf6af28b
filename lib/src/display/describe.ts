import type { DataFrame } from "danfojs-node";
import { InputError } from "../statistics/index.js";
import { rowsOf, type TableLike } from "./table-like.js";

/**
 * One numeric column of a small table, summarised. `std` is the sample's standard deviation (n -
 * 1), NaN for one row.
 */
export interface ColumnSummary {
  column: string;
  count: number;
  /** Rows without a number in this column. */
  missing: number;
  mean: number;
  std: number;
  min: number;
  median: number;
  max: number;
}

/**
 * Summarises the numeric columns of a table of at most a few thousand rows, by danfo's `describe`.
 * Missing values are counted and left out first: danfo's own summary of a column with one is NaN.
 * Columns without any number are left out. danfo (and TensorFlow.js below it) is loaded by the
 * first call. Throws above 20,000 rows, where danfo takes minutes.
 */
export async function describeRows(table: TableLike): Promise<ColumnSummary[]> {
  const records = fewRows(table);
  const { Series } = (await import("danfojs-node")).default;
  const columns = new Set(records.flatMap((row) => Object.keys(row)));
  const summaries: ColumnSummary[] = [];
  for (const column of columns) {
    const numbers = records
      .map((row) => row[column])
      .filter((value): value is number => typeof value === "number" && Number.isFinite(value));
    if (numbers.length === 0) continue;
    const [count, mean, std, min, median, max] = new Series(numbers).describe().values as number[];
    summaries.push({
      column,
      count,
      missing: records.length - count,
      mean,
      std: count > 1 ? std : NaN,
      min,
      median,
      max,
    });
  }
  return summaries;
}

/**
 * A table as a danfo frame, to play with: `frame.groupby(["workload"]).col(["responseTimeMs"])`.
 * Throws above 20,000 rows.
 */
export async function danfoFrame(table: TableLike): Promise<DataFrame> {
  const { DataFrame } = (await import("danfojs-node")).default;
  return new DataFrame([...fewRows(table)]);
}

const MAX_ROWS = 20_000;

function fewRows(table: TableLike): readonly Record<string, unknown>[] {
  const rows = rowsOf(table) as readonly Record<string, unknown>[];
  if (rows.length > MAX_ROWS)
    throw new InputError(
      `${rows.length} rows are too many for danfo (at most ${MAX_ROWS}): describe an ` +
        "aggregate or a sample",
    );
  return rows;
}
