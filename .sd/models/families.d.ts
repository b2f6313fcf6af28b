import type { Classifier, ClassifierFamily, ModelArtefact } from "./classifier.js";
/** The four models of the study, in the order they are shown. */
export declare const MODEL_FAMILIES: readonly ClassifierFamily<{
    seed: number;
}>[];
/**
 * A classifier from what its `toArtefact` gave: the same predictions. Throws on a kind or format it
 * does not know.
 */
export declare function loadClassifier(artefact: ModelArtefact): Classifier;
