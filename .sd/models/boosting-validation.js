import { rowMajorCodes } from "./binned-table.js";
import { softplus } from "./logistic-newton.js";
import { addLeafValues, walkable } from "./tree-prediction.js";
/** Losses are added up chunk by chunk, so that rounding does not depend on who computes which. */
const CHUNK_ROWS = 2048;
export function validationRows(table, baseScore) {
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
function shared(length) {
    return new Float64Array(new SharedArrayBuffer(8 * length));
}
/** Follows the loss on the validation rows, with the other threads. */
export class BoostingValidation {
    rows;
    member;
    /** Mean log loss after each round, and the first round with the lowest. */
    logLoss = [];
    bestRound = 0;
    weight;
    constructor(rows, member) {
        this.rows = rows;
        this.member = member;
        this.weight = rows.negatives.reduce((sum, negatives, row) => sum + negatives + rows.positives[row], 0);
    }
    add(tree) {
        const { rowCount, codes, width, scores, losses } = this.rows;
        const { thread, memory: { threads }, } = this.member;
        const walk = walkable(tree);
        for (let chunk = thread; chunk < losses.length; chunk += threads) {
            const from = chunk * CHUNK_ROWS;
            const count = Math.min(CHUNK_ROWS, rowCount - from);
            addLeafValues(walk, codes.subarray(from * width, (from + count) * width), width, scores, from, count);
            losses[chunk] = this.lossOf(from, from + count);
        }
        this.member.wait();
        const mean = losses.reduce((sum, loss) => sum + loss, 0) / this.weight;
        this.logLoss.push(mean);
        if (mean < this.logLoss[this.bestRound])
            this.bestRound = this.logLoss.length - 1;
    }
    lossOf(from, to) {
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
//# sourceMappingURL=boosting-validation.js.map