/** The author's shares. */
export const DEFAULT_SHARES = { train: 0.6, validation: 0.2, test: 0.2 };
/**
 * Throws on shares that are negative, add up to more than 1, or leave nothing to learn from or to
 * judge on.
 */
export function checkShares({ train, validation, test }) {
    const fine = train > 0 && test > 0 && validation >= 0 && train + validation + test <= 1 + 1e-9;
    if (!fine)
        throw new RangeError(`shares must be positive and add up to at most 1, not ${train} + ${validation} + ${test}`);
}
/** "60/20/20" */
export function sharesName({ train, validation, test }) {
    return [train, validation, test].map((share) => Math.round(share * 100)).join("/");
}
//# sourceMappingURL=split.js.map