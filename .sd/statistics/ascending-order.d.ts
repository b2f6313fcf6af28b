/**
 * The given rows in ascending order of their values (no NaN; infinities and ties are fine, ties
 * keep their order): what a sort by a comparison does, in time that grows with their number alone.
 * Radix sort, 16 bits at a time from the lowest: the bits of a double, its sign turned over, order
 * as the number does (Herf, 2001).
 */
export declare function ascendingOrder(values: Float64Array, rows: Uint32Array): Uint32Array;
