import type { LogisticProblem, LogisticSolution } from "./logistic-newton.js";
/**
 * Some combination of features splits (part of) the rows by label without an error, so that no
 * finite coefficients are the most likely ones (Albert and Anderson, 1984). "complete": all rows
 * are split; "quasi-complete": some are, the others lie on the boundary.
 */
export interface Separation {
    kind: "complete" | "quasi-complete";
    /** Features whose coefficients grow without end. */
    features: string[];
    /** Weight of the rows that are split off. */
    weight: number;
}
/**
 * Newton's steps after which a most likely fit that exists has been found: separated rows have then
 * moved by about one unit a step.
 */
export declare const SEPARATION_ITERATIONS = 25;
/**
 * Tells separation from how Newton's method ended on the problem without a penalty, by a
 * certificate. Coefficients that put every row on its right side prove complete separation. Where
 * the method did not converge, its last step proves quasi-complete separation if no row moved the
 * wrong way and none with both labels moved at all (but for 1 % of the longest move, since the last
 * step only nears that direction). `names` are those of `columns` after the intercept.
 */
export declare function findSeparation({ negatives, positives }: LogisticProblem, solution: LogisticSolution, names: readonly string[]): Separation | null;
