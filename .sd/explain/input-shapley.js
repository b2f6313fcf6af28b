import { inputGroups, inputModel } from "./router-inputs.js";
import { shapleyValues } from "./shapley.js";
/**
 * Shapley values of what a router is told about a request (`inputGroups`), not of the features made
 * of it: where an input changes hands between request and background, every feature is computed
 * anew, so that no product contradicts its factors and no input's credit is spread over its copies.
 * P(label = 1) is explained unless said, for any model. Throws where a feature of the model is not
 * a function of its own request (traffic, quartiles of the table).
 */
export async function inputShapley(classifier, requests, background, options = {}) {
    const { model, tableOf } = inputModel(classifier, requests);
    const features = tableOf(requests);
    return shapleyValues(model, features, { features: tableOf(background) }, { ...options, groups: inputGroups(features) });
}
//# sourceMappingURL=input-shapley.js.map