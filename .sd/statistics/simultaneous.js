/**
 * The level at which each of `comparisons` intervals must be made so that all of them hold at once
 * with probability `level` at least (Bonferroni).
 */
export function simultaneousLevel(level, comparisons) {
    return 1 - (1 - level) / Math.max(1, comparisons);
}
//# sourceMappingURL=simultaneous.js.map