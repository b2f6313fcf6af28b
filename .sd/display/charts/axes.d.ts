/**
 * An axis in powers of ten over the positive ones of `values`: ticks at 1, 2 and 5 of each decade
 * where there are few decades, else at each decade, written out (Plotly writes the ones between as
 * bare digits).
 */
export declare function logAxis(values: Iterable<number>): Record<string, unknown>;
/** All numbers of several series, limits included. */
export declare function allValues(series: readonly {
    values: ArrayLike<number>;
    low?: ArrayLike<number>;
    high?: ArrayLike<number>;
}[]): Generator<number>;
