import type { ShapleyValues } from "./shapley.js";
/** How much a player moves the output, over all explained rows. */
export interface PlayerSummary {
    name: string;
    features: readonly string[];
    /** Mean |Shapley value| over the rows, on the scale explained. */
    meanAbsolute: number;
    /** Of that mean: from rows as a sample of requests, not from the sampling of permutations. */
    standardError: number;
    /** Mean Shapley value: which way, on the whole, against the background. */
    mean: number;
    /** Part of the sum of all players' `meanAbsolute`; NaN where nobody moves anything. */
    share: number;
}
/** Mean |interaction| of two players over the rows, both halves of the index together. */
export interface PairSummary {
    players: readonly [string, string];
    meanAbsolute: number;
}
/** Players in their order; each vector counts as its rows. */
export declare function summariseShapley({ players, values, rowsOfVector, }: ShapleyValues): PlayerSummary[];
/** All pairs, strongest first. Throws where the values came without interactions. */
export declare function summariseInteractions({ players, interactions, rowsOfVector, }: ShapleyValues): PairSummary[];
