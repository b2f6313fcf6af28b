import type { Verdict } from "../campaign/index.js";
import { type Interval } from "../statistics/index.js";
/**
 * How the audit deals with many comparisons. A check that looks at m cells makes each interval at
 * the level 1 - 0.001/m (Bonferroni), so that with probability .999 all of them hold at once; an
 * audit of some forty checks then raises a false alarm from chance alone in at most 4 of 100
 * campaigns. What is large enough to matter is decided by the thresholds, never by significance:
 * with 88,286 rows everything is significant.
 */
export declare const CHECK_LEVEL = 0.999;
/** The level of each interval where `cells` of them are looked at together. */
export declare function cellLevel(cells: number): number;
/** A share among several that are looked at together. */
export declare function shareOf(successes: number, trials: number, cells?: number): Interval;
/**
 * Judges an estimate against a band. Fail: all of the interval lies outside. Warn: the estimate
 * does, but the interval reaches in, so that chance may have done it. Pass: the estimate lies
 * inside.
 */
export declare function judgeBand({ estimate, low, high }: Interval, from: number, to: number): Verdict;
export declare function judgeAtLeast(interval: Interval, from: number): Verdict;
/**
 * For counts and other figures that are not estimates: warn above one threshold, fail above
 * another.
 */
export declare function judgeSteps(value: number, warnAbove: number, failAbove: number): Verdict;
