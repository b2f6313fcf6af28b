/**
 * A gate as it is written down: target and verdict are both made from its thresholds, so that each
 * figure stands once.
 */
function gate({ thresholds, target, judge, ...rest }) {
    return {
        ...rest,
        thresholds,
        target: target(thresholds),
        judge: (value) => judge(value, thresholds),
    };
}
const passIf = (holds) => (holds ? "pass" : "fail");
/** A share without its sign: .05 is "5". */
const per = (share) => String(Number((100 * share).toPrecision(12)));
/** The accuracy the user hopes for, which a ceiling must leave room for. */
const HOPED_FOR = 0.75;
/** Training may be this much better than test, on any split. */
const LARGEST_GAP = 0.05;
/**
 * The user's gates (the author's own success criteria) and, marked, the ones that cannot be fooled.
 * One place for every threshold.
 */
export const GATES = [
    gate({
        id: "payload-sizes",
        stage: "collection",
        unit: "count",
        cannotBeFooled: false,
        thresholds: { sizes: 4 },
        question: "How many payload sizes has the workload with the fewest?",
        target: ({ sizes }) => `${sizes} or more in every workload`,
        judge: (n, { sizes }) => passIf(n >= sizes),
    }),
    gate({
        id: "time-windows",
        stage: "collection",
        unit: "count",
        cannotBeFooled: false,
        thresholds: { windows: 5 },
        question: "How many time windows do the requests cover?",
        target: ({ windows }) => `${windows} or more`,
        judge: (n, { windows }) => passIf(n >= windows),
    }),
    gate({
        id: "load-patterns",
        stage: "collection",
        unit: "count",
        cannotBeFooled: false,
        thresholds: { wanted: 4, least: 3 },
        question: "How many load patterns were run?",
        target: ({ wanted, least }) => `${wanted} (${least} at least)`,
        judge: (n, { wanted, least }) => (n >= wanted ? "pass" : n >= least ? "warn" : "fail"),
    }),
    gate({
        id: "cold-starts",
        stage: "collection",
        unit: "share",
        cannotBeFooled: false,
        thresholds: { low: 0.05, high: 0.25 },
        question: "Which share of Lambda requests waited for a new environment?",
        target: ({ low, high }) => `${per(low)}-${per(high)} %`,
        judge: (share, { low, high }) => passIf(share >= low && share <= high),
    }),
    gate({
        id: "cold-starts-differ",
        stage: "collection",
        unit: "points",
        cannotBeFooled: false,
        thresholds: { gap: 0 },
        question: "How far apart are the windows with the fewest and the most cold starts?",
        target: ({ gap }) => `intervals do not overlap (above ${per(gap)} points)`,
        judge: (apart, { gap }) => passIf(apart > gap),
    }),
    gate({
        id: "label-share",
        stage: "labels",
        unit: "share",
        cannotBeFooled: false,
        thresholds: { low: 0.2, high: 0.8 },
        question: "How near to 0 or 1 is the share of Lambda labels in the most one-sided workload?",
        target: ({ low, high }) => `${per(low)}-${per(high)} % in every workload`,
        judge: (share, { low, high }) => passIf(share >= low && share <= high),
    }),
    gate({
        id: "label-spread",
        stage: "labels",
        unit: "number",
        cannotBeFooled: false,
        thresholds: { spread: 0.3 },
        question: "What is the smallest standard deviation of the label within a workload?",
        target: ({ spread }) => `above ${spread.toFixed(2)}`,
        judge: (deviation, { spread }) => passIf(deviation > spread),
    }),
    gate({
        id: "forbidden-features",
        stage: "labels",
        unit: "count",
        cannotBeFooled: false,
        thresholds: { features: 0 },
        question: "How many forbidden features are in the table?",
        target: ({ features }) => String(features),
        judge: (n, { features }) => passIf(n <= features),
    }),
    gate({
        id: "headroom",
        stage: "attainability",
        unit: "points",
        cannotBeFooled: true,
        thresholds: { headroom: 0.05 },
        question: "How much better than the best one-feature lookup can any model be on these features?",
        target: ({ headroom }) => `above ${per(headroom)} points`,
        judge: (left, { headroom }) => passIf(left > headroom),
    }),
    gate({
        id: "ceiling",
        stage: "attainability",
        unit: "share",
        cannotBeFooled: true,
        thresholds: { hopedFor: HOPED_FOR, lookup: 0.99 },
        question: "What accuracy could a perfect model reach on these features?",
        target: ({ hopedFor, lookup }) => `${per(hopedFor)} % or more, and below ${per(lookup)} %`,
        judge: (accuracy, { hopedFor, lookup }) => passIf(accuracy >= hopedFor && accuracy < lookup),
    }),
    gate({
        id: "accuracy",
        stage: "training",
        unit: "share",
        cannotBeFooled: false,
        thresholds: { low: HOPED_FOR, high: 0.9, noise: 0.7, lookup: 0.95 },
        question: "What is the best model's accuracy on the test rows?",
        target: ({ low, high, noise, lookup }) => `${per(low)}-${per(high)} % (above ${per(lookup)} % a lookup, below ${per(noise)} % noise)`,
        judge: (accuracy, { low, high, noise, lookup }) => accuracy >= low && accuracy <= high
            ? "pass"
            : accuracy < noise || accuracy > lookup
                ? "fail"
                : "warn",
    }),
    gate({
        id: "gap",
        stage: "training",
        unit: "points",
        cannotBeFooled: false,
        thresholds: { gap: LARGEST_GAP },
        question: "How much better is that model on its training rows?",
        target: ({ gap }) => `below ${per(gap)} points`,
        judge: (lost, { gap }) => passIf(lost < gap),
    }),
    gate({
        id: "precision-balance",
        stage: "training",
        unit: "points",
        cannotBeFooled: false,
        thresholds: { difference: 0.15 },
        question: "How far apart are the precisions of both classes?",
        target: ({ difference }) => `within ${per(difference)} points`,
        judge: (apart, { difference }) => passIf(apart <= difference),
    }),
    gate({
        id: "lift",
        stage: "training",
        unit: "share",
        cannotBeFooled: true,
        thresholds: { way: 0.5 },
        question: "Which share of the way from the lookup to the ceiling did the best model go?",
        target: ({ way }) => `${per(way)} % or more`,
        judge: (gone, { way }) => passIf(gone >= way),
    }),
    gate({
        id: "beats-lookup",
        stage: "training",
        unit: "points",
        cannotBeFooled: true,
        thresholds: { lift: 0 },
        question: "By how much does the best model beat the best one-feature lookup on the test rows?",
        target: ({ lift }) => `interval above ${per(lift)}, over blocks of time`,
        judge: (difference, { lift }) => passIf(difference > lift),
    }),
    gate({
        id: "gap-cells",
        stage: "training",
        unit: "points",
        cannotBeFooled: true,
        thresholds: { gap: LARGEST_GAP },
        question: "How much accuracy is lost on context cells the model has never seen?",
        target: ({ gap }) => `below ${per(gap)} points`,
        judge: (lost, { gap }) => passIf(lost < gap),
    }),
    gate({
        id: "top-feature",
        stage: "importance",
        unit: "share",
        cannotBeFooled: false,
        thresholds: { wanted: 0.3, most: 0.4 },
        question: "Which share of the importance has the top input, with everything made of it?",
        target: ({ wanted, most }) => `below ${per(wanted)} % (${per(most)} % at most)`,
        judge: (share, { wanted, most }) => (share < wanted ? "pass" : share < most ? "warn" : "fail"),
    }),
    gate({
        id: "contributing-features",
        stage: "importance",
        unit: "count",
        cannotBeFooled: false,
        thresholds: { features: 5 },
        question: "How many features contribute?",
        target: ({ features }) => `${features} or more`,
        judge: (n, { features }) => passIf(n >= features),
    }),
    gate({
        id: "prediction-time",
        stage: "deployment",
        unit: "ms",
        cannotBeFooled: false,
        thresholds: { ms: 10 },
        question: "How long does one prediction take (99th percentile)?",
        target: ({ ms }) => `below ${ms} ms`,
        judge: (taken, { ms }) => passIf(taken < ms),
    }),
    gate({
        id: "model-size",
        stage: "deployment",
        unit: "MB",
        cannotBeFooled: false,
        thresholds: { mb: 50 },
        question: "How large is the model on disk?",
        target: ({ mb }) => `below ${mb} MB`,
        judge: (size, { mb }) => passIf(size < mb),
    }),
];
function gateOf(id) {
    const found = GATES.find((candidate) => candidate.id === id);
    if (!found)
        throw new Error(`no gate is called "${id}"; there are ${GATES.map((g) => g.id).join(", ")}`);
    return found;
}
/**
 * The numbers a gate hangs on, by name, for whoever judges the same thing in another way. Throws
 * for an unknown gate.
 */
export function gateThresholds(id) {
    return gateOf(id).thresholds;
}
/**
 * Judges a measured value by the gate of that id. A value of null is not applicable; `evidence`
 * must then say why.
 */
export function judgeGate(id, value, evidence) {
    const { stage, target, unit, cannotBeFooled, judge } = gateOf(id);
    const verdict = value === null || Number.isNaN(value) ? "not applicable" : judge(value);
    return {
        id,
        stage,
        value: verdict === "not applicable" ? null : value,
        target,
        unit,
        verdict,
        cannotBeFooled,
        evidence,
    };
}
/** The worst of several verdicts; "not applicable" weighs nothing. */
export function worstVerdict(verdicts) {
    const order = ["not applicable", "pass", "warn", "fail"];
    let worst = 0;
    for (const verdict of verdicts)
        worst = Math.max(worst, order.indexOf(verdict));
    return order[worst];
}
//# sourceMappingURL=gates.js.map