/**
 * Codes rows by the combination of values in several columns, exactly: two rows share a code if and
 * only if they agree in every column. NaN equals NaN, and 0 equals -0. One pass a column; the table
 * of combinations is re-numbered after each, so that it never outgrows the number of combinations
 * that occur.
 */
export function codeRows(columns, rowCount) {
    let codes = new Uint32Array(rowCount);
    let count = Math.min(1, rowCount);
    for (const column of columns) {
        // Rows that all differ already cannot be told apart any better.
        if (count === rowCount)
            break;
        const values = codeColumn(column, rowCount);
        if (values.codeCount <= 1)
            continue;
        ({ codes, count } = combine(codes, count, values.codeOfRow, values.codeCount));
    }
    return { codeOfRow: codes, codeCount: count, firstRow: firstRows(codes, count) };
}
/**
 * Whole numbers below this (and below the number of rows) are coded by a table, everything else by
 * a hash table.
 */
const TABLE_VALUES = 1 << 16;
/** Codes one column by its distinct values. */
export function codeColumn(column, rowCount = column.length) {
    return codeFewValues(column, Infinity, rowCount);
}
/**
 * The same for a column of at most `most` distinct values; null, as soon as that is seen, for one
 * of more.
 */
export function codeFewValues(column, most, rowCount = column.length) {
    const codeOfRow = new Uint32Array(rowCount);
    const codeOfWhole = new Int32Array(Math.min(TABLE_VALUES, rowCount)).fill(-1);
    const codeOfOther = new Map();
    let count = 0;
    let previous = NaN;
    let previousCode = -1;
    for (let row = 0; row < rowCount; row++) {
        const value = column[row];
        // Logs come in runs of equal values: most rows need no look-up. (A Map treats NaN as equal to
        // itself and 0 as -0.)
        if (value !== previous) {
            const isWhole = (value | 0) === value && value >= 0 && value < codeOfWhole.length;
            let code = isWhole ? codeOfWhole[value] : (codeOfOther.get(value) ?? -1);
            if (code < 0) {
                code = count++;
                if (count > most)
                    return null;
                if (isWhole)
                    codeOfWhole[value] = code;
                else
                    codeOfOther.set(value, code);
            }
            previous = value;
            previousCode = code;
        }
        codeOfRow[row] = previousCode;
    }
    return { codeOfRow, codeCount: count, firstRow: firstRows(codeOfRow, count) };
}
/** Above this many possible combinations a hash table replaces the flat one. */
const FLAT_TABLE_LIMIT = 1 << 22;
function combine(left, leftCount, right, rightCount) {
    const rows = left.length;
    const codes = new Uint32Array(rows);
    let count = 0;
    if (leftCount * rightCount <= FLAT_TABLE_LIMIT) {
        const table = new Int32Array(leftCount * rightCount).fill(-1);
        for (let row = 0; row < rows; row++) {
            const cell = left[row] * rightCount + right[row];
            if (table[cell] < 0)
                table[cell] = count++;
            codes[row] = table[cell];
        }
        return { codes, count };
    }
    const table = new Map();
    for (let row = 0; row < rows; row++) {
        const cell = left[row] * rightCount + right[row];
        let code = table.get(cell);
        if (code === undefined)
            table.set(cell, (code = count++));
        codes[row] = code;
    }
    return { codes, count };
}
function firstRows(codeOfRow, codeCount) {
    const first = new Uint32Array(codeCount);
    // Codes are numbered in order of appearance, so the next new one is always the number seen so
    // far.
    for (let row = 0, seen = 0; row < codeOfRow.length && seen < codeCount; row++)
        if (codeOfRow[row] === seen)
            first[seen++] = row;
    return first;
}
//# sourceMappingURL=codes.js.map