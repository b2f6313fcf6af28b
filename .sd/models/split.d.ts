/** Which rows a model learns from, tunes on and is judged on: row numbers, no row in two parts. */
export interface Split {
    /** What was kept apart: "stratified 60/20/20", "without midday", … */
    name: string;
    train: Uint32Array;
    /** Empty where the split has no such part. */
    validation: Uint32Array;
    test: Uint32Array;
}
/** The shares of a split's parts. What they leave of 1 is not used. */
export interface SplitShares {
    train: number;
    validation: number;
    test: number;
}
/** The author's shares. */
export declare const DEFAULT_SHARES: SplitShares;
/**
 * Throws on shares that are negative, add up to more than 1, or leave nothing to learn from or to
 * judge on.
 */
export declare function checkShares({ train, validation, test }: SplitShares): void;
/** "60/20/20" */
export declare function sharesName({ train, validation, test }: SplitShares): string;
