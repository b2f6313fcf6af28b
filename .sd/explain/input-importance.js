import { permutationImportance, } from "./permutation-importance.js";
import { inputGroups, inputModel } from "./router-inputs.js";
/**
 * Permutation importance of the *inputs* of the features (`inputGroups`): the
 * values of one input are shuffled among the held-out requests and every feature is computed anew,
 * products and squares included. So a feature and its copies are judged as the one thing they are,
 * and no product contradicts its factors, as it would if columns of the table were shuffled one by
 * one. `within` names inputs. Otherwise as `permutationImportance`. Throws where a feature of the
 * model is not a function of its own request (traffic, quartiles of the table).
 */
export function inputImportance(classifier, requests, label, options = {}) {
    const { model, tableOf } = inputModel(classifier, requests);
    const features = tableOf(requests);
    return permutationImportance(model, { features, label }, { ...options, groups: inputGroups(features) });
}
//# sourceMappingURL=input-importance.js.map