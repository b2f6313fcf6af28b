import { createRandom } from "../statistics/index.js";

/** Rows that looks at pairs of columns, and at continuous features, are made on. */
const SAMPLE_ROWS = 20_000;

/**
 * A systematic sample with a seeded start, ascending: every k-th row, so that all stretches of a
 * log are in it; all rows where there are no more than 20,000.
 */
export function sampleRows(rowCount: number): Uint32Array {
  if (rowCount <= SAMPLE_ROWS) return Uint32Array.from({ length: rowCount }, (_, row) => row);
  const step = rowCount / SAMPLE_ROWS;
  const start = createRandom("audit sample").uniform() * step;
  return Uint32Array.from({ length: SAMPLE_ROWS }, (_, i) =>
    Math.min(rowCount - 1, Math.floor(start + i * step)),
  );
}
