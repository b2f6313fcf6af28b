import { codeColumn } from "../statistics/index.js";

/** Rows cut into blocks of `minutes` by their time stamps; only blocks that hold requests are counted. */
export function timeBlocks(timestampMs: ArrayLike<number>, minutes = 5): { blockOfRow: Uint32Array; blockCount: number } {
  // Plain loops here and in the oracle: `from` with a callback first collects ten million values in a list.
  const block = new Float64Array(timestampMs.length);
  for (let row = 0; row < block.length; row++) block[row] = Math.floor(timestampMs[row] / (minutes * 60_000));
  const { codeOfRow, codeCount } = codeColumn(block);
  return { blockOfRow: codeOfRow, blockCount: codeCount };
}
