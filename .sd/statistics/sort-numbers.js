/** Below this many numbers the built-in sort is as quick. */
const FEW = 2048;
/** Cells with at most this many numbers are sorted by insertion. */
const SMALL_CELL = 24;
/**
 * Sorts finite numbers in ascending order, in place, and returns them: what `sort` does, but in
 * time that grows with their number alone where they are spread out. Each goes to one of as many
 * equal cells as there are numbers; then every cell is sorted by itself.
 */
export function sortNumbers(values) {
    const count = values.length;
    if (count < FEW)
        return values.sort();
    let lowest = Infinity;
    let highest = -Infinity;
    for (let i = 0; i < count; i++) {
        if (values[i] < lowest)
            lowest = values[i];
        if (values[i] > highest)
            highest = values[i];
    }
    const perUnit = (count - 1) / (highest - lowest);
    if (!(perUnit > 0 && perUnit < Infinity))
        return values.sort();
    // Never falls with the value, whatever the rounding: cells come in the order of their numbers.
    const starts = new Uint32Array(count + 1);
    const byCell = new Float64Array(count);
    for (let i = 0; i < count; i++)
        starts[Math.floor((values[i] - lowest) * perUnit) + 1]++;
    for (let cell = 0; cell < count; cell++)
        starts[cell + 1] += starts[cell];
    for (let i = 0; i < count; i++)
        byCell[starts[Math.floor((values[i] - lowest) * perUnit)]++] = values[i];
    // Each start has moved on to its cell's end.
    for (let cell = 0, from = 0; cell < count; cell++) {
        const to = starts[cell];
        if (to - from > 1)
            sortCell(byCell, from, to);
        from = to;
    }
    values.set(byCell);
    return values;
}
function sortCell(values, from, to) {
    if (to - from > SMALL_CELL) {
        for (let i = from + 1; i < to; i++)
            if (values[i] < values[i - 1])
                return void values.subarray(from, to).sort();
        return;
    }
    for (let i = from + 1; i < to; i++) {
        const value = values[i];
        let at = i;
        for (; at > from && values[at - 1] > value; at--)
            values[at] = values[at - 1];
        values[at] = value;
    }
}
//# sourceMappingURL=sort-numbers.js.map