import { type Requests } from "../requests/index.js";
import { type Interval } from "../statistics/index.js";
/** One of the fixes that were tried, applied and trained. */
export interface FixResult {
    fix: string;
    features: number;
    distinctVectors: number;
    /** Best lookup of one column, and the best possible, on the same rows. */
    floor: number;
    ceiling: number;
    /** A random forest's accuracy on held-out rows, with its interval over blocks of time. */
    accuracy: Interval;
}
/**
 * Applies each of the author's fixes to a campaign and trains a random forest on it: where floor
 * and ceiling stay together, no fix has given the model anything to learn. The first row is what he
 * started from, outcomes included: its accuracy is that of a model which is told the answer.
 */
export declare function tryFixes(requests: Requests, { seed, onProgress }: {
    seed: number;
    onProgress?: (shareDone: number, fix: string) => void;
}): Promise<FixResult[]>;
