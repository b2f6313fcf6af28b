import { InputError } from "../statistics/index.js";
import type { FeatureBins } from "./binning.js";
import type { Tree, TreeEnsemble } from "./tree.js";

/** The sizes an ensemble's block is cut up by. */
export interface EnsembleShape {
  edgeCounts: number[];
  hasMissing: boolean[];
  nodeCounts: number[];
}

/**
 * The ensemble's numbers in one block, wider ones first so that each stays aligned: edges; values,
 * covers; features, left children; codes, missing directions.
 */
export function packEnsemble({ bins, trees }: TreeEnsemble): {
  shape: EnsembleShape;
  binary: Uint8Array;
} {
  const parts = [
    ...bins.map(({ edges }) => edges),
    ...PARTS.flatMap(({ name }) => trees.map((tree) => tree[name])),
  ];
  const binary = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    binary.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return {
    shape: {
      edgeCounts: bins.map(({ edges }) => edges.length),
      hasMissing: bins.map(({ hasMissing }) => hasMissing),
      nodeCounts: trees.map(({ feature }) => feature.length),
    },
    binary,
  };
}

/** Reads back what `packEnsemble` wrote. Throws where the block's length does not fit its shape. */
export function unpackEnsemble(
  { edgeCounts, hasMissing, nodeCounts }: EnsembleShape,
  binary: Uint8Array,
): TreeEnsemble {
  const nodes = sum(nodeCounts);
  const expected =
    8 * sum(edgeCounts) + nodes * sum(PARTS.map(({ type }) => type.BYTES_PER_ELEMENT));
  if (binary.length !== expected)
    throw new InputError(
      `the block of trees has ${binary.length} bytes where its header says ${expected}; save ` +
        "the model again",
    );
  // A copy starts at an aligned address, wherever the block came from.
  const buffer = binary.slice().buffer;
  let at = 0;
  const take = <T>(
    type: {
      new (buffer: ArrayBufferLike, offset: number, length: number): T;
      BYTES_PER_ELEMENT: number;
    },
    length: number,
  ): T => {
    const part = new type(buffer, at, length);
    at += length * type.BYTES_PER_ELEMENT;
    return part;
  };
  const bins: FeatureBins[] = edgeCounts.map((count, f) => ({
    edges: take(Float64Array, count),
    hasMissing: hasMissing[f],
  }));
  const trees = nodeCounts.map(() => ({}) as Tree);
  for (const { name, type } of PARTS)
    trees.forEach((tree, t) => Object.assign(tree, { [name]: take<unknown>(type, nodeCounts[t]) }));
  return { bins, trees };
}

const PARTS = [
  { name: "value", type: Float64Array },
  { name: "cover", type: Float64Array },
  { name: "feature", type: Int32Array },
  { name: "left", type: Int32Array },
  { name: "code", type: Uint8Array },
  { name: "missingLeft", type: Uint8Array },
] as const;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
