/** Where in the study a gate stands. */
export type GateStage = "collection" | "labels" | "training" | "importance" | "deployment" | "attainability";
export type Verdict = "pass" | "warn" | "fail" | "not applicable";
/** A success criterion: what it asks, what must hold, and how a measured value is judged. */
export interface Gate {
    id: string;
    stage: GateStage;
    question: string;
    /** The numbers the verdict hangs on, by name. */
    thresholds: Readonly<Record<string, number>>;
    /** The target in words, as it is printed, made from the thresholds. */
    target: string;
    /** "share" prints as per cent, "count" is a whole number, "number" any other, "points" percentage points. */
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
 * The user's gates (the author's own success criteria) and, marked, the ones that cannot be fooled.
 * One place for every threshold.
 */
export declare const GATES: readonly Gate[];
/**
 * The numbers a gate hangs on, by name, for whoever judges the same thing in another way. Throws
 * for an unknown gate.
 */
export declare function gateThresholds(id: string): Gate["thresholds"];
/**
 * Judges a measured value by the gate of that id. A value of null is not applicable; `evidence`
 * must then say why.
 */
export declare function judgeGate(id: string, value: number | null, evidence: string): GateResult;
/** The worst of several verdicts; "not applicable" weighs nothing. */
export declare function worstVerdict(verdicts: Iterable<Verdict>): Verdict;
