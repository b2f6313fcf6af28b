import { createRandom, drawBinomial, type Random } from "../statistics/index.js";
import { rowMajorCodes, type BinnedTable } from "./binned-table.js";
import { BoostingTreeGrower, type BoostingTreeOptions, type Derivatives } from "./boosting-tree.js";
import { logistic } from "./logistic-newton.js";
import type { Tree } from "./tree.js";
import { addLeafValues, walkable } from "./tree-prediction.js";

/** All that a thread needs to boost. */
export interface BoostingTask extends BoostingTreeOptions {
  table: BinnedTable;
  validation: BinnedTable | null;
  seed: number;
  nEstimators: number;
  subsample: number;
  colsampleByTree: number;
  scalePosWeight: number;
  earlyStoppingRounds: number | null;
  /** Log-odds to start from. */
  baseScore: number;
}

/** Boosts round by round; the caller decides where to breathe. */
export class BoostingTrainer {
  readonly trees: Tree[] = [];
  /** Mean log loss on the validation rows after each round; empty without any. */
  readonly validationLogLoss: number[] = [];
  private readonly grower: BoostingTreeGrower;
  private readonly scores: Float64Array;
  private readonly derivatives: Derivatives;
  private readonly validation: { table: BinnedTable; codes: Uint8Array; scores: Float64Array } | null;
  private readonly random: Random;
  private readonly everyFeature: Int32Array;
  private bestRound = 0;

  constructor(private readonly task: BoostingTask) {
    const { table, validation, scalePosWeight } = task, rows = table.rowCount;
    const weight = table.negatives.reduce((sum, negatives, row) => sum + negatives + scalePosWeight * table.positives[row], 0);
    this.grower = new BoostingTreeGrower(table, task, weight);
    this.scores = new Float64Array(rows).fill(task.baseScore);
    this.derivatives = { gradient: new Float64Array(rows), hessian: new Float64Array(rows), weight: new Float64Array(rows) };
    this.random = createRandom(`${task.seed}/boosting`);
    this.everyFeature = Int32Array.from(table.codes, (_, f) => f);
    this.validation = validation && { table: validation, codes: rowMajorCodes(validation), scores: new Float64Array(validation.rowCount).fill(task.baseScore) };
  }

  /** Rounds to keep: those up to the best one, where the fit stops early. */
  get bestRounds(): number {
    return this.stopsEarly ? this.bestRound + 1 : this.trees.length;
  }

  get done(): boolean {
    const { nEstimators, earlyStoppingRounds } = this.task;
    return this.trees.length >= nEstimators || (this.stopsEarly && this.trees.length > this.bestRound + earlyStoppingRounds!);
  }

  round(): void {
    const { table } = this.task, { scores } = this;
    this.derive();
    const tree = this.grower.grow(this.derivatives, this.chooseFeatures(), scores);
    const { weight } = this.derivatives;
    if (this.task.subsample < 1) for (let row = 0; row < weight.length; row++) if (weight[row] === 0) scores[row] += tree.value[leafOf(tree, table.codes, row)];
    this.trees.push(tree);
    if (this.validation) this.validate(tree);
  }

  private get stopsEarly(): boolean {
    return this.validation !== null && this.task.earlyStoppingRounds !== null;
  }

  /** The logistic loss's derivatives by the log-odds, at the present scores, of the rows in this round's sample. */
  private derive(): void {
    const { table: { negatives, positives }, scalePosWeight, subsample } = this.task, { scores } = this, { gradient, hessian, weight } = this.derivatives;
    for (let row = 0; row < scores.length; row++) {
      const n = subsample < 1 ? this.sampled(negatives[row]) : negatives[row];
      const p = scalePosWeight * (subsample < 1 ? this.sampled(positives[row]) : positives[row]);
      const probability = logistic(scores[row]);
      weight[row] = n + p;
      gradient[row] = (n + p) * probability - p;
      hessian[row] = (n + p) * Math.max(probability * (1 - probability), 1e-16);
    }
  }

  /** How much of a weight is in the sample: each of its rows by its own chance; a fractional weight as a whole. */
  private sampled(weight: number): number {
    if (weight === 0) return 0;
    const { subsample } = this.task;
    return Number.isInteger(weight) && weight !== 1 ? drawBinomial(this.random, weight, subsample) : this.random.uniform() < subsample ? weight : 0;
  }

  private chooseFeatures(): Int32Array {
    const { everyFeature } = this, { colsampleByTree } = this.task;
    if (colsampleByTree === 1) return everyFeature;
    return this.random.shuffle(everyFeature.slice()).subarray(0, Math.max(1, Math.round(colsampleByTree * everyFeature.length))).sort();
  }

  private validate(tree: Tree): void {
    const { table, codes, scores } = this.validation!, { negatives, positives } = table;
    addLeafValues(walkable(tree), codes, table.codes.length, scores, 0, table.rowCount);
    let loss = 0, weight = 0;
    for (let row = 0; row < table.rowCount; row++) {
      // ln(1 + e^s), without overflow.
      const score = scores[row], softplus = Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)));
      loss += negatives[row] * softplus + positives[row] * (softplus - score);
      weight += negatives[row] + positives[row];
    }
    this.validationLogLoss.push(loss / weight);
    if (loss / weight < this.validationLogLoss[this.bestRound]) this.bestRound = this.validationLogLoss.length - 1;
  }
}

function leafOf({ feature, code, missingLeft, left }: Tree, codes: readonly Uint8Array[], row: number): number {
  let node = 0;
  while (feature[node] >= 0) node = left[node] + (((codes[feature[node]][row] + missingLeft[node]) & 255) > code[node] + missingLeft[node] ? 1 : 0);
  return node;
}
