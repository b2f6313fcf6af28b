import { InputError } from "../statistics/index.js";
import { loadConstant, loadLookup } from "./baselines.js";
import type { Classifier, ModelArtefact, SearchSpace, StudyFamily } from "./classifier.js";
import { gradientBoosting } from "./gradient-boosting.js";
import { logisticRegression } from "./logistic-regression.js";
import { neuralNetwork } from "./neural-network.js";
import { randomForest } from "./random-forest.js";

/**
 * The models of the study, in the order they are shown. A further one is listed here and nowhere
 * else.
 */
export const MODEL_FAMILIES: readonly StudyFamily[] = [
  randomForest,
  gradientBoosting,
  neuralNetwork,
  logisticRegression,
];

const LOADERS: Readonly<Record<string, (artefact: ModelArtefact) => Classifier>> = {
  constant: loadConstant,
  lookup: loadLookup,
  ...Object.fromEntries(MODEL_FAMILIES.map(({ kind, load }) => [kind, load])),
};

/** What is searched for each model, by kind. */
export const SEARCH_SPACES: Readonly<Record<string, SearchSpace>> = Object.fromEntries(
  MODEL_FAMILIES.map(({ kind, searchSpace }) => [kind, searchSpace]),
);

/**
 * A classifier from what its `toArtefact` gave: the same predictions. Throws on a kind or format it
 * does not know.
 */
export function loadClassifier(artefact: ModelArtefact): Classifier {
  const load = LOADERS[artefact.kind];
  if (!load)
    throw new InputError(
      `there is no model of kind "${artefact.kind}"; there are ${Object.keys(LOADERS).join(", ")}`,
    );
  if (artefact.formatVersion !== 1)
    throw new InputError(
      `a ${artefact.kind} of format ${artefact.formatVersion} cannot be read here; train it ` +
        "again with this version",
    );
  return load(artefact);
}
