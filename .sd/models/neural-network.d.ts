import { type FeatureTable } from "../features/index.js";
import type { Classifier, ClassifierFamily, ModelArtefact } from "./classifier.js";
import { type NetworkBackend } from "./network-backends.js";
import { type NetworkLayers } from "./network-layers.js";
import type { NetworkHistory } from "./network-training.js";
import { type Scale } from "./standardise.js";
export interface NeuralNetworkOptions {
    seed: number;
    /** Units of the hidden layers; the author's 64, 32, 16. */
    hiddenLayers: readonly number[];
    /** Share of hidden units left out at each step of training. */
    dropout: number;
    /** Weight decay: half of it times the sum of squared weights is added to the mean log loss. */
    l2: number;
    learningRate: number;
    /** Distinct vectors a step. */
    batchSize: number;
    /** Looks at the loss, each after 25 steps or one pass over the vectors, whichever is longer. */
    maxRounds: number;
    /** Rounds without improvement after which training stops. */
    patience: number;
    /** Fit slope and offset of the log-odds to the validation rows afterwards (Platt, 1999). */
    calibrate: boolean;
    /**
     * What may compute: the first that loads, does. The same seed gives the same bytes on the same
     * backend only.
     */
    backends: readonly NetworkBackend[];
}
/** How a network came about. */
export interface NetworkReport extends NetworkHistory {
    /** Platt's slope and offset; 1 and 0 where there was nothing to calibrate on. */
    calibration: {
        slope: number;
        offset: number;
    };
}
/**
 * A dense network on standardised features, by TensorFlow.js in a thread of its own
 * (`report.backend` says on what). Rows are folded to distinct vectors with weights. It stops early
 * by `control.validation`, or by the training loss where there is none, and is then calibrated on
 * the validation rows. A missing value takes the training mean. Throws where only one class is
 * present.
 */
export declare const neuralNetwork: ClassifierFamily<NeuralNetworkOptions>;
export declare class NeuralNetworkClassifier implements Classifier {
    readonly featureNames: string[];
    readonly scales: Scale[];
    readonly layers: NetworkLayers;
    readonly report: NetworkReport;
    readonly kind = "neural-network";
    constructor(featureNames: string[], scales: Scale[], layers: NetworkLayers, report: NetworkReport);
    /** Plain JavaScript in double precision: a fitted network needs no TensorFlow.js. */
    predictProbability(features: FeatureTable): Float64Array;
    toArtefact(): ModelArtefact;
}
export declare function loadNeuralNetwork({ featureNames, header, binary, }: ModelArtefact): NeuralNetworkClassifier;
