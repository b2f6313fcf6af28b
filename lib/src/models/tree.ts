import type { FeatureBins } from "./binning.js";

/**
 * A binary decision tree in parallel arrays, one entry a node; node 0 is the root. A row goes left
 * where its bin code is at most `code`, which is where its value is at most `thresholdOf` in the
 * feature's own units.
 */
export interface Tree {
  /** The feature a node splits on, as an index into the ensemble's features; -1 at a leaf. */
  feature: Int32Array;
  /** The highest bin code that goes left. */
  code: Uint8Array;
  /** 1 where a missing value goes left. */
  missingLeft: Uint8Array;
  /** The left child; the right one comes right after it. 0 at a leaf. */
  left: Int32Array;
  /** What a leaf answers: P(label = 1) in a forest, an addition to the log-odds in boosting. */
  value: Float64Array;
  /**
   * Weight of the training rows that came by (of a forest's bootstrap sample, of boosting's row
   * sample).
   */
  cover: Float64Array;
}

/**
 * Trees over the same binned features; what their values mean and how they are added up is the
 * model's.
 */
export interface TreeEnsemble {
  bins: FeatureBins[];
  trees: Tree[];
}

/**
 * The highest value that goes left at a node; Infinity where the split is between missing and not
 * missing.
 */
export function thresholdOf({ bins, trees }: TreeEnsemble, tree: number, node: number): number {
  const { feature, code } = trees[tree];
  const { edges } = bins[feature[node]];
  return code[node] < edges.length ? edges[code[node]] : Infinity;
}

/** Levels below the root: 0 for a tree that is one leaf. */
export function treeDepth({ feature, left }: Tree): number {
  const depth = new Int32Array(feature.length);
  let deepest = 0;
  // Children come after their parents, so one pass is enough.
  for (let node = 0; node < feature.length; node++) {
    if (feature[node] < 0) continue;
    depth[left[node]] = depth[left[node] + 1] = depth[node] + 1;
    deepest = Math.max(deepest, depth[node] + 1);
  }
  return deepest;
}

/** A tree under construction: room that doubles when it runs out. */
export class TreeBuilder {
  private feature = new Int32Array(64);
  private code = new Uint8Array(64);
  private missingLeft = new Uint8Array(64);
  private left = new Int32Array(64);
  private value = new Float64Array(64);
  private cover = new Float64Array(64);
  private size = 1;

  setLeaf(node: number, value: number, cover: number): void {
    this.feature[node] = -1;
    this.value[node] = value;
    this.cover[node] = cover;
  }

  /** Makes a node an inner one and returns its left child; the right one is the next. */
  setSplit(node: number, feature: number, code: number, missingLeft: boolean): number {
    const left = this.size;
    if (left + 2 > this.feature.length) this.grow();
    this.feature[node] = feature;
    this.code[node] = code;
    this.missingLeft[node] = missingLeft ? 1 : 0;
    this.left[node] = left;
    this.size += 2;
    return left;
  }

  finish(): Tree {
    const { feature, code, missingLeft, left, value, cover, size } = this;
    return {
      feature: feature.slice(0, size),
      code: code.slice(0, size),
      missingLeft: missingLeft.slice(0, size),
      left: left.slice(0, size),
      value: value.slice(0, size),
      cover: cover.slice(0, size),
    };
  }

  private grow(): void {
    const capacity = 2 * this.feature.length;
    const moved = <T extends Int32Array | Uint8Array | Float64Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    this.feature = moved(new Int32Array(capacity), this.feature);
    this.code = moved(new Uint8Array(capacity), this.code);
    this.missingLeft = moved(new Uint8Array(capacity), this.missingLeft);
    this.left = moved(new Int32Array(capacity), this.left);
    this.value = moved(new Float64Array(capacity), this.value);
    this.cover = moved(new Float64Array(capacity), this.cover);
  }
}
