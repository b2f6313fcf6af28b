import { type FeatureTable } from "../features/index.js";
import type { Classifier, ClassifierFamily, MixedPredictor, ModelArtefact } from "./classifier.js";
import type { TreeEnsemble } from "./tree.js";
/** Names and defaults are those of XGBoost's `XGBClassifier`, in camelCase. */
export interface GradientBoostingOptions {
    seed: number;
    /** Rounds, a tree each; fewer where the fit stops early. */
    nEstimators: number;
    /** What each tree's values are multiplied by (eta). */
    learningRate: number;
    maxDepth: number;
    /** Sum of hessians, weight * p * (1 - p), that a node needs. */
    minChildWeight: number;
    /** Gain that a split needs (XGBoost's, without the paper's one half). */
    gamma: number;
    /** L2 penalty on leaf values. */
    lambda: number;
    /** Share of the rows, and of the features, that a tree sees. */
    subsample: number;
    colsampleByTree: number;
    /** What rows of label 1 weigh beside those of label 0. */
    scalePosWeight: number;
    /**
     * Rounds without a better log loss on the validation rows after which the fit stops and keeps the
     * best; null for never.
     */
    earlyStoppingRounds: number | null;
    /**
     * By feature: 1 where P(label = 1) must not fall with its value, -1 where it must not rise.
     * Missing values are not bound by it.
     */
    monotoneConstraints: Readonly<Record<string, -1 | 0 | 1>>;
}
/** How a fit went. */
export interface GradientBoostingReport {
    /** Log-odds of label 1 in training, which the trees add to. */
    baseScore: number;
    /** Rounds kept, and rounds boosted. */
    rounds: number;
    roundsBoosted: number;
    /** Mean log loss on the validation rows after each round; empty without any. */
    validationLogLoss: number[];
    /** Weight of the training rows, and how many distinct rows the trees were grown on. */
    trainingWeight: number;
    distinctRows: number;
}
/**
 * Gradient boosting of the logistic loss (Friedman, 2001) with second-order trees on 255 bins (Chen
 * and Guestrin, 2016: XGBoost's `hist`). Weights count rows, and equal rows are folded, which
 * changes nothing. A missing value goes to the side that served the split best. Stops early on
 * `control.validation`. Throws where only one class is present.
 */
export declare const gradientBoosting: ClassifierFamily<GradientBoostingOptions>;
export declare class GradientBoostingClassifier implements Classifier {
    readonly featureNames: string[];
    readonly ensemble: TreeEnsemble;
    readonly report: GradientBoostingReport;
    readonly kind = "gradient-boosting";
    private walker;
    constructor(featureNames: string[], ensemble: TreeEnsemble, report: GradientBoostingReport);
    predictProbability(features: FeatureTable): Float64Array;
    mixedPredictor(features: FeatureTable): MixedPredictor;
    /** The margin: base score plus a leaf value a tree. */
    predictLogOdds(features: FeatureTable): Float64Array;
    toArtefact(): ModelArtefact;
}
export declare function loadGradientBoosting({ featureNames, header, binary, }: ModelArtefact): GradientBoostingClassifier;
