import { simultaneousLevel, wilsonInterval } from "../statistics/index.js";
/**
 * How the audit deals with many comparisons. A check that looks at m cells makes each interval at
 * the level 1 - 0.001/m (Bonferroni), so that with probability .999 all of them hold at once; an
 * audit of some forty checks then raises a false alarm from chance alone in at most 4 of 100
 * campaigns. What is large enough to matter is decided by the thresholds, never by significance:
 * with 88,286 rows everything is significant.
 */
export const CHECK_LEVEL = 0.999;
/** The level of each interval where `cells` of them are looked at together. */
export function cellLevel(cells) {
    return simultaneousLevel(CHECK_LEVEL, cells);
}
/** A share among several that are looked at together. */
export function shareOf(successes, trials, cells = 1) {
    return wilsonInterval(successes, trials, cellLevel(cells));
}
/**
 * Judges an estimate against a band. Fail: all of the interval lies outside. Warn: the estimate
 * does, but the interval reaches in, so that chance may have done it. Pass: the estimate lies
 * inside.
 */
export function judgeBand({ estimate, low, high }, from, to) {
    if (estimate >= from && estimate <= to)
        return "pass";
    return high < from || low > to ? "fail" : "warn";
}
export function judgeAtLeast(interval, from) {
    return judgeBand(interval, from, Infinity);
}
/**
 * For counts and other figures that are not estimates: warn above one threshold, fail above
 * another.
 */
export function judgeSteps(value, warnAbove, failAbove) {
    return value > failAbove ? "fail" : value > warnAbove ? "warn" : "pass";
}
//# sourceMappingURL=judge.js.map