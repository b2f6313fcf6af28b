import type { BinnedTable } from "./binned-table.js";
import { BoostingSplitFinder, GRADIENT, histogramOffsets, unitsPerWeight, type BoostingSplit, type NodeSums, type SplitRules } from "./boosting-splits.js";
import { partition } from "./partition.js";
import { TreeBuilder, type Tree } from "./tree.js";

export interface BoostingTreeOptions extends SplitRules {
  maxDepth: number;
  learningRate: number;
}

/** First and second derivative of the loss by the log-odds, times the weight; both summed over a table's folded rows. */
export interface Derivatives {
  gradient: Float64Array;
  hessian: Float64Array;
  /** Weight of each row in this round. */
  weight: Float64Array;
}

interface Job extends NodeSums {
  node: number;
  depth: number;
  start: number;
  end: number;
  /** null for a leaf-to-be. */
  histogram: Float64Array | null;
}

/** Grows regression trees on histograms of gradients, one after the other, in the same memory. */
export class BoostingTreeGrower {
  private readonly rows: Int32Array;
  private readonly packed: Float64Array;
  private readonly spareRows: Int32Array;
  private readonly sparePacked: Float64Array;
  private readonly offsets: Int32Array;
  private readonly units: number;
  private readonly finder: BoostingSplitFinder;
  private readonly freeHistograms: Float64Array[] = [];

  /** @param weight the most that the rows' weights may add up to */
  constructor(private readonly table: BinnedTable, private readonly options: BoostingTreeOptions, weight: number) {
    this.rows = new Int32Array(table.rowCount + 1);
    this.packed = new Float64Array(table.rowCount + 1);
    this.spareRows = new Int32Array(table.rowCount + 1);
    this.sparePacked = new Float64Array(table.rowCount + 1);
    this.offsets = histogramOffsets(table);
    this.units = unitsPerWeight(weight);
    this.finder = new BoostingSplitFinder(table, this.offsets, options, this.units);
  }

  /**
   * A tree on the rows of positive weight, split on some of the features only; each of those rows' leaf value is added
   * to its score.
   */
  grow(derivatives: Derivatives, features: Int32Array, scores: Float64Array): Tree {
    const { codes } = this.table, { maxDepth } = this.options, builder = new TreeBuilder();
    const root = this.takeRows(derivatives);
    if (maxDepth > 0 && this.finder.splittable(root)) root.histogram = this.fillHistogram(root, features);
    const stack = [root];
    for (let job = stack.pop(); job; job = stack.pop()) {
      const split = job.histogram && this.finder.find(job.histogram, job, features);
      if (!split) {
        if (job.histogram) this.freeHistograms.push(job.histogram);
        this.setLeaf(builder, job, derivatives, scores);
        continue;
      }
      const left = builder.setSplit(job.node, split.feature, split.code, split.missingLeft);
      const middle = partition(codes[split.feature], split.code, split.missingLeft ? 1 : 0, this.rows, this.packed, this.spareRows, this.sparePacked, job.start, job.end);
      stack.push(...this.children(job, split, left, middle, features));
    }
    return coverInnerNodes(builder.finish());
  }

  /** Packs the rows' derivatives. What rounding leaves of one row is handed to the next, so that sums do not drift. */
  private takeRows({ gradient, hessian, weight }: Derivatives): Job {
    const { rows, packed, units } = this;
    let count = 0, gradientLeft = 0, hessianLeft = 0, gradientSum = 0, hessianSum = 0;
    for (let row = 0; row < weight.length; row++) {
      if (weight[row] === 0) continue;
      const g = gradient[row] * units + gradientLeft, wholeG = Math.floor(g + 0.5);
      const h = hessian[row] * units + hessianLeft, wholeH = Math.floor(h + 0.5);
      gradientLeft = g - wholeG;
      hessianLeft = h - wholeH;
      gradientSum += wholeG;
      hessianSum += wholeH;
      rows[count] = row;
      packed[count++] = wholeG * GRADIENT + wholeH;
    }
    return { node: 0, depth: 0, start: 0, end: count, gradient: gradientSum, hessian: hessianSum, lowest: -Infinity, highest: Infinity, histogram: null };
  }

  private children(job: Job, split: BoostingSplit, node: number, middle: number, features: Int32Array): Job[] {
    const { depth, start, end, lowest, highest } = job, { gradient, hessian, feature } = split;
    const leftJob: Job = { node, depth: depth + 1, start, end: middle, gradient, hessian, lowest, highest, histogram: null };
    const rightJob: Job = { node: node + 1, depth: depth + 1, start: middle, end, gradient: job.gradient - gradient, hessian: job.hessian - hessian, lowest, highest, histogram: null };
    const direction = this.options.monotone ? this.options.monotone[feature] : 0;
    if (direction !== 0) {
      // Nothing below the one side may pass what the other side may reach: both stop half way.
      const middleValue = (this.finder.leafValue(gradient, hessian, lowest, highest) + this.finder.leafValue(rightJob.gradient, rightJob.hessian, lowest, highest)) / 2;
      if (direction > 0) leftJob.highest = rightJob.lowest = middleValue;
      else leftJob.lowest = rightJob.highest = middleValue;
    }
    const deeper = depth + 1 < this.options.maxDepth && (this.finder.splittable(leftJob) || this.finder.splittable(rightJob));
    if (!deeper) this.freeHistograms.push(job.histogram!);
    else {
      // Only the smaller side is counted; the other is what is left of their parent.
      const [small, large] = middle - start <= end - middle ? [leftJob, rightJob] : [rightJob, leftJob];
      small.histogram = this.fillHistogram(small, features);
      large.histogram = subtract(job.histogram!, small.histogram, this.offsets, features);
    }
    return [rightJob, leftJob];
  }

  private fillHistogram({ start, end }: Job, features: Int32Array): Float64Array {
    const { offsets, rows, packed } = this, { codes } = this.table;
    const histogram = this.freeHistograms.pop()?.fill(0) ?? new Float64Array(offsets[offsets.length - 1]);
    let i = 0;
    for (; i + 3 < features.length; i += 4) {
      const a = features[i], b = features[i + 1], c = features[i + 2], d = features[i + 3];
      addFourColumns(codes[a], codes[b], codes[c], codes[d], offsets[a], offsets[b], offsets[c], offsets[d], rows, packed, start, end, histogram);
    }
    for (; i < features.length; i++) addColumn(codes[features[i]], offsets[features[i]], rows, packed, start, end, histogram);
    return histogram;
  }

  /** A leaf's value from the derivatives themselves, not from their rounded copies. */
  private setLeaf(builder: TreeBuilder, { node, start, end, lowest, highest }: Job, { gradient, hessian, weight }: Derivatives, scores: Float64Array): void {
    const { rows, units } = this;
    let g = 0, h = 0, cover = 0;
    for (let i = start; i < end; i++) {
      g += gradient[rows[i]];
      h += hessian[rows[i]];
      cover += weight[rows[i]];
    }
    const value = this.options.learningRate * this.finder.leafValue(g * units, h * units, lowest, highest);
    builder.setLeaf(node, value, cover);
    for (let i = start; i < end; i++) scores[rows[i]] += value;
  }
}

function coverInnerNodes(tree: Tree): Tree {
  for (let node = tree.feature.length - 1; node >= 0; node--) {
    if (tree.feature[node] >= 0) tree.cover[node] = tree.cover[tree.left[node]] + tree.cover[tree.left[node] + 1];
  }
  return tree;
}

function subtract(from: Float64Array, taken: Float64Array, offsets: Int32Array, features: Int32Array): Float64Array {
  for (const feature of features) for (let bin = offsets[feature]; bin < offsets[feature + 1]; bin++) from[bin] -= taken[bin];
  return from;
}

function addColumn(codes: Uint8Array, offset: number, rows: Int32Array, packed: Float64Array, start: number, end: number, histogram: Float64Array): void {
  for (let i = start; i < end; i++) histogram[offset + codes[rows[i]]] += packed[i];
}

/** Four columns in one pass: the row and its derivatives are read once, and four additions are under way at a time. */
function addFourColumns(
  codes0: Uint8Array, codes1: Uint8Array, codes2: Uint8Array, codes3: Uint8Array, offset0: number, offset1: number, offset2: number, offset3: number,
  rows: Int32Array, packed: Float64Array, start: number, end: number, histogram: Float64Array,
): void {
  for (let i = start; i < end; i++) {
    const row = rows[i], value = packed[i];
    const bin0 = offset0 + codes0[row], bin1 = offset1 + codes1[row], bin2 = offset2 + codes2[row], bin3 = offset3 + codes3[row];
    histogram[bin0] += value;
    histogram[bin1] += value;
    histogram[bin2] += value;
    histogram[bin3] += value;
  }
}
