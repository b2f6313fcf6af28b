import { InputError } from "../statistics/index.js";
/** Where in the study a gate stands. */
export type GateStage =
  "collection" | "labels" | "training" | "importance" | "deployment" | "attainability";

/** The stages in the order of the study, with their headings. */
export const GATE_STAGES: Readonly<Record<GateStage, string>> = {
  collection: "What was collected",
  labels: "The labels",
  attainability: "What can be learned",
  training: "What was learned",
  importance: "What it rests on",
  deployment: "What it takes to run",
};

export type Verdict = "pass" | "warn" | "fail" | "not applicable";

/** A success criterion: what it asks, what must hold, and how a measured value is judged. */
export interface Gate {
  id: string;
  /** What it is about, for headings. */
  title: string;
  stage: GateStage;
  question: string;
  /** The numbers the verdict hangs on, by name. */
  thresholds: Readonly<Record<string, number>>;
  /** The target in words, as it is printed, made from the thresholds. */
  target: string;
  /** The same gate with other thresholds. Throws for a threshold it does not have. */
  with(thresholds: Readonly<Record<string, number>>): Gate;
  /**
   * "share" prints as per cent, "count" is a whole number, "number" any other, "points" percentage
   * points.
   */
  unit: "share" | "count" | "number" | "points" | "ms" | "MB";
  /** True for the gates that cannot be met by a worthless model or missed by a perfect one. */
  cannotBeFooled: boolean;
  judge(value: number): Verdict;
}

/** A gate with its measured value; `evidence` is a sentence computed from the numbers. */
export interface GateResult {
  id: string;
  stage: GateStage;
  value: number | null;
  target: string;
  unit: Gate["unit"];
  verdict: Verdict;
  cannotBeFooled: boolean;
  evidence: string;
}

/**
 * A gate as it is written down: target and verdict are both made from its thresholds, so that each
 * figure stands once.
 */
function gate<T extends Readonly<Record<string, number>>>({
  thresholds,
  target,
  judge,
  ...rest
}: Omit<Gate, "thresholds" | "target" | "judge" | "with"> & {
  thresholds: T;
  target(thresholds: T): string;
  judge(value: number, thresholds: T): Verdict;
}): Gate {
  return {
    ...rest,
    thresholds,
    target: target(thresholds),
    judge: (value) => judge(value, thresholds),
    with(own) {
      const stray = Object.keys(own).find((name) => !Object.hasOwn(thresholds, name));
      if (stray !== undefined)
        throw new InputError(
          `the gate ${rest.id} has no threshold "${stray}"; it has ` +
            Object.keys(thresholds).join(", "),
        );
      return gate({ ...rest, thresholds: { ...thresholds, ...own }, target, judge });
    },
  };
}

const passIf = (holds: boolean): Verdict => (holds ? "pass" : "fail");
/** A share without its sign: .05 is "5". */
const per = (share: number): string => String(Number((100 * share).toPrecision(12)));

/** The accuracy the user hopes for, which a ceiling must leave room for. */
const HOPED_FOR = 0.75;
/** Training may be this much better than test, on any split. */
const LARGEST_GAP = 0.05;

/**
 * The user's gates (the author's own success criteria) and, marked, the ones that cannot be fooled.
 * One place for every threshold.
 */
export const GATES: readonly Gate[] = [
  gate({
    id: "payload-sizes",
    title: "Payload sizes in every workload",
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
    title: "Time windows",
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
    title: "Load patterns",
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
    title: "Cold starts",
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
    title: "Cold starts differ between windows",
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
    title: "Both labels occur in every workload",
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
    title: "The label varies within every workload",
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
    title: "Nothing among the features that a router cannot know",
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
    title: "Room for a model above a lookup",
    stage: "attainability",
    unit: "points",
    cannotBeFooled: true,
    thresholds: { headroom: 0.05 },
    question:
      "How much better than the best one-feature lookup can any model be on these features?",
    target: ({ headroom }) => `above ${per(headroom)} points`,
    judge: (left, { headroom }) => passIf(left > headroom),
  }),
  gate({
    id: "ceiling",
    title: "What a perfect model could reach",
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
    title: "Accuracy of the best model",
    stage: "training",
    unit: "share",
    cannotBeFooled: false,
    thresholds: { low: HOPED_FOR, high: 0.9, noise: 0.7, lookup: 0.95 },
    question: "What is the best model's accuracy on the test rows?",
    target: ({ low, high, noise, lookup }) =>
      `${per(low)}-${per(high)} % (above ${per(lookup)} % a lookup, below ${per(noise)} % noise)`,
    judge: (accuracy, { low, high, noise, lookup }) =>
      accuracy >= low && accuracy <= high
        ? "pass"
        : accuracy < noise || accuracy > lookup
          ? "fail"
          : "warn",
  }),
  gate({
    id: "gap",
    title: "Training is no better than test",
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
    title: "Both answers are equally precise",
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
    title: "Way gone from the lookup to the ceiling",
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
    title: "The best model beats a lookup",
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
    title: "Accuracy holds on contexts never seen",
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
    title: "No single feature decides",
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
    title: "Features that contribute",
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
    title: "Time of one prediction",
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
    title: "Size of the model on disk",
    stage: "deployment",
    unit: "MB",
    cannotBeFooled: false,
    thresholds: { mb: 50 },
    question: "How large is the model on disk?",
    target: ({ mb }) => `below ${mb} MB`,
    judge: (size, { mb }) => passIf(size < mb),
  }),
];

function gateOf(id: string): Gate {
  const found = GATES.find((candidate) => candidate.id === id);
  if (!found)
    throw new InputError(
      `no gate is called "${id}"; there are ${GATES.map((g) => g.id).join(", ")}`,
    );
  return found;
}

/** What a gate is about, in words. Throws for an unknown gate. */
export function gateTitle(id: string): string {
  return gateOf(id).title;
}

/**
 * The numbers a gate hangs on, by name, for whoever judges the same thing in another way. Throws
 * for an unknown gate.
 */
export function gateThresholds(id: string): Gate["thresholds"] {
  return gateOf(id).thresholds;
}

/**
 * Judges a measured value by the gate of that id. A value of null is not applicable; `evidence`
 * must then say why.
 */
export function judgeGate(id: string, value: number | null, evidence: string): GateResult {
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

/** Gates judged once more, those named by other thresholds than the usual ones. */
export function judgeAgain(
  gates: readonly GateResult[],
  thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>,
): GateResult[] {
  return gates.map((result) => {
    if (!Object.hasOwn(thresholds, result.id) || result.value === null) return result;
    const { target, judge } = gateOf(result.id).with(thresholds[result.id]);
    return { ...result, target, verdict: judge(result.value) };
  });
}

/** The worst of several verdicts; "not applicable" weighs nothing. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  const order: Verdict[] = ["not applicable", "pass", "warn", "fail"];
  let worst = 0;
  for (const verdict of verdicts) worst = Math.max(worst, order.indexOf(verdict));
  return order[worst];
}
