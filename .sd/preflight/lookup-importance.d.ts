/** Something a router is told about each request, as numbers that stand for its values. */
export interface Input {
    name: string;
    values: ArrayLike<number>;
}
export interface LookupImportance {
    /** Accuracy of the lookups on the rows they were not made from. */
    accuracy: number;
    /**
     * By how much that accuracy falls when one input is shuffled, in the order of the inputs, and
     * each one's part of the sum (a rise counts 0; NaN where none matters).
     */
    inputs: {
        input: string;
        drop: number;
        share: number;
    }[];
}
/**
 * Permutation importance (Breiman, 2001) of the best lookup table of a few inputs, as a fast
 * stand-in for a model's: the set of inputs whose lookup does best on held-out rows of one half
 * (`heldOutAccuracy`) answers for the other half, and the reverse. Nothing is drawn: the expected
 * accuracy under all shuffles is added up over the values an input may take. A combination that the
 * lookup has never seen tells it nothing, and it answers as it would without the shuffled input.
 *
 * `half` is 0 or 1 for each row; rows that share their fate should stand in the same half. Inputs
 * that always come together cannot be told apart: the first of them gets the importance.
 */
export declare function lookupImportance(inputs: readonly Input[], label: Uint8Array, half: ArrayLike<number>): LookupImportance;
