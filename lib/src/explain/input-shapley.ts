import type { Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { inputGroups, inputModel, inputsOf } from "./router-inputs.js";
import { shapleyValues, type ShapleyOptions, type ShapleyValues } from "./shapley.js";

/**
 * Shapley values of what a router is told about a request (`inputGroups`), not of the features made
 * of it: where an input changes hands between request and background, every feature is computed
 * anew, so that no product contradicts its factors and no input's credit is spread over its copies.
 * P(label = 1) is explained unless said, for any model. Throws where a feature of the model is not
 * a function of its own request (traffic, quartiles of the table).
 */
export async function inputShapley(
  classifier: Classifier,
  requests: Requests,
  background: Requests,
  options: Omit<ShapleyOptions, "groups"> = {},
): Promise<ShapleyValues> {
  const { model, tableOf } = inputModel(classifier, requests);
  const features = tableOf(requests);
  return shapleyValues(
    model,
    features,
    { features: tableOf(background) },
    { ...options, groups: inputGroups(features) },
  );
}

/**
 * How many requests to explain by their inputs, interactions included, against how many of a
 * background: two inputs more have four times as many coalitions, and all of them are visited.
 */
export function requestsToExplain(classifier: Pick<Classifier, "featureNames">): {
  background: number;
  explained: number;
} {
  const inputs = inputsOf(classifier).length;
  if (inputs <= 5) return { background: 100, explained: 1000 };
  return inputs <= 7 ? { background: 40, explained: 300 } : { background: 20, explained: 150 };
}
