/**
 * Shannon's entropy of a distribution given by counts, in bits: 0 where all is one value, log2(k)
 * where k are equally frequent.
 */
export declare function entropyBits(counts: ArrayLike<number>): number;
/**
 * Mutual information of the rows and columns of a table of counts (row-major), in bits. The plug-in
 * estimate: above the truth by about (r-1)(c-1) / (2 n ln 2).
 */
export declare function mutualInformationBits(counts: ArrayLike<number>, columnCount: number): number;
/** Row and column sums of a table of counts (row-major). */
export declare function margins(counts: ArrayLike<number>, columnCount: number): {
    rows: Float64Array;
    columns: Float64Array;
    total: number;
};
