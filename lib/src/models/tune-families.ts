import { foldDistinct, hardlyRepeats } from "../attainability/index.js";
import {
  blockMean,
  InputError,
  rowsAsBlocks,
  takeBlocks,
  type Blocks,
  type Interval,
} from "../statistics/index.js";
import type { ClassifierFamily, SearchSpace, TrainingData } from "./classifier.js";
import { evaluateOnSplit, predictDistinct, takeTrainingRows } from "./evaluate.js";
import { SEARCH_SPACES } from "./families.js";
import { foldBySplits } from "./fold-by-splits.js";
import { blockFolds } from "./group-splits.js";
import { rowLogLoss } from "./metrics.js";
import { hasBothClasses, type Split } from "./split.js";
import { candidateOptions, successiveHalving, type Trial } from "./successive-halving.js";

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
   * How much less log loss a validation row costs by the winner than by the defaults, both fitted
   * to training rows, with its interval over blocks of time (over rows where there are none); null
   * where the defaults won.
   */
  savedLogLoss: Interval | null;
  /**
   * What the study trains with: the winner's options where that interval lies above 0, else the
   * defaults.
   */
  adopted: Record<string, unknown>;
}

/**
 * Searches the options of each family by successive halving on the training part alone, the
 * defaults among the candidates, then asks the validation part whether the winner's probabilities
 * are better than the defaults' beyond chance. The test part is not looked at. Throws for a family
 * without a search space.
 *
 * Where hardly two rows have the same features, a model can know a block of time again by what was
 * happening in it, and rows held out from a block it has seen reward learning by heart. Blocks are
 * then kept whole where there are enough of them: in the folds of the search, and for the
 * validation rows, which are answered by a model that was fitted to the training rows of other
 * blocks.
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
  const train = takeTrainingRows(data, split.train);
  const whole = blocks && hardlyRepeats(foldDistinct(data.features, data.label)) ? blocks : null;
  const blockOfTrainRow = whole
    ? Uint32Array.from(takeBlocks(whole, split.train).blockOfRow)
    : undefined;
  const tunings: Tuning[] = [];
  for (const [f, family] of families.entries()) {
    const space = spaces[family.kind];
    if (!space)
      throw new InputError(
        `there is no search space for "${family.kind}"; there are ` +
          `${Object.keys(spaces).join(", ")}`,
      );
    if (space.budget <= 1) continue;
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
        blockOfRow: blockOfTrainRow,
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
    const savedLogLoss =
      Object.keys(best).length === 0
        ? null
        : await compareOnTest({
            family,
            data,
            splits: (whole && withoutOwnBlock(data, split, whole, space.folds, seed)) ?? [
              { ...split, test: split.validation },
            ],
            blocks,
            options: { seed, ...best },
          });
    tunings.push({
      kind: family.kind,
      title: family.title,
      best,
      winner: optionWords(best),
      savedLogLoss,
      trials: search.trials.map(({ options, ...trial }) => ({
        title: family.title,
        options: optionWords(withoutFixed(options as Record<string, unknown>)),
        ...trial,
      })),
      adopted: savedLogLoss && savedLogLoss.low > 0 ? best : {},
    });
  }
  return tunings;
}

/** The adopted options by kind, as `trainFamilies` and `generalisation` take them. */
export function adoptedOptions(
  tunings: readonly Pick<Tuning, "kind" | "adopted">[],
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(tunings.map(({ kind, adopted }) => [kind, adopted]));
}

/**
 * The split with its validation rows dealt out as test rows, so that no model has seen a row of the
 * block it answers for; those of other blocks stop a fit early, as they do when the study trains.
 * null where blocks cannot be kept whole.
 */
function withoutOwnBlock(
  { label }: TrainingData,
  split: Split,
  blocks: Blocks,
  folds: number,
  seed: number,
): Split[] | null {
  const blockOfRow = Uint32Array.from(blocks.blockOfRow);
  const splits = blockFolds(blockOfRow, label, folds, seed)?.map(({ name, test }) => {
    const heldOut = new Set(test);
    return {
      name,
      train: split.train.filter((row) => !heldOut.has(row)),
      validation: split.validation.filter((row) => !heldOut.has(row)),
      test: split.validation.filter((row) => heldOut.has(row)),
    };
  });
  return splits?.every(({ train }) => hasBothClasses(label, train)) ? splits : null;
}

/** Fits on folded rows, which is sooner done, and compares on each split's test rows themselves. */
async function compareOnTest({
  family,
  data,
  splits,
  blocks,
  options,
}: {
  family: ClassifierFamily<{ seed: number }>;
  data: TrainingData;
  splits: readonly Split[];
  blocks: Blocks | undefined;
  options: { seed: number } & Record<string, unknown>;
}): Promise<Interval> {
  const saved: number[] = [];
  for (const split of splits) {
    const folded = foldBySplits(data, [{ ...split, test: new Uint32Array(0) }]);
    const [part] = folded.splits;
    const { features, label } = takeTrainingRows(data, split.test);
    const [winner, defaults] = await Promise.all(
      [options, { seed: options.seed }].map(async (chosen) => {
        const judged = { ...part, test: part.validation };
        const { classifier } = await evaluateOnSplit(family, folded.data, judged, chosen);
        return predictDistinct(classifier, features);
      }),
    );
    label.forEach((y, i) => saved.push(rowLogLoss(y, defaults[i]) - rowLogLoss(y, winner[i])));
  }
  const rows = splits.flatMap(({ test }) => Array.from(test));
  return blockMean(
    Float64Array.from(saved),
    blocks ? takeBlocks(blocks, rows) : rowsAsBlocks(rows.length),
  );
}

function optionWords(options: Record<string, unknown>): string {
  return (
    Object.entries(options)
      .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join("-") : String(value)}`)
      .join(", ") || "defaults"
  );
}
