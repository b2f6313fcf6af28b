import {
  adoptedOptions,
  readModel,
  saveModel,
  MODEL_FAMILIES,
  type Classifier,
  type TrainedModel,
  type Tuning,
} from "../models/index.js";
import { InputError } from "../statistics/index.js";
import type { Study } from "./study.js";

/** The notebook that trains, and where it says which model is the best. */
const TRAINED_BY = "04_training";
const TRAINING = "training.json";

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
export async function saveModels(study: Study, models: readonly TrainedModel[]): Promise<number> {
  const bytes = await Promise.all(
    models.map(({ evaluation: { classifier } }) =>
      study.write(`models/${classifier.kind}`, (folder) => saveModel(classifier, folder)),
    ),
  );
  return Math.max(...bytes);
}

/** What notebook 04 trained. */
export interface TrainedStudy {
  models: KeptModel[];
  /** The best of them by validation accuracy. */
  best: KeptModel;
  /** The options that each was trained with, by kind; defaults where a kind is left out. */
  optionsOf: Record<string, Record<string, unknown>>;
}

/**
 * The models of the study as notebook 04 saved them, to be explained, or trained again as they
 * were. Throws when it has not been run, or not with every family of models there is now.
 */
export async function loadModels(study: Study): Promise<TrainedStudy> {
  const models = await Promise.all(
    MODEL_FAMILIES.map(async ({ kind, title }) => ({
      kind,
      title,
      model: await readModel(study.pathOf(`models/${kind}`, TRAINED_BY)),
    })),
  );
  const { best, tunings } = study.readJson<{
    best: string;
    tunings: Pick<Tuning, "kind" | "adopted">[];
  }>(TRAINING, TRAINED_BY);
  const chosen = models.find(({ kind }) => kind === best);
  if (!chosen)
    throw new InputError(
      `${TRAINING} names "${best}" as the best model, which is none of ` +
        `${models.map(({ kind }) => kind).join(", ")}: run notebook ${TRAINED_BY} again`,
    );
  return { models, best: chosen, optionsOf: adoptedOptions(tunings) };
}
