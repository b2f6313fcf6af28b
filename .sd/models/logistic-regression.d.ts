import type { FeatureTable } from "../features/index.js";
import type { Classifier, ClassifierFamily, ModelArtefact } from "./classifier.js";
import { type Separation } from "./separation.js";
import { type Scale } from "./standardise.js";
export interface LogisticRegressionOptions {
    /** Not used: the optimum is unique, and found without chance. */
    seed: number;
    /**
     * Inverse strength of the L2 penalty on the standardised coefficients, as scikit-learn's `C`;
     * Infinity for none. The intercept is free.
     */
    C: number;
    maxIterations: number;
}
/**
 * "constant" and "aliased" (a linear combination of the features before it; without a penalty only)
 * are left out: coefficient 0.
 */
export type CoefficientStatus = "estimated" | "constant" | "aliased" | "separated";
/**
 * One feature's coefficient: the change in ln odds of label 1 per standard deviation, and per unit.
 */
export interface LogisticCoefficient {
    feature: string;
    standardised: number;
    /** Standard errors; NaN where the coefficient was left out or has no finite value. */
    standardisedError: number;
    raw: number;
    rawError: number;
    status: CoefficientStatus;
    /** Weight of the training rows without a value; the mean stands in for it. */
    missing: number;
}
/**
 * What a fit found. Standard errors come from the inverse Hessian, penalty included: Wald's where C
 * is Infinity, else the large-sample Bayesian ones.
 */
export interface LogisticReport {
    /** In the raw features' units. */
    intercept: number;
    interceptError: number;
    coefficients: LogisticCoefficient[];
    logLikelihood: number;
    iterations: number;
    converged: boolean;
    /** null where the data are not separated; with a penalty the fit exists all the same. */
    separation: Separation | null;
}
/**
 * Logistic regression on standardised features with an L2 penalty: the model of scikit-learn's
 * `make_pipeline(StandardScaler(), LogisticRegression(C=…))`, at its exact optimum. Rows are folded
 * first, which changes nothing. A missing value takes the training mean. Throws where only one
 * class is present.
 */
export declare const logisticRegression: ClassifierFamily<LogisticRegressionOptions>;
export declare class LogisticRegressionClassifier implements Classifier {
    readonly featureNames: string[];
    readonly scales: Scale[];
    readonly centre: number;
    readonly report: LogisticReport;
    readonly kind = "logistic-regression";
    /** @param centre the ln odds where every feature is at its mean */
    constructor(featureNames: string[], scales: Scale[], centre: number, report: LogisticReport);
    predictProbability(features: FeatureTable): Float64Array;
    toArtefact(): ModelArtefact;
}
export declare function loadLogisticRegression({ featureNames, header, }: ModelArtefact): LogisticRegressionClassifier;
