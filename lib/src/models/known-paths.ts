import type { WalkableTree } from "./tree-prediction.js";

/**
 * What each row of a table is answered by each tree, and which features were tested on the way (bit
 * f for feature f modulo 32; two features on one bit cost time, not truth). A row with other values
 * in features that were not tested comes out at the same leaf. Trees one after the other; in shared
 * memory.
 */
export interface KnownPaths {
  rowCount: number;
  value: Float64Array;
  tested: Int32Array;
}

/**
 * Rows put together from two rows of a table of known paths: row i is row first[i] but for the
 * features in `replaced` (as bits).
 */
export interface MixedRows {
  paths: KnownPaths;
  first: Uint32Array;
  replaced: number;
}

/** @param codes `width` codes a row, row after row */
export function knowPaths(
  trees: readonly WalkableTree[],
  codes: Uint8Array,
  width: number,
  rowCount: number,
): KnownPaths {
  const value = new Float64Array(new SharedArrayBuffer(8 * rowCount * trees.length));
  const tested = new Int32Array(new SharedArrayBuffer(4 * rowCount * trees.length));
  trees.forEach((tree, t) =>
    followPaths(tree, codes, width, value, tested, t * rowCount, rowCount),
  );
  return { rowCount, value, tested };
}

function followPaths(
  { nodes, value: values, depth }: WalkableTree,
  codes: Uint8Array,
  width: number,
  value: Float64Array,
  tested: Int32Array,
  offset: number,
  rowCount: number,
): void {
  for (let row = 0; row < rowCount; row++) {
    let at = 0;
    let seen = 0;
    for (let d = 0; d < depth; d++) {
      const test = nodes[at + 1];
      const code = (codes[row * width + (test >>> 9)] + ((test >>> 8) & 1)) & 255;
      const next = nodes[at] + ((((test & 255) - code) >>> 31) << 1);
      if (next === at) break;
      seen |= 1 << (test >>> 9);
      at = next;
    }
    value[offset + row] = values[at >> 1];
    tested[offset + row] = seen;
  }
}

export function bitsOf(features: Iterable<number>): number {
  let bits = 0;
  for (const feature of features) bits |= 1 << feature;
  return bits;
}

/**
 * Adds the value of the known leaf to the sums of the rows that must come out there; lists the
 * others, and returns how many they are.
 */
export function addKnownLeaves(
  tree: number,
  { paths, first, replaced }: MixedRows,
  sums: Float64Array,
  from: number,
  count: number,
  others: Int32Array,
): number {
  const { value, tested } = paths;
  const offset = tree * paths.rowCount;
  let listed = 0;
  for (let i = 0; i < count; i++) {
    const at = offset + first[from + i];
    const unknown = (tested[at] & replaced) !== 0;
    others[listed] = i;
    listed += unknown ? 1 : 0;
    sums[from + i] += unknown ? 0 : value[at];
  }
  return listed;
}
