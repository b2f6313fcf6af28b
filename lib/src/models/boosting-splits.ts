import type { BinnedTable } from "./binned-table.js";
import { binCount, MISSING_CODE } from "./binning.js";

/**
 * Gradient and hessian of a row in one Float64: gradient * 2^25 + hessian, both whole numbers of a small unit. One
 * addition a row and column fills both histograms, and whole sums are exact: the same in any order.
 */
export const GRADIENT = 2 ** 25;
const PER_GRADIENT = 1 / GRADIENT;

/** Units a row: sums of hessians (at most a quarter of the weight) stay below 2^25, those of gradients below 2^27. */
export function unitsPerWeight(weight: number): number {
  return 2 ** Math.floor(Math.log2((0.99 * 2 ** 27) / weight));
}

export interface SplitRules {
  lambda: number;
  gamma: number;
  minChildWeight: number;
  /** -1, 0 or 1 a feature, or null where no feature is constrained. */
  monotone: Int8Array | null;
}

/** Sums of a node and the values its leaves may take, both in the histogram's units where they are sums. */
export interface NodeSums {
  gradient: number;
  hessian: number;
  lowest: number;
  highest: number;
}

/** A split: rows whose code is at most `code` go left; `gradient` and `hessian` are the left side's. */
export interface BoostingSplit {
  gain: number;
  feature: number;
  code: number;
  missingLeft: boolean;
  gradient: number;
  hessian: number;
}

/** XGBoost does not split for less. */
const LEAST_GAIN = 1e-6;

/** Where each feature's bins start in a node's histogram. A feature with missing values has the missing code's bin, too. */
export function histogramOffsets({ bins }: BinnedTable): Int32Array {
  const offsets = new Int32Array(bins.length + 1);
  bins.forEach((feature, f) => (offsets[f + 1] = offsets[f] + (feature.hasMissing ? 256 : binCount(feature))));
  return offsets;
}

/** Finds the best split of a node by the second-order gain of Chen and Guestrin (2016), equations 7 and 2. */
export class BoostingSplitFinder {
  private readonly lambda: number;
  private readonly leastHessian: number;
  private readonly leastGain: number;

  /** @param units as `unitsPerWeight` gave them */
  constructor(private readonly table: BinnedTable, private readonly offsets: Int32Array, private readonly rules: SplitRules, units: number) {
    this.lambda = rules.lambda * units;
    this.leastHessian = rules.minChildWeight * units;
    this.leastGain = Math.max(rules.gamma, LEAST_GAIN) * units;
  }

  /** Whether a node has enough hessian for two children. */
  splittable({ hessian }: NodeSums): boolean {
    return hessian > 0 && hessian >= 2 * this.leastHessian;
  }

  /** The value of a leaf with these sums, before shrinkage. */
  leafValue(gradient: number, hessian: number, lowest: number, highest: number): number {
    return hessian + this.lambda > 0 ? Math.min(highest, Math.max(lowest, -gradient / (hessian + this.lambda))) : 0;
  }

  /** The best split over these features, or null; of equal gains the lowest feature and code win (features come in ascending order). */
  find(histogram: Float64Array, node: NodeSums, features: Int32Array): BoostingSplit | null {
    const best: BoostingSplit = { gain: this.leastGain, feature: -1, code: 0, missingLeft: false, gradient: 0, hessian: 0 };
    for (const feature of features) {
      const { hasMissing } = this.table.bins[feature], offset = this.offsets[feature];
      const missing = hasMissing ? histogram[offset + MISSING_CODE] : 0;
      this.scan(histogram, offset, feature, node, 0, missing !== 0, best);
      if (missing !== 0) this.scan(histogram, offset, feature, node, missing, false, best);
    }
    return best.feature < 0 ? null : best;
  }

  /** @param onLeft what goes left from the start  @param missingRight whether splitting off the missing values alone is a split */
  private scan(histogram: Float64Array, offset: number, feature: number, node: NodeSums, onLeft: number, missingRight: boolean, best: BoostingSplit): void {
    const { lambda, leastHessian } = this, constrained = this.rules.monotone !== null;
    const end = binCount(this.table.bins[feature]) - (missingRight ? 0 : 1), someMissing = missingRight || onLeft !== 0;
    const parent = constrained ? this.constrainedScore(node.gradient, node.hessian, node) : (node.gradient * node.gradient) / (node.hessian + lambda);
    let left = onLeft;
    for (let code = 0; code < end; code++) {
      const here = histogram[offset + code];
      if (here === 0) continue;
      left += here;
      const gradient = Math.floor(left * PER_GRADIENT), hessian = left - gradient * GRADIENT, rightHessian = node.hessian - hessian;
      if (hessian < leastHessian || hessian === 0) continue;
      if (rightHessian < leastHessian || rightHessian <= 0) break;
      const rightGradient = node.gradient - gradient;
      const gain = constrained
        ? this.constrainedGain(feature, gradient, hessian, rightGradient, rightHessian, node) - parent
        : (gradient * gradient) / (hessian + lambda) + (rightGradient * rightGradient) / (rightHessian + lambda) - parent;
      if (gain <= best.gain) continue;
      best.gain = gain;
      best.feature = feature;
      best.code = code;
      // A node without missing values sends later ones to its heavier side.
      best.missingLeft = someMissing ? onLeft !== 0 : hessian >= rightHessian;
      best.gradient = gradient;
      best.hessian = hessian;
    }
  }

  /** Both sides' scores, or -Infinity where their values would be in the wrong order. */
  private constrainedGain(feature: number, gradient: number, hessian: number, rightGradient: number, rightHessian: number, node: NodeSums): number {
    const direction = this.rules.monotone![feature], { lowest, highest } = node;
    const left = this.leafValue(gradient, hessian, lowest, highest), right = this.leafValue(rightGradient, rightHessian, lowest, highest);
    if (direction * (right - left) < 0) return -Infinity;
    return this.constrainedScore(gradient, hessian, node) + this.constrainedScore(rightGradient, rightHessian, node);
  }

  private constrainedScore(gradient: number, hessian: number, { lowest, highest }: NodeSums): number {
    const value = this.leafValue(gradient, hessian, lowest, highest);
    return -(2 * gradient * value + (hessian + this.lambda) * value * value);
  }
}
