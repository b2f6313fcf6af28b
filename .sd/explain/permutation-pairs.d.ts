import type { FeatureTable } from "../features/index.js";
import type { Classifier, MixedPredictor } from "../models/index.js";
import { type RowCodes } from "../statistics/index.js";
/**
 * A table seen from one group of its columns: each row is a combination of the group's values and a
 * combination of all others'. Permuting the group puts one row's group beside another row's rest;
 * there are often few such pairs, and a model needs to answer each only once.
 */
export interface GroupView {
    inGroup: boolean[];
    rest: RowCodes;
    group: RowCodes;
}
/** @param columnCodes the columns of `features` coded one by one, in their order */
export declare function viewGroup(features: FeatureTable, columnCodes: readonly RowCodes[], names: readonly string[]): GroupView;
/**
 * Answers of a model to pairs of a rest and a group; each distinct pair is asked once where there
 * are few enough to tell.
 */
export declare class PairPredictions {
    private readonly classifier;
    private readonly features;
    private readonly view;
    private readonly mixedPredictor;
    private readonly placeOfPair;
    /** A row of the table with the pair's rest, and one with its group. */
    private restRow;
    private groupRow;
    private count;
    private predicted;
    /** @param mixedPredictor gives the classifier's for this table, if it has one */
    constructor(classifier: Classifier, features: FeatureTable, view: GroupView, mixedPredictor: () => MixedPredictor | null);
    /** Whether a pair that was met before is found again. */
    get distinct(): boolean;
    /** The place of a pair's prediction, to be read with `at` once `predict` was called. */
    place(rest: number, group: number): number;
    /** Asks the model for every pair that has a place. */
    predict(): void;
    at(place: number): number;
}
