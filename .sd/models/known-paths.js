/** @param codes `width` codes a row, row after row */
export function knowPaths(trees, codes, width, rowCount) {
    const value = new Float64Array(new SharedArrayBuffer(8 * rowCount * trees.length));
    const tested = new Int32Array(new SharedArrayBuffer(4 * rowCount * trees.length));
    trees.forEach((tree, t) => followPaths(tree, codes, width, value, tested, t * rowCount, rowCount));
    return { rowCount, value, tested };
}
function followPaths({ nodes, value: values, depth }, codes, width, value, tested, offset, rowCount) {
    for (let row = 0; row < rowCount; row++) {
        let at = 0;
        let seen = 0;
        for (let d = 0; d < depth; d++) {
            const test = nodes[at + 1];
            const code = (codes[row * width + (test >>> 9)] + ((test >>> 8) & 1)) & 255;
            const next = nodes[at] + ((((test & 255) - code) >>> 31) << 1);
            if (next === at)
                break;
            seen |= 1 << (test >>> 9);
            at = next;
        }
        value[offset + row] = values[at >> 1];
        tested[offset + row] = seen;
    }
}
export function bitsOf(features) {
    let bits = 0;
    for (const feature of features)
        bits |= 1 << feature;
    return bits;
}
/**
 * Adds the value of the known leaf to the sums of the rows that must come out there; lists the
 * others, and returns how many they are.
 */
export function addKnownLeaves(tree, { paths, first, replaced }, sums, from, count, others) {
    const { value, tested } = paths;
    const offset = tree * paths.rowCount;
    let listed = 0;
    for (let i = 0; i < count; i++) {
        const at = offset + first[from + i];
        const unknown = (tested[at] & replaced) !== 0;
        others[listed] = i;
        listed += unknown ? 1 : 0;
        sums[from + i] += unknown ? 0 : value[at];
    }
    return listed;
}
//# sourceMappingURL=known-paths.js.map