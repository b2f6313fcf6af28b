/**
 * Moves the rows that go left to the front, both sides in their old order; returns where the right
 * side starts. Every row is written to both sides and only the right one's end moves on: no branch
 * to mispredict.
 */
export declare function partition(codes: Uint8Array, code: number, shift: number, rows: Int32Array, values: Float64Array, spareRows: Int32Array, spareValues: Float64Array, start: number, end: number): number;
