import {
  readModel,
  saveModel,
  MODEL_FAMILIES,
  type Classifier,
  type TrainedModel,
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

/**
 * The models of the study as notebook 04 saved them, and the best of them by validation accuracy.
 * Throws when it has not been run, or not with every family of models there is now.
 */
export async function loadModels(study: Study): Promise<{ models: KeptModel[]; best: KeptModel }> {
  const models = await Promise.all(
    MODEL_FAMILIES.map(async ({ kind, title }) => ({
      kind,
      title,
      model: await readModel(study.pathOf(`models/${kind}`, TRAINED_BY)),
    })),
  );
  const { best } = study.readJson<{ best: string }>(TRAINING, TRAINED_BY);
  const chosen = models.find(({ kind }) => kind === best);
  if (!chosen)
    throw new InputError(
      `${TRAINING} names "${best}" as the best model, which is none of ` +
        `${models.map(({ kind }) => kind).join(", ")}: run notebook ${TRAINED_BY} again`,
    );
  return { models, best: chosen };
}
