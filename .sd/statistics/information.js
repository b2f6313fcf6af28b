/**
 * Shannon's entropy of a distribution given by counts, in bits: 0 where all is one value, log2(k)
 * where k are equally frequent.
 */
export function entropyBits(counts) {
    let total = 0;
    let weighted = 0;
    for (let i = 0; i < counts.length; i++) {
        total += counts[i];
        if (counts[i] > 0)
            weighted += counts[i] * Math.log2(counts[i]);
    }
    return total > 0 ? Math.max(0, Math.log2(total) - weighted / total) : 0;
}
/**
 * Mutual information of the rows and columns of a table of counts (row-major), in bits. The plug-in
 * estimate: above the truth by about (r-1)(c-1) / (2 n ln 2).
 */
export function mutualInformationBits(counts, columnCount) {
    const { rows, columns } = margins(counts, columnCount);
    return Math.max(0, entropyBits(rows) + entropyBits(columns) - entropyBits(counts));
}
/** Row and column sums of a table of counts (row-major). */
export function margins(counts, columnCount) {
    const rows = new Float64Array(counts.length / columnCount);
    const columns = new Float64Array(columnCount);
    let total = 0;
    for (let i = 0; i < counts.length; i++) {
        rows[Math.floor(i / columnCount)] += counts[i];
        columns[i % columnCount] += counts[i];
        total += counts[i];
    }
    return { rows, columns, total };
}
//# sourceMappingURL=information.js.map