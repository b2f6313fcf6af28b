import type { FeatureTable } from "../features/index.js";
import type { Classifier, ClassifierFamily, MixedPredictor, ModelArtefact } from "./classifier.js";
import type { TreeEnsemble } from "./tree.js";
/** Names and defaults are those of scikit-learn's `RandomForestClassifier`, in camelCase. */
export interface RandomForestOptions {
    seed: number;
    /** Number of trees. */
    nEstimators: number;
    /** Levels below the root, or null for as many as it takes. */
    maxDepth: number | null;
    /** Sampled rows a node needs to be split. */
    minSamplesSplit: number;
    /** Sampled rows a leaf needs. */
    minSamplesLeaf: number;
    /**
     * Features tried in a node: "sqrt", "log2", "all", a whole number of them, or (below 1) a share.
     */
    maxFeatures: number | "sqrt" | "log2" | "all";
    /** Each tree on a sample of the rows with replacement, or on all of them. */
    bootstrap: boolean;
    /** Size of that sample as a share of the rows, 0 to 1; null for all. */
    maxSamples: number | null;
    /**
     * What rows of either label weigh in impurities and leaves: "balanced" gives both classes the
     * same sum; null for 1 each.
     */
    classWeight: "balanced" | readonly [number, number] | null;
    /** Whether to score each row by the trees that did not see it. */
    oobScore: boolean;
}
/** What a fit found. */
export interface RandomForestReport {
    /** Accuracy and mean log loss of the out-of-bag answers, or null unless asked for. */
    outOfBag: {
        accuracy: number;
        logLoss: number;
        rows: number;
    } | null;
    /** Weight of the training rows, and how many distinct rows the trees were grown on. */
    trainingWeight: number;
    distinctRows: number;
}
/**
 * Random forest (Breiman, 2001) of Gini trees on 255 bins; its probability is the mean of the
 * leaves' shares, as in scikit-learn. Weights count rows: a row of weight w is bootstrapped as w
 * rows, and equal rows are folded, which changes nothing in distribution. A missing value goes to
 * the side that served the split best. Throws where only one class is present.
 */
export declare const randomForest: ClassifierFamily<RandomForestOptions>;
export declare class RandomForestClassifier implements Classifier {
    readonly featureNames: string[];
    readonly ensemble: TreeEnsemble;
    readonly report: RandomForestReport;
    readonly kind = "random-forest";
    private walker;
    constructor(featureNames: string[], ensemble: TreeEnsemble, report: RandomForestReport);
    predictProbability(features: FeatureTable): Float64Array;
    mixedPredictor(features: FeatureTable): MixedPredictor;
    private meanOfTrees;
    toArtefact(): ModelArtefact;
}
export declare function loadRandomForest({ featureNames, header, binary, }: ModelArtefact): RandomForestClassifier;
