import { createRandom } from "../statistics/index.js";
import { rowMajorCodes } from "./binned-table.js";
import { Bootstrap } from "./bootstrap.js";
import { ForestTreeGrower, packCounts } from "./forest-tree.js";
import { addLeafValues, walkable } from "./tree-prediction.js";
/**
 * Grows trees of a forest by number: tree t is the same whichever thread grows it, and whatever it
 * grew before.
 */
export class ForestTrainer {
    task;
    grower;
    bootstrap;
    rowMajorCodes;
    constructor(task) {
        this.task = task;
        this.grower = new ForestTreeGrower(task.table, task);
        this.bootstrap =
            task.sampleSize === null ? null : new Bootstrap(task.table, task.sampleSize, task.oobScore);
        this.rowMajorCodes = task.oobScore ? rowMajorCodes(task.table) : null;
    }
    grow(number) {
        const { table, seed } = this.task;
        const random = createRandom(`${seed}/tree/${number}`);
        const sample = this.bootstrap
            ? this.bootstrap.draw(random)
            : table.negatives.map((n, row) => packCounts(n + table.positives[row], table.positives[row]));
        const tree = this.grower.grow(sample, random);
        return { tree, outOfBag: this.rowMajorCodes && this.outOfBag(tree, this.rowMajorCodes) };
    }
    outOfBag(tree, codes) {
        const { rowCount, codes: columns } = this.task.table;
        const answers = new Float64Array(rowCount);
        addLeafValues(walkable(tree), codes, columns.length, answers, 0, rowCount);
        const { entries, lastDraws } = this.bootstrap;
        return Float32Array.from(lastDraws, (draws, row) => draws > 0 ? NaN : answers[entries[row] >> 1]);
    }
}
/**
 * The entries (2 * row + label) of a table of whole weights, one a row before folding, in the order
 * that `Bootstrap` gives them.
 */
export function labelOfEntries({ negatives, positives }) {
    const labels = new Uint8Array(negatives.reduce((sum, n, row) => sum + n + positives[row], 0));
    let at = 0;
    for (let row = 0; row < negatives.length; row++) {
        labels.fill(1, at + negatives[row], at + negatives[row] + positives[row]);
        at += negatives[row] + positives[row];
    }
    return labels;
}
//# sourceMappingURL=forest-training.js.map