import type { FeatureTable, LabelledTable } from "../features/index.js";
import type { Classifier, MixedPredictor } from "../models/index.js";
import {
  InputError,
  TooFewRowsError,
  codeColumn,
  codeRows,
  createRandom,
  type Blocks,
  type Random,
  type RowCodes,
} from "../statistics/index.js";
import { exactRise, type ExactRise } from "./permutation-expectation.js";
import { PairPredictions, viewGroup } from "./permutation-pairs.js";
import { costLoss, errorLoss, logLoss, lossOfRow, responseTo, type RowLoss } from "./row-losses.js";

/**
 * Features that are permuted together: functions of each other, say, of which permuting one alone
 * makes requests that cannot be.
 */
export interface FeatureGroup {
  name: string;
  features: readonly string[];
}

export interface PermutationOptions {
  /** Each feature by itself where left out. */
  groups?: readonly FeatureGroup[];
  /** Permutations of each group; 5 unless said, scikit-learn's default. */
  repeats?: number;
  seed?: number | string;
  /**
   * Conditional importance: rows trade values only with rows that agree in these columns (the
   * workload, say).
   */
  within?: readonly string[];
  /** USD of each row if it is answered 0 (ECS), if 1 (Lambda): adds the importance in money. */
  cost?: { ifZero: Float64Array; ifOne: Float64Array };
  threshold?: number;
  /** Blocks of time of the rows, for the intervals; without them rows are taken as independent. */
  blocks?: Blocks | undefined;
  onProgress?: (shareDone: number) => void;
  signal?: AbortSignal;
}

/** How much worse the model does without what a group says. */
export interface Importance {
  /** One rise of the loss a repeat. */
  raw: Float64Array;
  mean: number;
  /**
   * Of the repeats, divisor n, as scikit-learn's `importances_std`: the chance in the shuffling
   * alone, not in the rows.
   */
  standardDeviation: number;
  /**
   * What `mean` tends to with ever more repeats, computed exactly, and its standard error over the
   * choice of rows; null where there are too many pairs to ask for.
   */
  exact: ExactRise | null;
  /**
   * Its part of the sum over all groups (exact where known, else mean; a fall counts 0); NaN where
   * no group matters.
   */
  share: number;
}

export interface GroupImportance extends FeatureGroup {
  /** Drop in accuracy. */
  accuracy: Importance;
  /** Rise in log loss, nats. */
  logLoss: Importance;
  /** Rise in USD a request; null without `cost`. */
  costUsd: Importance | null;
}

export interface PermutationImportance {
  rows: number;
  repeats: number;
  within: readonly string[];
  /** With nothing permuted. */
  baseline: { accuracy: number; logLoss: number; costUsd: number | null };
  /** In the order asked for. */
  groups: GroupImportance[];
}

/**
 * Permutation importance as scikit-learn defines it (Breiman, 2001;
 * `sklearn.inspection.permutation_importance`): how much a fitted model's score falls on these
 * (held-out) rows when a group's values are shuffled among them, all columns of the group together.
 * The model answers each distinct combination of a group's values and the rest once. Where those
 * are no more than the repeats would ask for, the expectation over all shuffles comes out exactly,
 * too. The rows must not be folded: they are what is shuffled.
 */
export function permutationImportance(
  classifier: Classifier,
  { features, label }: LabelledTable,
  options: PermutationOptions = {},
): PermutationImportance {
  const { repeats = 5, seed = 42, within = [], cost, threshold = 0.5 } = options;
  const groups = options.groups ?? features.names.map((name) => ({ name, features: [name] }));
  checkInput(features, label, groups, repeats, cost);
  const strata = codeRows(
    within.map((name) => columnNamed(features, name)),
    features.rowCount,
  );
  const losses = [
    errorLoss(label),
    logLoss(label),
    ...(cost ? [costLoss(cost.ifZero, cost.ifOne)] : []),
  ];
  let mixed: MixedPredictor | null | undefined;
  const mixedPredictor = (): MixedPredictor | null =>
    mixed === undefined ? (mixed = classifier.mixedPredictor?.(features) ?? null) : mixed;
  const task: PermutationTask = {
    classifier,
    features,
    columnCodes: features.columns.map((column) => codeColumn(column)),
    losses,
    strata,
    repeats,
    threshold,
    mixedPredictor,
    blocks: options.blocks,
    unpermuted: null,
  };
  const random = createRandom(seed).fork("permutation-importance");

  let baseline: number[] = [];
  const measured = groups.map((group, g) => {
    options.signal?.throwIfAborted();
    const result = permuteGroup(task, group, random.fork(group.name));
    baseline = result.baseline;
    options.onProgress?.((g + 1) / groups.length);
    return result.rises;
  });
  const importances = losses.map((_, l) => withShares(measured.map((rises) => rises[l])));
  return {
    rows: features.rowCount,
    repeats,
    within,
    baseline: {
      accuracy: 1 - baseline[0],
      logLoss: baseline[1],
      costUsd: cost ? baseline[2] : null,
    },
    groups: groups.map((group, g) => ({
      ...group,
      accuracy: importances[0][g],
      logLoss: importances[1][g],
      costUsd: cost ? importances[2][g] : null,
    })),
  };
}

/** What is the same for every group. */
interface PermutationTask {
  classifier: Classifier;
  features: FeatureTable;
  /** Each column coded by its values. */
  columnCodes: RowCodes[];
  losses: RowLoss[];
  /** Rows trade values within these only. */
  strata: RowCodes;
  repeats: number;
  threshold: number;
  blocks: Blocks | undefined;
  /** Prepared once for all groups, when the first one asks. */
  mixedPredictor: () => MixedPredictor | null;
  /**
   * The losses with nothing permuted, once a group of too many pairs to remember has asked for
   * them.
   */
  unpermuted: number[] | null;
}

interface Rise {
  raw: Float64Array;
  exact: ExactRise | null;
}

function permuteGroup(
  task: PermutationTask,
  group: FeatureGroup,
  random: Random,
): { baseline: number[]; rises: Rise[] } {
  const { classifier, features, columnCodes, losses, strata, repeats, threshold, mixedPredictor } =
    task;
  const rows = features.rowCount;
  const view = viewGroup(features, columnCodes, group.features);
  const predictions = new PairPredictions(classifier, features, view, mixedPredictor);
  const place = (groupOfRow: Uint32Array): Uint32Array =>
    groupOfRow.map((value, row) => predictions.place(view.rest.codeOfRow[row], value));
  // Where pairs are few, the rows' own are among those that shuffling makes, and cost nothing; else
  // they are asked once for all groups.
  const own = predictions.distinct ? place(view.group.codeOfRow) : null;
  const rowsByStratum = sortByCode(strata);
  const shuffled = Array.from({ length: repeats }, () =>
    place(shuffleWithin(view.group.codeOfRow, rowsByStratum, random)),
  );
  const expectation = exactRise({
    view,
    strata,
    predictions,
    losses,
    threshold,
    blocks: task.blocks,
    mostPairs: rows * (repeats + 1),
  });
  predictions.predict();

  const meanLosses = (probabilityOf: (row: number) => number): number[] => {
    const sums = losses.map(() => 0);
    for (let row = 0; row < rows; row++) {
      const response = responseTo(probabilityOf(row), threshold);
      for (let l = 0; l < losses.length; l++) sums[l] += lossOfRow(losses[l], row, response);
    }
    return sums.map((sum) => sum / rows);
  };
  const unpermuted = (): number[] => {
    const probability = classifier.predictProbability(features);
    return meanLosses((row) => probability[row]);
  };
  const baseline = own
    ? meanLosses((row) => predictions.at(own[row]))
    : (task.unpermuted ??= unpermuted());
  const after = shuffled.map((places) => meanLosses((row) => predictions.at(places[row])));
  const exact = expectation?.() ?? null;
  return {
    baseline,
    rises: losses.map((_, l) => ({
      raw: Float64Array.from(after, (means) => means[l] - baseline[l]),
      exact: exact && exact[l],
    })),
  };
}

/** Rows of each stratum, one stratum after the other. */
function sortByCode({ codeOfRow, codeCount }: RowCodes): Uint32Array[] {
  const rows: number[][] = Array.from({ length: codeCount }, () => []);
  codeOfRow.forEach((code, row) => rows[code].push(row));
  return rows.map((members) => Uint32Array.from(members));
}

function shuffleWithin(
  values: Uint32Array,
  rowsByStratum: readonly Uint32Array[],
  random: Random,
): Uint32Array {
  const result = new Uint32Array(values.length);
  for (const rows of rowsByStratum) {
    const shuffled = random.shuffle(rows.map((row) => values[row]));
    rows.forEach((row, i) => (result[row] = shuffled[i]));
  }
  return result;
}

function withShares(rises: readonly Rise[]): Importance[] {
  const summarised = rises.map(({ raw, exact }) => {
    const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
    const variance = raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / raw.length;
    return {
      raw,
      mean,
      standardDeviation: Math.sqrt(variance),
      exact,
      positive: withoutRounding(exact ? exact.mean : mean),
    };
  });
  const total = summarised.reduce((sum, { positive }) => sum + positive, 0);
  return summarised.map(({ positive, ...importance }) => ({
    ...importance,
    share: total > 0 ? positive / total : NaN,
  }));
}

/**
 * A rise as a part of the whole: below what sums of a few million terms leave as rounding, it is
 * none.
 */
function withoutRounding(rise: number): number {
  return rise > 1e-12 ? rise : 0;
}

function columnNamed(features: FeatureTable, name: string): Float64Array {
  const index = features.names.indexOf(name);
  if (index < 0)
    throw new InputError(
      `the table has no feature "${name}" to stay within; it has ${features.names.join(", ")}`,
    );
  return features.columns[index];
}

function checkInput(
  features: FeatureTable,
  label: Uint8Array,
  groups: readonly FeatureGroup[],
  repeats: number,
  cost: PermutationOptions["cost"],
): void {
  const rows = features.rowCount;
  if (rows === 0) throw new TooFewRowsError("there are no rows to permute");
  if (label.length !== rows) throw new RangeError(`${label.length} labels for ${rows} rows`);
  if (label.some((y) => y > 1))
    throw new RangeError("a label is 0 or 1; leave rows without a label out first");
  if (!(Number.isInteger(repeats) && repeats >= 1))
    throw new RangeError(`a number of repeats is 1 or more, not ${repeats}`);
  if (cost && (cost.ifZero.length !== rows || cost.ifOne.length !== rows))
    throw new RangeError(`${cost.ifZero.length} and ${cost.ifOne.length} costs for ${rows} rows`);
  for (const group of groups)
    if (group.features.length === 0)
      throw new RangeError(`the group "${group.name}" has no features to permute`);
}
