import { type Random } from "../statistics/index.js";
import type { BinnedTable } from "./binned-table.js";
/**
 * Bootstrap samples of a folded table with the distribution they have on its rows: a row of weight
 * w counts as w rows, so the counts are multinomial with the weights as shares.
 */
export declare class Bootstrap {
    private readonly size;
    private readonly sample;
    /** Of each entry; empty where rows are drawn one by one. */
    private readonly weights;
    /**
     * The entry (row, and label in the lowest bit) of each row before folding, or null where only
     * entries are drawn.
     */
    private readonly entryOfRow;
    /** @param size draws a sample  @param byRow keeps `lastDraws`, which needs whole weights */
    constructor(table: BinnedTable, size: number, byRow: boolean);
    /**
     * How often each row before folding was drawn last, rows in the order of the table's entries;
     * empty unless asked for.
     */
    readonly lastDraws: Uint16Array;
    /** The entries (2 * row + label) of the rows that `lastDraws` counts. */
    get entries(): Uint32Array;
    /** A sample as `ForestTreeGrower` takes it; the next one is written over it. */
    draw(random: Random): Float64Array;
}
