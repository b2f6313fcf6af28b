import { type Blocks } from "./block-bootstrap.js";
import { type Interval } from "./intervals.js";
/** Is one of two classifiers more often right than the other on the same rows, beyond chance? */
export interface PairedTest {
    /**
     * Accuracy of the first minus that of the second; all numbers where nothing is known of chance.
     */
    difference: Interval;
    /**
     * Two-sided p-value, of the same test as the interval: below 1 - level exactly where the interval
     * leaves out 0. 1 where nothing is known of chance.
     */
    p: number;
    /** What was treated as one draw. */
    unit: "block" | "row";
    /** Blocks, or rows, that were drawn. */
    units: number;
}
/**
 * The paired test of this study. `right` holds, for each row, 1 where only the first classifier is
 * right, -1 where only the second is, 0 where both or neither are. Rows that are near in time share
 * their fate, and rows with the same features get the same two answers, so that differences come in
 * clumps: the unit is the block, and the variance that of resampling blocks within runs
 * (`blockError`). The interval is Student's, with as many degrees
 * of freedom as there are blocks less runs.
 *
 * It is widened where need be to the interval of independent rows (Agresti and Min, 2005): blocks
 * that hold no difference vary by nothing, and that is not certainty. Without blocks the rows alone
 * are left, and `unit` says so.
 */
export declare function pairedTest(right: ArrayLike<number>, { blocks, level }?: {
    blocks?: Blocks | undefined;
    level?: number;
}): PairedTest;
