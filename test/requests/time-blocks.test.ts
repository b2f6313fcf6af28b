import assert from "node:assert/strict";
import { test } from "node:test";
import { timeBlocks } from "lib/requests";

test("a gap of a quarter of an hour ends a run, in whatever order the rows come", () => {
  const minute = (m: number): number => m * 60_000;
  const { blockOfRow, blockCount, runOfBlock } = timeBlocks([
    minute(61),
    minute(0),
    minute(6),
    minute(24),
    minute(66),
  ]);
  assert.deepEqual([[...blockOfRow], blockCount], [[0, 1, 2, 3, 4], 5]);
  // 0-5 and 5-10 belong together, also 20-25 after two empty blocks; 60-70 follow after seven.
  assert.deepEqual([...runOfBlock], [1, 0, 0, 0, 1]);
});
