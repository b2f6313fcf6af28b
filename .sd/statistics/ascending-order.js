const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
/**
 * The given rows in ascending order of their values (no NaN; infinities and ties are fine, ties
 * keep their order): what a sort by a comparison does, in time that grows with their number alone.
 * Radix sort, 16 bits at a time from the lowest: the bits of a double, its sign turned over, order
 * as the number does (Herf, 2001).
 */
export function ascendingOrder(values, rows) {
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    const [low, high] = LITTLE_ENDIAN ? [0, 1] : [1, 0];
    let from = Uint32Array.from(rows);
    let to = new Uint32Array(rows.length);
    for (let digit = 0; digit < 4; digit++) {
        const shift = DIGIT_BITS * (digit % 2);
        const word = digit < 2 ? low : high;
        const starts = new Uint32Array(DIGITS + 1);
        const digitOf = (row) => {
            // All bits of a negative number are turned over, of others the sign alone.
            const turned = words[2 * row + high] >>> 31 === 1 ? 0xffffffff : word === high ? 0x80000000 : 0;
            return ((words[2 * row + word] ^ turned) >>> shift) & (DIGITS - 1);
        };
        for (let i = 0; i < from.length; i++)
            starts[digitOf(from[i]) + 1]++;
        for (let d = 0; d < DIGITS; d++)
            starts[d + 1] += starts[d];
        for (let i = 0; i < from.length; i++)
            to[starts[digitOf(from[i])]++] = from[i];
        [from, to] = [to, from];
    }
    return from;
}
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
//# sourceMappingURL=ascending-order.js.map