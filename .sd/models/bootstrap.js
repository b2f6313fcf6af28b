import { drawMultinomial } from "../statistics/index.js";
import { packCounts } from "./forest-tree.js";
/**
 * Below this many draws a distinct row, drawing row by row is faster than one binomial a distinct
 * row.
 */
const MANY_DRAWS = 20;
/**
 * Bootstrap samples of a folded table with the distribution they have on its rows: a row of weight
 * w counts as w rows, so the counts are multinomial with the weights as shares.
 */
export class Bootstrap {
    size;
    sample;
    /** Of each entry; empty where rows are drawn one by one. */
    weights;
    /**
     * The entry (row, and label in the lowest bit) of each row before folding, or null where only
     * entries are drawn.
     */
    entryOfRow;
    /** @param size draws a sample  @param byRow keeps `lastDraws`, which needs whole weights */
    constructor(table, size, byRow) {
        this.size = size;
        const weights = new Float64Array(2 * table.rowCount);
        for (let row = 0; row < table.rowCount; row++) {
            weights[2 * row] = table.negatives[row];
            weights[2 * row + 1] = table.positives[row];
        }
        this.sample = new Float64Array(table.rowCount);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const whole = weights.every(Number.isInteger);
        this.entryOfRow =
            whole && (byRow || total < MANY_DRAWS * table.rowCount) ? expand(weights, total) : null;
        this.weights = this.entryOfRow ? new Float64Array(0) : weights;
        this.lastDraws = new Uint16Array(byRow ? total : 0);
    }
    /**
     * How often each row before folding was drawn last, rows in the order of the table's entries;
     * empty unless asked for.
     */
    lastDraws;
    /** The entries (2 * row + label) of the rows that `lastDraws` counts. */
    get entries() {
        return this.entryOfRow;
    }
    /** A sample as `ForestTreeGrower` takes it; the next one is written over it. */
    draw(random) {
        const { sample, entryOfRow, lastDraws, weights, size } = this;
        sample.fill(0);
        if (!entryOfRow) {
            const drawn = new Float64Array(weights.length);
            drawMultinomial(random, size, weights, drawn);
            drawn.forEach((draws, entry) => (sample[entry >> 1] += packCounts(draws, entry & 1 ? draws : 0)));
        }
        else if (lastDraws.length > 0) {
            lastDraws.fill(0);
            for (let i = 0; i < size; i++)
                lastDraws[random.integer(entryOfRow.length)]++;
            lastDraws.forEach((draws, row) => (sample[entryOfRow[row] >> 1] += packCounts(draws, entryOfRow[row] & 1 ? draws : 0)));
        }
        else {
            for (let i = 0; i < size; i++) {
                const entry = entryOfRow[random.integer(entryOfRow.length)];
                sample[entry >> 1] += packCounts(1, entry & 1);
            }
        }
        return sample;
    }
}
function expand(weights, total) {
    const entries = new Uint32Array(total);
    let at = 0;
    weights.forEach((weight, entry) => {
        entries.fill(entry, at, at + weight);
        at += weight;
    });
    return entries;
}
//# sourceMappingURL=bootstrap.js.map