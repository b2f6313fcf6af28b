import { lookupOf } from "./baselines.js";
import { evaluateOnSplit } from "./evaluate.js";
import { NeuralNetworkClassifier } from "./neural-network.js";
/**
 * Fits every family to the same split, with its defaults or the options named for its kind, one
 * after the other, and measures each on every part.
 */
export async function trainFamilies(families, data, split, { seed, optionsOf = {}, onProgress, }) {
    const trained = [];
    for (const [f, family] of families.entries()) {
        onProgress?.(f / families.length, family.title);
        const evaluation = await evaluateOnSplit(family, data, split, { seed, ...optionsOf[family.kind] }, { onProgress: (share) => onProgress?.((f + share) / families.length, family.title) });
        trained.push({ title: family.title, evaluation });
    }
    return trained;
}
/**
 * The best lookups of one, two and three columns of the training rows, measured like the models
 * they are the floor of.
 */
export async function trainLookups(data, split, { seed }) {
    return trainFamilies([1, 2, 3].slice(0, data.features.names.length).map(lookupOf), data, split, {
        seed,
    });
}
/**
 * Which of TensorFlow.js's backends the network among the models ran on, as a sentence; empty where
 * there is no network.
 */
export function networkNote(models) {
    const network = models
        .map(({ evaluation }) => evaluation.classifier)
        .find((model) => model instanceof NeuralNetworkClassifier);
    return network ? `The network ran on TensorFlow.js's *${network.report.backend}* backend.` : "";
}
//# sourceMappingURL=train-families.js.map