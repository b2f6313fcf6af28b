/**
 * Moves the rows that go left to the front, both sides in their old order; returns where the right
 * side starts. Every row is written to both sides and only the right one's end moves on: no branch
 * to mispredict.
 */
export function partition(codes, code, shift, rows, values, spareRows, spareValues, start, end) {
    const limit = code + shift;
    let left = start;
    let right = 0;
    for (let i = start; i < end; i++) {
        const row = rows[i];
        const value = values[i];
        const goesRight = (limit - ((codes[row] + shift) & 255)) >>> 31;
        rows[left] = row;
        values[left] = value;
        spareRows[right] = row;
        spareValues[right] = value;
        left += 1 - goesRight;
        right += goesRight;
    }
    for (let i = 0; i < right; i++) {
        rows[left + i] = spareRows[i];
        values[left + i] = spareValues[i];
    }
    return left;
}
//# sourceMappingURL=partition.js.map