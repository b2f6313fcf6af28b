import type { Attainability } from "../attainability/index.js";
import { type GateResult } from "../campaign/index.js";
import { type FeatureTable } from "../features/index.js";
import type { Classifier } from "./classifier.js";
import type { Comparison } from "./compare.js";
import type { GeneralisationResult } from "./generalisation.js";
import type { ScoredModel } from "./score-models.js";
/** A model on whole context cells that it has not seen. */
export type UnseenCells = Pick<GeneralisationResult, "title" | "train" | "test" | "gap">;
/** What the gates of training are judged on. */
export interface TrainingEvidence {
    bounds: Attainability;
    /** The best model by validation accuracy. */
    best: ScoredModel;
    /**
     * The best model (first) against the best lookup of one column of the training rows, on the test
     * rows: the one comparison that decides whether a model knows more than a table.
     */
    againstLookup: Comparison;
    /**
     * The best model (or another that was asked) on whole context cells it had not seen; null where
     * the data could not be cut so.
     */
    cellsGap: UnseenCells | null;
    modelBytes: number;
    predictionMs: number;
}
/** The gates of training and deployment. */
export declare function trainingGates({ bounds, best: { evaluation: best, title: bestTitle, intervals }, againstLookup, cellsGap, modelBytes, predictionMs, }: TrainingEvidence): GateResult[];
/**
 * The gate "beats-lookup": whether a model is better than the best lookup of one column of the
 * training rows beyond chance. Every sentence that says so is to be made from its verdict.
 */
export declare function beatsLookup({ difference, unit, units, midP }: Comparison, bestTitle: string): GateResult;
/** The 99th percentile of the time one prediction takes, in ms, rounded up to 1, 2, 5, 10 ... */
export declare function timeOnePrediction(classifier: Classifier, features: FeatureTable, predictions?: number): number;
