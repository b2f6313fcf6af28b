import { type FeatureTable } from "../features/index.js";
import type { Classifier } from "../models/index.js";
import { type OutputScale } from "./model-output.js";
import type { FeatureGroup } from "./permutation-importance.js";
/**
 * The rows that stand for "not known": a feature outside a coalition takes its value from one of
 * them.
 */
export interface Background {
    features: FeatureTable;
    /** Row weights; 1 each when left out. */
    weight?: Float64Array;
}
/**
 * The game whose Shapley values are asked for. A coalition S of players (features, or groups of
 * them) is worth the expected output of the model when the features in S have the row's values and
 * the others those of a background row: the interventional expectation. Both sides are folded to
 * distinct vectors.
 */
export interface ShapleyGame {
    classifier: Classifier;
    scale: OutputScale;
    players: FeatureGroup[];
    /** The player of each feature of the model. */
    playerOfFeature: Int32Array;
    /**
     * Distinct vectors of the rows to explain, how many rows each stands for, and the vector of each
     * row.
     */
    rows: FeatureTable;
    rowsOfVector: Float64Array;
    vectorOfRow: Uint32Array;
    /** Distinct vectors of the background, and the share of each, adding up to 1. */
    background: FeatureTable;
    share: Float64Array;
    /** Output for each distinct vector to explain, and the mean output over the background. */
    output: Float64Array;
    base: number;
}
/** Sets the game up. Features that no group names are players of their own. */
export declare function shapleyGame(classifier: Classifier, features: FeatureTable, background: Background, scale: OutputScale, groups?: readonly FeatureGroup[]): ShapleyGame;
