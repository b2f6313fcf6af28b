import { loadConstant, loadLookup } from "./baselines.js";
import { gradientBoosting, loadGradientBoosting } from "./gradient-boosting.js";
import { loadLogisticRegression, logisticRegression } from "./logistic-regression.js";
import { loadNeuralNetwork, neuralNetwork } from "./neural-network.js";
import { loadRandomForest, randomForest } from "./random-forest.js";
/** The four models of the study, in the order they are shown. */
export const MODEL_FAMILIES = [
    randomForest,
    gradientBoosting,
    neuralNetwork,
    logisticRegression,
];
const LOADERS = {
    constant: loadConstant,
    lookup: loadLookup,
    "gradient-boosting": loadGradientBoosting,
    "logistic-regression": loadLogisticRegression,
    "neural-network": loadNeuralNetwork,
    "random-forest": loadRandomForest,
};
/**
 * A classifier from what its `toArtefact` gave: the same predictions. Throws on a kind or format it
 * does not know.
 */
export function loadClassifier(artefact) {
    const load = LOADERS[artefact.kind];
    if (!load)
        throw new Error(`there is no model of kind "${artefact.kind}"; there are ${Object.keys(LOADERS).join(", ")}`);
    if (artefact.formatVersion !== 1)
        throw new Error(`a ${artefact.kind} of format ${artefact.formatVersion} cannot be read here; train it ` +
            "again with this version");
    return load(artefact);
}
//# sourceMappingURL=families.js.map