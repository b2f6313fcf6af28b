import { codeColumn } from "../statistics/index.js";

/** Rows cut into blocks of `minutes` by their time stamps; only blocks that hold requests are counted. */
export function timeBlocks(timestampMs: ArrayLike<number>, minutes = 5): { blockOfRow: Uint32Array; blockCount: number } {
  const { codeOfRow, codeCount } = codeColumn(Float64Array.from(timestampMs, (ms) => Math.floor(ms / (minutes * 60_000))));
  return { blockOfRow: codeOfRow, blockCount: codeCount };
}
