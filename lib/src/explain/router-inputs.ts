import { LOAD_PATTERNS, TIME_WINDOWS } from "../campaign/index.js";
import {
  computeFeatures,
  FEATURES,
  type FeatureDefinition,
  type FeatureTable,
} from "../features/index.js";
import { predictDistinct, type Classifier } from "../models/index.js";
import { dayOfWeek, hourOfDay, type Requests } from "../requests/index.js";

/** What a router is told about a request: everything the author's features are made of. */
export const ROUTER_INPUTS = [
  "workload",
  "payload size",
  "time window",
  "load pattern",
  "time of day",
] as const;
export type RouterInput = (typeof ROUTER_INPUTS)[number];

const HOURS = 24;

/** A model seen as a function of what a router is told, and requests as rows of that. */
export interface InputModel {
  /**
   * Takes tables of ROUTER_INPUTS; computes every feature anew for each row, so that no product
   * contradicts its factors.
   */
  model: Classifier;
  /**
   * A column an input, in their order: the workload's code, KiB, codes of window and pattern, and
   * the hour of the week (24 x day + hour, Monday 0, UTC).
   */
  tableOf(requests: Requests): FeatureTable;
}

/**
 * A model as a function of ROUTER_INPUTS instead of the features made of them: whatever explains
 * models by their features then explains it by inputs, each with all its products, squares and
 * logarithms. `like` lends the names of its workloads. Throws where a feature of the model is not a
 * function of its own request (traffic, quartiles of the table).
 */
export function inputModel(classifier: Classifier, like: Requests): InputModel {
  const definitions = classifier.featureNames.map(definitionOf);
  const timestampOfHour = new Map<number, number>();
  return {
    model: {
      kind: classifier.kind,
      featureNames: [...ROUTER_INPUTS],
      predictProbability: ({ rowCount, columns }) =>
        predictDistinct(
          classifier,
          featuresOf(requestsFrom(like, rowCount, columns, timestampOfHour), definitions),
        ),
      toArtefact: () => classifier.toArtefact(),
    },
    tableOf: (requests) => inputTable(requests, timestampOfHour),
  };
}

function definitionOf(name: string): FeatureDefinition {
  const definition = FEATURES.find((feature) => feature.name === name);
  if (!definition)
    throw new Error(
      `"${name}" is no feature of this study, so it cannot be computed anew; explain the ` +
        "features instead (shapleyValues)",
    );
  if (definition.set === "router" || name === "payload_category")
    throw new Error(
      `"${name}" depends on other requests, so it is no function of this request's inputs; ` +
        "explain the features instead (shapleyValues)",
    );
  return definition;
}

/**
 * Time stamps of the same hour and day say the same to every feature; one of them, kept in
 * `timestampOfHour`, stands for all.
 */
function inputTable(requests: Requests, timestampOfHour: Map<number, number>): FeatureTable {
  const hours = hourOfDay(requests);
  const days = dayOfWeek(requests);
  const hourOfWeek = Float64Array.from(
    { length: requests.rowCount },
    (_, row) => HOURS * days[row] + hours[row],
  );
  hourOfWeek.forEach((hour, row) => {
    if (!timestampOfHour.has(hour)) timestampOfHour.set(hour, requests.timestampMs[row]);
  });
  return {
    rowCount: requests.rowCount,
    names: [...ROUTER_INPUTS],
    categories: [requests.workloadNames, null, TIME_WINDOWS, LOAD_PATTERNS, null],
    columns: [
      Float64Array.from(requests.workload),
      requests.payloadKb,
      Float64Array.from(requests.timeWindow),
      Float64Array.from(requests.loadPattern),
      hourOfWeek,
    ],
  };
}

/** Requests that hold these inputs; what no feature reads stays as it is in `like`. */
function requestsFrom(
  like: Requests,
  rowCount: number,
  [workload, sizeKb, timeWindow, loadPattern, hourOfWeek]: readonly Float64Array[],
  timestampOfHour: ReadonlyMap<number, number>,
): Requests {
  return {
    ...like,
    rowCount,
    workload: Uint8Array.from(workload),
    targetPayloadKb: sizeKb,
    actualPayloadKb: sizeKb,
    payloadKb: sizeKb,
    timeWindow: Uint8Array.from(timeWindow),
    loadPattern: Uint8Array.from(loadPattern),
    timestampMs: hourOfWeek.map((hour) => timestampOfHour.get(hour)!),
  };
}

/**
 * The features in the model's order; one that is missing in all these requests is a column of
 * missing values.
 */
function featuresOf(requests: Requests, definitions: readonly FeatureDefinition[]): FeatureTable {
  const { names, columns, categories, omitted } = computeFeatures(requests, definitions);
  const missing = omitted.map(({ name }) => name);
  return {
    rowCount: requests.rowCount,
    names: [...names, ...missing],
    categories: [...categories, ...missing.map(() => null)],
    columns: [...columns, ...missing.map(() => new Float64Array(requests.rowCount).fill(NaN))],
  };
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * A value of an input as it is read: "midday", "500 KiB", "Mon 09 h UTC"; a code without a name,
 * and the value of any other feature, as the number.
 */
export function inputWords(name: string, value: number, names: readonly string[] | null): string {
  if (names) return names[value] ?? "not logged";
  if (Number.isNaN(value)) return "missing";
  if (name === "payload size") return `${value} KiB`;
  if (name === "time of day")
    return `${DAYS[Math.floor(value / HOURS)]} ${String(value % HOURS).padStart(2, "0")} h UTC`;
  return String(value);
}
