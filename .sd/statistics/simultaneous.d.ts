/**
 * The level at which each of `comparisons` intervals must be made so that all of them hold at once
 * with probability `level` at least (Bonferroni).
 */
export declare function simultaneousLevel(level: number, comparisons: number): number;
