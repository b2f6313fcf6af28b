import { InputError, takeBlocks, type Blocks } from "../statistics/index.js";
import type { ClassifierFamily, TrainingData } from "./classifier.js";
import { compareClassifiers, type Comparison } from "./compare.js";
import { evaluateOnSplit, predictDistinct, takeTrainingRows } from "./evaluate.js";
import { foldBySplits } from "./fold-by-splits.js";
import type { Split } from "./split.js";
import { candidateOptions, successiveHalving, type Trial } from "./successive-halving.js";

/** What is searched for one kind of model. */
export interface SearchSpace {
  /** Values by option, under the option's name. */
  grid: Readonly<Record<string, readonly unknown[]>>;
  /** Sets of options that are tried, the defaults among them. */
  budget: number;
  folds: number;
  /** Options of every trial that are no part of the search: a shorter training, say. */
  duringSearch?: Readonly<Record<string, unknown>>;
}

/**
 * The study's fixed budgets, by kind. A network costs as much as a hundred boostings, so it gets
 * the fewest trials.
 */
export const SEARCH_SPACES: Readonly<Record<string, SearchSpace>> = {
  "random-forest": {
    grid: { maxDepth: [4, 8, 16], minSamplesLeaf: [1, 20], maxFeatures: ["sqrt", "all"] },
    budget: 9,
    folds: 3,
  },
  "gradient-boosting": {
    grid: { learningRate: [0.05, 0.1, 0.3], maxDepth: [3, 6], lambda: [1, 10] },
    budget: 9,
    folds: 3,
  },
  "neural-network": {
    grid: { hiddenLayers: [[32], [32, 16]] },
    budget: 3,
    folds: 2,
    duringSearch: { maxRounds: 10 },
  },
  "logistic-regression": { grid: { C: [0.001, 0.01, 0.1, 10, 100, 1000] }, budget: 7, folds: 3 },
};

/** One trial as a line of a table. */
export interface NamedTrial extends Omit<Trial<Record<string, unknown>>, "options"> {
  title: string;
  /** "maxDepth 4, minSamplesLeaf 20"; "defaults" for those. */
  options: string;
}

/** The search of one kind of model, and whether its winner is worth more than the defaults. */
export interface Tuning {
  kind: string;
  title: string;
  trials: NamedTrial[];
  /** The winner's options, as words and as options; without any, the defaults won. */
  winner: string;
  best: Record<string, unknown>;
  /**
   * Winner (first) against defaults (second) on the validation rows, both fitted to all training
   * rows; null where the defaults won.
   */
  againstDefaults: Comparison | null;
  /**
   * What the study trains with: the winner's options where the difference's interval lies above 0,
   * else the defaults.
   */
  adopted: Record<string, unknown>;
}

/**
 * Searches the options of each family by successive halving on the training part alone, the
 * defaults among the candidates, then asks the validation part whether the winner beats the
 * defaults beyond chance. The test part is not looked at. Throws for a family without a search
 * space.
 */
export async function tuneFamilies(
  families: readonly ClassifierFamily<{ seed: number }>[],
  data: TrainingData,
  split: Split,
  {
    seed,
    spaces = SEARCH_SPACES,
    blocks,
    onProgress,
  }: {
    seed: number;
    /** Blocks of time of the rows of `data`; without them rows are taken as independent. */
    blocks?: Blocks;
    spaces?: Readonly<Record<string, SearchSpace>>;
    onProgress?: (shareDone: number, title: string) => void;
  },
): Promise<Tuning[]> {
  if (split.validation.length === 0)
    throw new InputError(`the split "${split.name}" has no validation part to judge a search by`);
  const folded = foldBySplits(data, [split]);
  const train = takeTrainingRows(data, split.train);
  const tunings: Tuning[] = [];
  for (const [f, family] of families.entries()) {
    const space = spaces[family.kind];
    if (!space)
      throw new InputError(
        `there is no search space for "${family.kind}"; there are ` +
          `${Object.keys(spaces).join(", ")}`,
      );
    const candidates: Record<string, unknown>[] = [
      {},
      ...candidateOptions(space.grid as Record<string, unknown[]>, space.budget - 1, seed),
    ];
    const search = await successiveHalving(
      family as ClassifierFamily<{ seed: number } & Record<string, unknown>>,
      train,
      candidates.map((options) => ({ ...space.duringSearch, ...options })),
      {
        folds: space.folds,
        seed,
        control: {
          onProgress: (share) => onProgress?.((f + share) / families.length, family.title),
        },
      },
    );
    const withoutFixed = (options: Record<string, unknown>): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(options).filter(([name]) => !(name in (space.duringSearch ?? {}))),
      );
    const best = withoutFixed(search.best);
    const againstDefaults =
      Object.keys(best).length === 0
        ? null
        : await compareOnValidation({
            family,
            folded: { data: folded.data, split: folded.splits[0] },
            rows: takeTrainingRows(data, split.validation),
            blocks: blocks && takeBlocks(blocks, split.validation),
            options: { seed, ...best },
          });
    tunings.push({
      kind: family.kind,
      title: family.title,
      best,
      winner: optionWords(best),
      againstDefaults,
      trials: search.trials.map(({ options, ...trial }) => ({
        title: family.title,
        options: optionWords(withoutFixed(options as Record<string, unknown>)),
        ...trial,
      })),
      adopted: againstDefaults && againstDefaults.difference.low > 0 ? best : {},
    });
  }
  return tunings;
}

/** The adopted options by kind, as `trainFamilies` and `generalisation` take them. */
export function adoptedOptions(
  tunings: readonly Tuning[],
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(tunings.map(({ kind, adopted }) => [kind, adopted]));
}

/** Fits on folded rows, which is sooner done, and compares on the rows themselves. */
async function compareOnValidation({
  family,
  folded: { data, split },
  rows: { features, label },
  blocks,
  options,
}: {
  family: ClassifierFamily<{ seed: number }>;
  folded: { data: TrainingData; split: Split };
  rows: TrainingData;
  blocks: Blocks | undefined;
  options: { seed: number } & Record<string, unknown>;
}): Promise<Comparison> {
  const judged = { ...split, test: split.validation };
  const [winner, defaults] = await Promise.all(
    [options, { seed: options.seed }].map(async (chosen) => {
      const { classifier } = await evaluateOnSplit(family, data, judged, chosen);
      return predictDistinct(classifier, features);
    }),
  );
  return compareClassifiers(label, winner, defaults, { blocks });
}

function optionWords(options: Record<string, unknown>): string {
  return (
    Object.entries(options)
      .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join("-") : String(value)}`)
      .join(", ") || "defaults"
  );
}
