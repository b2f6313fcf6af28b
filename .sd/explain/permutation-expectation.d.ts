import { type Blocks, type RowCodes } from "../statistics/index.js";
import type { GroupView, PairPredictions } from "./permutation-pairs.js";
import { type RowLoss } from "./row-losses.js";
/** The expectation of a permutation importance over all shuffles. */
export interface ExactRise {
    mean: number;
    /**
     * Over the choice of rows (Hajek's projection of the two-sample statistic; van der Vaart, 1998,
     * section 12.1), or of blocks of time where that is more. NaN for one row.
     */
    standardError: number;
    /** What was taken as one draw, and how many of them the error was estimated from. */
    over: "blocks" | "rows";
    degreesOfFreedom: number;
}
export interface ExpectationTask {
    view: GroupView;
    strata: RowCodes;
    predictions: PairPredictions;
    losses: readonly RowLoss[];
    threshold: number;
    /** Blocks of time of the rows; without them rows are taken as independent. */
    blocks?: Blocks | undefined;
    /** With more pairs than this to ask the model for, there is no exact answer. */
    mostPairs: number;
}
/**
 * A row of a stratum receives each group value of that stratum with its share there, so the
 * expected loss after a shuffle is a mean over pairs of a rest and a group value. Reserves those
 * pairs now; the returned function computes one result a loss once they are predicted. null where
 * there are too many.
 */
export declare function exactRise(task: ExpectationTask): (() => ExactRise[]) | null;
