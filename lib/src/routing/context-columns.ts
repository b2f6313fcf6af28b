import { FEATURES } from "../features/index.js";
import {
  dayOfWeek,
  hourOfDay,
  MISSING,
  patternNames,
  windowNames,
  type Requests,
} from "../requests/index.js";
import { FIGURES, figuresRead, isFigureFeature } from "./figures.js";

/**
 * What a router is told of a request, in the order in which rules prefer them: few values each, so
 * that requests fold into contexts.
 */
export const CONTEXT_INPUTS = [
  "workload",
  "payload",
  "window",
  "pattern",
  "hour",
  "weekend",
] as const;
export type ContextInput = (typeof CONTEXT_INPUTS)[number];

/** What rules speak of: the context, and figures by their names. */
export type RuleInput = ContextInput | (string & {});

/**
 * One input of many requests: codes of `names`, or numbers (payload in KiB, hour 0-23 UTC, weekend
 * 0 or 1). NaN where it is not known.
 */
export interface ContextColumn {
  input: RuleInput;
  values: Float64Array;
  names: readonly string[] | null;
  /** Where rules may cut a number, ascending; between its values where left out. */
  cuts?: Float64Array;
}

/** The given inputs of each request. */
export function contextColumns(
  requests: Requests,
  inputs: readonly ContextInput[] = CONTEXT_INPUTS,
): ContextColumn[] {
  const coded = (codes: Uint8Array): Float64Array =>
    Float64Array.from(codes, (code) => (code === MISSING ? NaN : code));
  return inputs.map((input): ContextColumn => {
    switch (input) {
      case "workload":
        return { input, values: coded(requests.workload), names: requests.workloadNames };
      case "payload":
        return { input, values: requests.payloadKb, names: null };
      case "window":
        return { input, values: coded(requests.timeWindow), names: windowNames(requests) };
      case "pattern":
        return { input, values: coded(requests.loadPattern), names: patternNames(requests) };
      case "hour":
        return { input, values: Float64Array.from(hourOfDay(requests)), names: null };
      case "weekend":
        return {
          input,
          values: Float64Array.from(dayOfWeek(requests), (day) => Number(day >= 5)),
          names: null,
        };
    }
  });
}

/** The figures of each request that a model with these features reads. */
export function figureColumns(
  requests: Requests,
  featureNames: readonly string[],
): ContextColumn[] {
  return namedFigures(
    requests,
    figuresRead(featureNames).map(({ name }) => name),
  );
}

/** The given inputs of each request, whichever rules speak of. */
export function ruleColumns(requests: Requests, inputs: readonly RuleInput[]): ContextColumn[] {
  return [
    ...contextColumns(
      requests,
      CONTEXT_INPUTS.filter((input) => inputs.includes(input)),
    ),
    ...namedFigures(requests, inputs),
  ];
}

function namedFigures(requests: Requests, names: readonly string[]): ContextColumn[] {
  return FIGURES.filter(({ name }) => names.includes(name)).map(({ name, values }) => ({
    input: name,
    values: values(requests),
    names: null,
  }));
}

const INPUTS_OF_COLUMN: Readonly<Record<string, readonly ContextInput[]>> = {
  workload: ["workload"],
  targetPayloadKb: ["payload"],
  actualPayloadKb: ["payload"],
  timeWindow: ["window"],
  loadPattern: ["pattern"],
};

/**
 * The inputs that features with these names are made of; figures (of arrivals and answers) aside.
 * Names that are no feature of this study are passed over.
 */
export function inputsRead(featureNames: readonly string[]): ContextInput[] {
  const read = new Set(
    FEATURES.filter(({ name }) => featureNames.includes(name) && !isFigureFeature(name)).flatMap(
      ({ name, inputs }) =>
        inputs.flatMap((column) => INPUTS_OF_COLUMN[column] ?? timeInputs(name)),
    ),
  );
  return CONTEXT_INPUTS.filter((input) => read.has(input));
}

/** What a feature reads of a time stamp. */
function timeInputs(feature: string): readonly ContextInput[] {
  if (feature === "is_weekend" || feature === "day_of_week") return ["weekend"];
  return feature.includes("hour") ? ["hour"] : [];
}
