/** The chapters of an audit, in the order in which it is read. */
export const CHECK_GROUPS = [
    "variance",
    "design",
    "consistency",
    "payload",
    "label",
    "leakage",
    "attainability",
    "after training",
];
/** A finding for data the question does not apply to. `why` is a whole sentence. */
export function notApplicable(why, advice = "Nothing to do.") {
    return { verdict: "not applicable", value: null, evidence: why, advice };
}
export const NOTHING_TO_DO = "Nothing to do.";
/** For checks that look at rows of the same feature vector. */
export const NOTHING_FOLDS = notApplicable("Nearly every row has a feature vector of its own, so that no two can be compared.");
//# sourceMappingURL=check.js.map