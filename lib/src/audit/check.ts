import type { Verdict } from "../campaign/index.js";
import type { Interval } from "../statistics/index.js";
import type { AuditData } from "./audit-data.js";

/** The chapters of an audit, in the order in which it is read. */
export const CHECK_GROUPS = [
  "variance",
  "design",
  "pairs",
  "consistency",
  "payload",
  "label",
  "leakage",
  "attainability",
  "after training",
] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/**
 * What a check cannot do without. "labels": requests with a labelling; "table": any labelled table
 * of features; "execution": requests of which the platform's clock is known; "fieldTypes": logs,
 * not columns made from them; "pairs": requests that were sent to both platforms.
 */
export type Need =
  "requests" | "execution" | "pairs" | "fieldTypes" | "labels" | "table" | "plan" | "predictions";

/** Rows or cells at fault, counted under a name a reader can find again. */
export interface Offender {
  label: string;
  count: number;
}

/**
 * Plain data for a table: a value is text, a number (null = none), or an estimate with its
 * interval.
 */
export interface ResultTable {
  columns: {
    key: string;
    title: string;
    format: "text" | "count" | "number" | "share" | "ms" | "points" | "verdict";
  }[];
  rows: Record<string, string | number | Interval | null>[];
}

/**
 * Plain data for a picture; whoever displays it chooses the drawing. NaN stands for an empty place.
 */
export type ResultFigure = { title: string; xTitle: string; yTitle: string; format?: string } & (
  | { kind: "bar"; categories: string[]; series: { name: string; values: number[] }[] }
  | {
      kind: "dots";
      labels: string[];
      intervals: Interval[];
      references: { name: string; value: number }[];
    }
  | { kind: "heat"; rows: string[]; columns: string[]; values: number[][] }
  | { kind: "line"; x: number[]; series: { name: string; values: number[] }[] }
);

/** What a check found. */
export interface Finding {
  verdict: Verdict;
  /** The measure that was judged; null where there was nothing to measure. */
  value: number | null;
  /** Of `value`, where it is an estimate. */
  interval?: Interval;
  /** One sentence with the numbers the verdict rests on, made from them. */
  evidence: string;
  /** One sentence: what to do. */
  advice: string;
  offenders?: Offender[];
  table?: ResultTable;
  figure?: ResultFigure;
}

/** A finding with the check it came from and the condition it was judged by. */
export interface CheckResult {
  id: string;
  group: CheckGroup;
  question: string;
  verdict: Verdict;
  value: number | null;
  interval: Interval | null;
  /** The condition in words, with the thresholds that were used. */
  threshold: string;
  evidence: string;
  advice: string;
  offenders: Offender[];
  table: ResultTable | null;
  figure: ResultFigure | null;
}

/** Numbers a verdict hangs on, by name. */
export type Thresholds = Readonly<Record<string, number>>;

/**
 * One thing an audit looks at. Adding one is adding a file with one of these, and its name to the
 * suite.
 */
export interface Check {
  id: string;
  group: CheckGroup;
  question: string;
  needs: readonly Need[];
  /**
   * Why the question does not arise where every request was sent to both platforms: a whole
   * sentence. Such campaigns make the check "not applicable", one of the platform's clock only
   * where the labels do not stand on that clock.
   */
  notNeededForPairs?: string;
  /** Defaults; each can be set by whoever runs the audit. */
  thresholds: Thresholds;
  /** The condition in words. */
  condition(thresholds: Thresholds): string;
  run(data: AuditData, thresholds: Thresholds): Finding;
}

/** Why pairs need no check of the platform's clock. */
export const PLATFORM_CLOCK_DECIDES_NOTHING =
  "The halves of a pair are compared on the client's clock; the platform's own decides no label.";

/** Why checks of the time of day say nothing of a collection on this machine. */
export const PLANNED_CLOCK =
  "These requests were collected on this machine, and its plan's clock ran faster than the one " +
  "they are stamped by: their windows are the plan's.";

/** A finding for data the question does not apply to. `why` is a whole sentence. */
export function notApplicable(why: string, advice = "Nothing to do."): Finding {
  return { verdict: "not applicable", value: null, evidence: why, advice };
}

export const NOTHING_TO_DO = "Nothing to do.";

/** For checks of features, of which a table of its label alone has none. */
export const NO_FEATURES: Finding = notApplicable("The table has no features beside its label.");

/** For checks that look at rows of the same feature vector. */
export const NOTHING_FOLDS: Finding = notApplicable(
  "Nearly every row has a feature vector of its own: too few are alike to be compared.",
);
