import type { NetworkBackend } from "./network-backends.js";
import type { NetworkLayers } from "./network-layers.js";
/** Folded, standardised rows: inputs row-major, the weight of label 0 and of label 1 of each. */
export interface NetworkRows {
    inputs: Float32Array;
    negatives: Float32Array;
    positives: Float32Array;
}
export interface NetworkTask {
    sizes: number[];
    train: NetworkRows;
    validation: NetworkRows | null;
    seed: number;
    learningRate: number;
    l2: number;
    dropout: number;
    batchSize: number;
    maxRounds: number;
    patience: number;
    backends: NetworkBackend[];
}
export interface NetworkHistory {
    backend: NetworkBackend;
    /** Optimiser steps between two looks at the loss. */
    stepsPerRound: number;
    /**
     * Mean log loss after each round, on the rows training was stopped by (validation, or training
     * where there are none).
     */
    losses: number[];
    /** The round whose weights were kept. */
    bestRound: number;
}
/**
 * Fits a network by Adam (Kingma and Ba, 2015) on the log loss. A batch is up to `batchSize`
 * *distinct* vectors, each with its weight over the mean weight, so that its expected gradient is
 * that of all rows; where all vectors fit in one batch every step takes the exact gradient of all
 * rows. (Mini-batches of rows would walk another path to the same kind of optimum; the two are not
 * identical.) Ends after `patience` rounds without improvement and returns the weights of the best
 * round.
 */
export declare function trainNetwork(task: NetworkTask, onRound: (shareDone: number) => void): Promise<{
    layers: NetworkLayers;
    history: NetworkHistory;
}>;
