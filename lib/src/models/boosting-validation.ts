import { rowMajorCodes, type BinnedTable } from "./binned-table.js";
import type { BoostingMember } from "./boosting-team.js";
import { softplus } from "./logistic-newton.js";
import type { Tree } from "./tree.js";
import { addLeafValues, walkable } from "./tree-prediction.js";

/** Rows that a fit watches to stop early, in shared memory. */
export interface ValidationRows {
  rowCount: number;
  /** `width` codes a row, row after row. */
  codes: Uint8Array;
  width: number;
  negatives: Float64Array;
  positives: Float64Array;
  scores: Float64Array;
  /** Summed loss of each chunk of rows. */
  losses: Float64Array;
}

/** Losses are added up chunk by chunk, so that rounding does not depend on who computes which. */
const CHUNK_ROWS = 2048;

export function validationRows(table: BinnedTable, baseScore: number): ValidationRows {
  const { rowCount, codes, negatives, positives } = table;
  return {
    rowCount,
    width: codes.length,
    codes: rowMajorCodes(table),
    negatives,
    positives,
    scores: shared(rowCount).fill(baseScore),
    losses: shared(Math.ceil(rowCount / CHUNK_ROWS)),
  };
}

function shared(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}

/** Follows the loss on the validation rows, with the other threads. */
export class BoostingValidation {
  /** Mean log loss after each round, and the first round with the lowest. */
  readonly logLoss: number[] = [];
  bestRound = 0;
  private readonly weight: number;

  constructor(
    private readonly rows: ValidationRows,
    private readonly member: BoostingMember,
  ) {
    this.weight = rows.negatives.reduce(
      (sum, negatives, row) => sum + negatives + rows.positives[row],
      0,
    );
  }

  add(tree: Tree): void {
    const { rowCount, codes, width, scores, losses } = this.rows;
    const {
      thread,
      memory: { threads },
    } = this.member;
    const walk = walkable(tree);
    for (let chunk = thread; chunk < losses.length; chunk += threads) {
      const from = chunk * CHUNK_ROWS;
      const count = Math.min(CHUNK_ROWS, rowCount - from);
      addLeafValues(
        walk,
        codes.subarray(from * width, (from + count) * width),
        width,
        scores,
        from,
        count,
      );
      losses[chunk] = this.lossOf(from, from + count);
    }
    this.member.wait();
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / this.weight;
    this.logLoss.push(mean);
    if (mean < this.logLoss[this.bestRound]) this.bestRound = this.logLoss.length - 1;
  }

  private lossOf(from: number, to: number): number {
    const { scores, negatives, positives } = this.rows;
    let loss = 0;
    for (let row = from; row < to; row++) {
      const score = scores[row];
      const ofZero = softplus(score);
      loss += negatives[row] * ofZero + positives[row] * (ofZero - score);
    }
    return loss;
  }
}
