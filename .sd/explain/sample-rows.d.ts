/** At most `count` of the rows, drawn without replacement by the seed, in the order of the rows. */
export declare function sampleRows(rows: Uint32Array, count: number, seed: number): Uint32Array;
