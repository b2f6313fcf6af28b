import { readModel, saveModel, MODEL_FAMILIES, } from "../models/index.js";
/** The notebook that trains, and where it says which model is the best. */
const TRAINED_BY = "04_training";
const TRAINING = "training.json";
/**
 * Saves trained models for the later notebooks, one folder a kind below `models/`; returns the
 * bytes of the largest.
 */
export async function saveModels(study, models) {
    const bytes = await Promise.all(models.map(({ evaluation: { classifier } }) => study.write(`models/${classifier.kind}`, (folder) => saveModel(classifier, folder))));
    return Math.max(...bytes);
}
/**
 * The models of the study as notebook 04 saved them, and the best of them by validation accuracy.
 * Throws when it has not been run, or not with every family of models there is now.
 */
export async function loadModels(study) {
    const models = await Promise.all(MODEL_FAMILIES.map(async ({ kind, title }) => ({
        kind,
        title,
        model: await readModel(study.pathOf(`models/${kind}`, TRAINED_BY)),
    })));
    const { best } = study.readJson(TRAINING, TRAINED_BY);
    const chosen = models.find(({ kind }) => kind === best);
    if (!chosen)
        throw new Error(`${TRAINING} names "${best}" as the best model, which is none of ` +
            `${models.map(({ kind }) => kind).join(", ")}: run notebook ${TRAINED_BY} again`);
    return { models, best: chosen };
}
//# sourceMappingURL=models.js.map