import { type Requests } from "../requests/index.js";
import { type Interval } from "../statistics/index.js";
import { type LabelOptions } from "./labels.js";
/**
 * What can be said of one cell: does a random Lambda request beat a random ECS request, and how
 * sure is that?
 */
export interface CellVerdict {
    cell: string;
    lambdaRows: number;
    ecsRows: number;
    /** P(Lambda beats ECS by the margins on both axes), with its interval. */
    probability: Interval;
    verdict: "lambda" | "ecs" | "too close to call" | "too thin to call";
    /**
     * How many times the cell's requests would settle it, if the probability stayed as it is; 1 when
     * it is settled, Infinity at exactly one half.
     */
    timesMoreNeeded: number;
    /**
     * The same in requests, with as many more blocks of time; at least, where the cell has a single
     * block and its error cannot be had.
     */
    requestsNeeded: {
        lambda: number;
        ecs: number;
    };
    /** In words: what would settle the cell; "" where it is settled. */
    toSettle: string;
}
/**
 * A verdict for each group of comparable requests, from the pair probability and its sampling
 * error. The error comes from the placements (Sen, 1960), added up within blocks of time before
 * they are squared: requests that were near in time share their fate, and counting them as
 * independent would make every cell look settled. The interval is Wilson's for as many trials as
 * that error is worth, lessened by Student's t for the number of blocks (Korn and Graubard, 1998,
 * for shares in clustered samples): it stays within 0 and 1, and a cell that one platform always
 * wins is not a certainty.
 */
export declare function cellVerdicts(requests: Requests, given?: Partial<LabelOptions>, blockMinutes?: number, level?: number): CellVerdict[];
