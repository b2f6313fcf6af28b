import { FEATURES } from "../features/index.js";
import {
  arrivalStateOf,
  FEEDBACK_FIELDS,
  feedbackOf,
  setArrivalState,
  setFeedback,
  type Requests,
} from "../requests/index.js";
import {
  ARRIVAL_FIELDS,
  arrivalFieldsRead,
  arrivalStateFrom,
  isArrivalFeature,
} from "./arrival-fields.js";

/**
 * One figure of what goes on around a request when a router is asked about it, named like the
 * feature it is: of the arrival state, or of the feedback.
 */
export interface Figure {
  name: string;
  /** What it tells, in words. */
  title: string;
  unit: string;
  /** The largest value that is one. */
  most: number;
  /** Whether there may be none; a context says null then. */
  mayBeMissing: boolean;
  values(requests: Requests): Float64Array;
}

/** All figures: those of the arrival state, then those of the feedback. */
export const FIGURES: readonly Figure[] = [
  ...ARRIVAL_FIELDS.map(({ name, title, unit, most, column }) => ({
    name,
    title,
    unit,
    most,
    mayBeMissing: false,
    values: (requests: Requests) => column(arrivalStateOf(requests)),
  })),
  ...FEEDBACK_FIELDS.map(({ name, title, unit, most, mayBeMissing }) => ({
    name,
    title,
    unit,
    most,
    mayBeMissing,
    values: (requests: Requests) => feedbackOf(requests)[name],
  })),
];

/** The figures that a model reads, the idle time for its logarithm. */
export function figuresRead(featureNames: readonly string[]): Figure[] {
  const arrivals = arrivalFieldsRead(featureNames).map(({ name }) => name);
  return FIGURES.filter(({ name }) => arrivals.includes(name) || featureNames.includes(name));
}

/** Whether a feature is a figure, or made of one. */
export function isFigureFeature(featureName: string): boolean {
  return isArrivalFeature(featureName) || isFeedbackFeature(featureName);
}

/** Whether a model with these features reads the feedback. */
export function readsFeedback(featureNames: readonly string[]): boolean {
  return featureNames.some(isFeedbackFeature);
}

function isFeedbackFeature(featureName: string): boolean {
  return FEATURES.some(({ name, set }) => name === featureName && set === "feedback");
}

/** Makes these the figures of one request; NaN where one is not given. */
export function setFigures(
  request: Requests,
  featureNames: readonly string[],
  figures: Readonly<Record<string, number>>,
): void {
  if (featureNames.some(isArrivalFeature)) setArrivalState(request, arrivalStateFrom(figures));
  if (readsFeedback(featureNames))
    setFeedback(
      request,
      Object.fromEntries(
        FEEDBACK_FIELDS.map(({ name }) => [name, Float64Array.of(figures[name] ?? NaN)]),
      ),
    );
}

/** What the figures that a model reads are called together, beside what its context holds. */
export function figuresTitle(featureNames: readonly string[]): string {
  const groups = [
    ...(featureNames.some(isArrivalFeature) ? ["arrivals"] : []),
    ...(readsFeedback(featureNames) ? ["answers"] : []),
  ];
  return `recent ${groups.join(" and ")}`;
}
