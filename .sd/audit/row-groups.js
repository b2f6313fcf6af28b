/**
 * Codes rows by the combination of values in all columns, exactly, as `codeRows` does, for tables
 * in which nearly every row is different: one pass of hashing instead of one table of combinations
 * a column.
 */
export function groupRows(columns, rowCount) {
    const high = new Uint32Array(rowCount).fill(0x9e3779b9);
    const low = new Uint32Array(rowCount).fill(0x85ebca6b);
    for (const column of columns)
        mixIn(column, high, low);
    const codeOfKey = new Map();
    const codeOfRow = new Uint32Array(rowCount);
    const firstRow = [];
    const same = (a, b) => columns.every((column) => column[a] === column[b] || (Number.isNaN(column[a]) && Number.isNaN(column[b])));
    for (let row = 0; row < rowCount; row++) {
        // 53 bits, the most a number holds exactly; different rows of one key are told apart and given
        // the next free key.
        let key = high[row] * 0x200000 + (low[row] >>> 11);
        let code = codeOfKey.get(key);
        while (code !== undefined && !same(row, firstRow[code]))
            code = codeOfKey.get(++key);
        if (code === undefined) {
            code = firstRow.push(row) - 1;
            codeOfKey.set(key, code);
        }
        codeOfRow[row] = code;
    }
    return { codeOfRow, codeCount: firstRow.length, firstRow: Uint32Array.from(firstRow) };
}
/**
 * Mixes a column's values into two running hashes a row (the multiply and rotate steps of
 * MurmurHash3).
 */
function mixIn(column, high, low) {
    const value = new Float64Array(1);
    const bits = new Uint32Array(value.buffer);
    for (let row = 0; row < column.length; row++) {
        // 0 and -0 are one value, and so are all NaN.
        value[0] = Number.isNaN(column[row]) ? NaN : column[row] + 0;
        let h = Math.imul(bits[0] ^ high[row], 0xcc9e2d51);
        h = Math.imul(((h << 15) | (h >>> 17)) ^ bits[1], 0x1b873593);
        high[row] = (h << 13) | (h >>> 19);
        let l = Math.imul(bits[1] ^ low[row], 0x85ebca6b);
        l = Math.imul(l ^ (l >>> 13) ^ bits[0], 0xc2b2ae35);
        low[row] = l ^ (l >>> 16);
    }
}
//# sourceMappingURL=row-groups.js.map