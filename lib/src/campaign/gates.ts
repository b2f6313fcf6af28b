/** Where in the study a gate stands. */
export type GateStage = "collection" | "labels" | "training" | "importance" | "deployment" | "attainability";
export type Verdict = "pass" | "warn" | "fail" | "not applicable";

/** A success criterion: what it asks, what must hold, and how a measured value is judged. */
export interface Gate {
  id: string;
  stage: GateStage;
  question: string;
  /** The target in words, as it is printed. */
  target: string;
  /** "share" prints as per cent, "count" as a whole number, "points" as percentage points. */
  unit: "share" | "count" | "points" | "ms" | "MB";
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

const between = (low: number, high: number) => (value: number): Verdict => (value >= low && value <= high ? "pass" : "fail");
const atLeast = (low: number) => (value: number): Verdict => (value >= low ? "pass" : "fail");
const below = (high: number) => (value: number): Verdict => (value < high ? "pass" : "fail");

/** The user's gates (the author's own success criteria) and, marked, the ones that cannot be fooled. One place for every threshold. */
export const GATES: readonly Gate[] = [
  { id: "payload-sizes", stage: "collection", question: "How many payload sizes has the workload with the fewest?", target: "4 or more in every workload", unit: "count", cannotBeFooled: false, judge: atLeast(4) },
  { id: "time-windows", stage: "collection", question: "How many time windows do the requests cover?", target: "5 or more", unit: "count", cannotBeFooled: false, judge: atLeast(5) },
  { id: "load-patterns", stage: "collection", question: "How many load patterns were run?", target: "4 (3 at least)", unit: "count", cannotBeFooled: false, judge: (n) => (n >= 4 ? "pass" : n >= 3 ? "warn" : "fail") },
  { id: "cold-starts", stage: "collection", question: "Which share of Lambda requests waited for a new environment?", target: "5-25 %", unit: "share", cannotBeFooled: false, judge: between(0.05, 0.25) },
  { id: "cold-starts-differ", stage: "collection", question: "How far apart are the windows with the fewest and the most cold starts?", target: "intervals do not overlap (above 0 points)", unit: "points", cannotBeFooled: false, judge: (gap) => (gap > 0 ? "pass" : "fail") },
  { id: "label-share", stage: "labels", question: "How near to 0 or 1 is the share of Lambda labels in the most one-sided workload?", target: "20-80 % in every workload", unit: "share", cannotBeFooled: false, judge: between(0.2, 0.8) },
  { id: "label-spread", stage: "labels", question: "What is the smallest standard deviation of the label within a workload?", target: "above 0.30", unit: "count", cannotBeFooled: false, judge: (v) => (v > 0.3 ? "pass" : "fail") },
  { id: "forbidden-features", stage: "labels", question: "How many forbidden features are in the table?", target: "0", unit: "count", cannotBeFooled: false, judge: (n) => (n === 0 ? "pass" : "fail") },
  { id: "headroom", stage: "attainability", question: "How much better than the best one-feature lookup can any model be on these features?", target: "above 5 points", unit: "points", cannotBeFooled: true, judge: (v) => (v > 0.05 ? "pass" : "fail") },
  { id: "ceiling", stage: "attainability", question: "What accuracy could a perfect model reach on these features?", target: "75 % or more, and below 99 %", unit: "share", cannotBeFooled: true, judge: (v) => (v >= 0.99 ? "fail" : v >= 0.75 ? "pass" : "fail") },
  { id: "accuracy", stage: "training", question: "What is the best model's accuracy on the test rows?", target: "75-90 % (above 95 % a lookup, below 70 % noise)", unit: "share", cannotBeFooled: false, judge: (v) => (v >= 0.75 && v <= 0.9 ? "pass" : v < 0.7 || v > 0.95 ? "fail" : "warn") },
  { id: "gap", stage: "training", question: "How much better is that model on its training rows?", target: "below 5 points", unit: "points", cannotBeFooled: false, judge: below(0.05) },
  { id: "precision-balance", stage: "training", question: "How far apart are the precisions of both classes?", target: "within 15 points", unit: "points", cannotBeFooled: false, judge: (v) => (v <= 0.15 ? "pass" : "fail") },
  { id: "lift", stage: "training", question: "Which share of the way from the lookup to the ceiling did the best model go?", target: "50 % or more", unit: "share", cannotBeFooled: true, judge: atLeast(0.5) },
  { id: "beats-lookup", stage: "training", question: "By how much does the best model beat the best one-feature lookup on the test rows?", target: "above 0, by McNemar's test", unit: "points", cannotBeFooled: true, judge: (v) => (v > 0 ? "pass" : "fail") },
  { id: "gap-cells", stage: "training", question: "How much accuracy is lost on context cells the model has never seen?", target: "below 5 points", unit: "points", cannotBeFooled: true, judge: below(0.05) },
  { id: "top-feature", stage: "importance", question: "Which share of the importance has the top group of features?", target: "below 30 % (40 % at most)", unit: "share", cannotBeFooled: false, judge: (v) => (v < 0.3 ? "pass" : v < 0.4 ? "warn" : "fail") },
  { id: "contributing-features", stage: "importance", question: "How many features contribute?", target: "5 or more", unit: "count", cannotBeFooled: false, judge: atLeast(5) },
  { id: "prediction-time", stage: "deployment", question: "How long does one prediction take (99th percentile)?", target: "below 10 ms", unit: "ms", cannotBeFooled: false, judge: below(10) },
  { id: "model-size", stage: "deployment", question: "How large is the model on disk?", target: "below 50 MB", unit: "MB", cannotBeFooled: false, judge: below(50) },
];

/** Judges a measured value by the gate of that id. A value of null is not applicable; `evidence` must then say why. */
export function judgeGate(id: string, value: number | null, evidence: string): GateResult {
  const gate = GATES.find((candidate) => candidate.id === id);
  if (!gate) throw new Error(`no gate is called "${id}"; there are ${GATES.map((g) => g.id).join(", ")}`);
  const { stage, target, unit, cannotBeFooled } = gate;
  const verdict = value === null || Number.isNaN(value) ? "not applicable" : gate.judge(value);
  return { id, stage, value: verdict === "not applicable" ? null : value, target, unit, verdict, cannotBeFooled, evidence };
}

/** The worst of several verdicts; "not applicable" weighs nothing. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  const order: Verdict[] = ["not applicable", "pass", "warn", "fail"];
  let worst = 0;
  for (const verdict of verdicts) worst = Math.max(worst, order.indexOf(verdict));
  return order[worst];
}
