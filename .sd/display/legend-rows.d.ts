/**
 * Rows that a horizontal legend of these traces and shapes takes: one where all entries fit side by
 * side, else as many as columns of the widest entry's width make. `width` is that of the plot, px.
 */
export declare function legendRows(entries: readonly Record<string, unknown>[], fontSize: number, width: number): number;
