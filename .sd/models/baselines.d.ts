import { type FeatureTable } from "../features/index.js";
import type { Classifier, ClassifierFamily, ModelArtefact } from "./classifier.js";
export interface ConstantOptions {
    /** Not used: nothing here is random. */
    seed: number;
}
export interface LookupOptions {
    /** Not used: nothing here is random. */
    seed: number;
    /**
     * How many features the lookup may use: the best set of that size on the training rows is taken.
     */
    size: number;
    /** The features to use instead of the best ones, or null. */
    features: readonly string[] | null;
}
/** The floor of floors: the share of label 1 in training, whatever the request. */
export declare const constantBaseline: ClassifierFamily<ConstantOptions>;
/**
 * A lookup table over one to three features: the share of label 1 among the training rows with the
 * same values, and thus the larger class as the answer; values never seen together get the overall
 * share. Any model must beat it to be worth its keep.
 */
export declare const lookupBaseline: ClassifierFamily<LookupOptions>;
/**
 * The lookup of the best `size` columns (1 to 3) as a family of its own, so that several stand side
 * by side.
 */
export declare function lookupOf(size: number): ClassifierFamily<LookupOptions>;
export declare class ConstantClassifier implements Classifier {
    readonly share: number;
    readonly kind = "constant";
    readonly featureNames: string[];
    constructor(share: number);
    predictProbability(features: FeatureTable): Float64Array;
    toArtefact(): ModelArtefact;
}
export declare class LookupClassifier implements Classifier {
    readonly featureNames: string[];
    readonly keys: Float64Array[];
    readonly share: Float64Array;
    readonly overall: number;
    readonly kind = "lookup";
    private readonly shareOfKey;
    /**
     * @param keys one column a feature, one entry a cell @param share P(label = 1) of each cell
     * @param overall P(label = 1) of any other
     */
    constructor(featureNames: string[], keys: Float64Array[], share: Float64Array, overall: number);
    predictProbability(features: FeatureTable): Float64Array;
    toArtefact(): ModelArtefact;
}
export declare function loadConstant(artefact: ModelArtefact): ConstantClassifier;
export declare function loadLookup({ featureNames, header, binary }: ModelArtefact): LookupClassifier;
