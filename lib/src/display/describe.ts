import { InputError } from "../statistics/index.js";
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
export async function describeRows(rows: readonly object[]): Promise<ColumnSummary[]> {
  if (rows.length > MAX_ROWS)
    throw new InputError(
      `${rows.length} rows are too many for danfo (at most ${MAX_ROWS}): describe an ` +
        "aggregate or a sample",
    );
  const { Series } = (await import("danfojs-node")).default;
  const records = rows as readonly Record<string, unknown>[];
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
      missing: rows.length - count,
      mean,
      std: count > 1 ? std : NaN,
      min,
      median,
      max,
    });
  }
  return summaries;
}

const MAX_ROWS = 20_000;
