import { createRandom } from "../statistics/index.js";

/** At most `count` of the rows, drawn without replacement by the seed, in the order of the rows. */
export function sampleRows(rows: Uint32Array, count: number, seed: number): Uint32Array {
  if (rows.length <= count) return rows;
  return createRandom(seed)
    .fork("sample-rows")
    .shuffle(Uint32Array.from(rows))
    .slice(0, count)
    .sort();
}
