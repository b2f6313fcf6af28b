import { type Classifier, type TrainedModel } from "../models/index.js";
import type { Study } from "./study.js";
/** A model as notebook 04 saved it. */
export interface KeptModel {
    kind: string;
    title: string;
    model: Classifier;
}
/**
 * Saves trained models for the later notebooks, one folder a kind below `models/`; returns the
 * bytes of the largest.
 */
export declare function saveModels(study: Study, models: readonly TrainedModel[]): Promise<number>;
/**
 * The models of the study as notebook 04 saved them, and the best of them by validation accuracy.
 * Throws when it has not been run, or not with every family of models there is now.
 */
export declare function loadModels(study: Study): Promise<{
    models: KeptModel[];
    best: KeptModel;
}>;
