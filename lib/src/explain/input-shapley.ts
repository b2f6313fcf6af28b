import { computeFeatures, FEATURES, type FeatureDefinition, type FeatureTable } from "../features/index.js";
import { predictDistinct, type Classifier } from "../models/index.js";
import { dayOfWeek, hourOfDay, payloadKb, type Requests } from "../requests/index.js";
import { ROUTER_INPUTS } from "./input-importance.js";
import { shapleyValues, type ShapleyOptions, type ShapleyValues } from "./shapley.js";

const HOURS = 24;

/**
 * Shapley values of what a router is told about a request (ROUTER_INPUTS), not of the features made of it: where an input
 * changes hands between request and background, every feature is computed anew, so that no product contradicts its
 * factors and no input's credit is spread over its copies. P(label = 1) is explained unless said, for any model.
 * Throws where a feature of the model is not a function of its own request (traffic, quartiles of the table).
 */
export async function inputShapley(classifier: Classifier, requests: Requests, background: Requests, options: Omit<ShapleyOptions, "groups"> = {}): Promise<ShapleyValues> {
  const definitions = classifier.featureNames.map(definitionOf), timestampOfHour = new Map<number, number>();
  const onInputs: Classifier = {
    kind: classifier.kind,
    featureNames: ROUTER_INPUTS.map(({ name }) => name),
    predictProbability: ({ rowCount, columns }) => predictDistinct(classifier, featuresOf(requestsFrom(requests, rowCount, columns, timestampOfHour), definitions)),
    toArtefact: () => classifier.toArtefact(),
  };
  const explained = inputTable(requests, timestampOfHour);
  return shapleyValues(onInputs, explained, { features: inputTable(background, timestampOfHour) }, options);
}

function definitionOf(name: string): FeatureDefinition {
  const definition = FEATURES.find((feature) => feature.name === name);
  if (!definition) throw new Error(`"${name}" is no feature of this study, so it cannot be computed anew; explain the features instead (shapleyValues)`);
  if (definition.set === "router" || name === "payload_category") throw new Error(`"${name}" depends on other requests, so it is no function of this request's inputs; explain the features instead (shapleyValues)`);
  return definition;
}

/**
 * A column an input, in their order: the workload's code, KiB, codes of window and pattern, and the hour of the week.
 * Time stamps of the same hour and day say the same to every feature; one of them, kept in `timestampOfHour`, stands for all.
 */
function inputTable(requests: Requests, timestampOfHour: Map<number, number>): FeatureTable {
  const hours = hourOfDay(requests), days = dayOfWeek(requests);
  const hourOfWeek = Float64Array.from({ length: requests.rowCount }, (_, row) => HOURS * days[row] + hours[row]);
  hourOfWeek.forEach((hour, row) => {
    if (!timestampOfHour.has(hour)) timestampOfHour.set(hour, requests.timestampMs[row]);
  });
  return {
    rowCount: requests.rowCount, names: ROUTER_INPUTS.map(({ name }) => name), categories: ROUTER_INPUTS.map(() => null),
    columns: [Float64Array.from(requests.workload), payloadKb(requests), Float64Array.from(requests.timeWindow), Float64Array.from(requests.loadPattern), hourOfWeek],
  };
}

/** Requests that hold these inputs; what no feature reads stays as it is in `like`. */
function requestsFrom(like: Requests, rowCount: number, [workload, sizeKb, timeWindow, loadPattern, hourOfWeek]: readonly Float64Array[], timestampOfHour: ReadonlyMap<number, number>): Requests {
  return {
    ...like, rowCount, workload: Uint8Array.from(workload), targetPayloadKb: sizeKb, actualPayloadKb: sizeKb,
    timeWindow: Uint8Array.from(timeWindow), loadPattern: Uint8Array.from(loadPattern), timestampMs: hourOfWeek.map((hour) => timestampOfHour.get(hour)!),
  };
}

/** The features in the model's order; one that is missing in all these requests is a column of missing values. */
function featuresOf(requests: Requests, definitions: readonly FeatureDefinition[]): FeatureTable {
  const { names, columns, categories, omitted } = computeFeatures(requests, definitions);
  const missing = omitted.map(({ name }) => name);
  return {
    rowCount: requests.rowCount, names: [...names, ...missing], categories: [...categories, ...missing.map(() => null)],
    columns: [...columns, ...missing.map(() => new Float64Array(requests.rowCount).fill(NaN))],
  };
}
