import { createRandom } from "../statistics/index.js";
import type { ClassifierFamily, FitControl, TrainingData } from "./classifier.js";
import { evaluateOnSplit, takeTrainingRows } from "./evaluate.js";
import { blockFolds } from "./group-splits.js";
import { stratifiedFolds, stratifiedSplit } from "./stratified-split.js";

/** One set of options, tried on so many rows. */
export interface Trial<Options> {
  options: Partial<Options>;
  /** 0 for the first round, on the fewest rows. */
  round: number;
  /** Rows that were cross-validated on. */
  rows: number;
  /** Means over the folds' held-out parts, and the standard error of the first over the folds. */
  logLoss: number;
  logLossError: number;
  accuracy: number;
  /** Whether it went on to the next round (in the last: whether it won). */
  kept: boolean;
}

export interface SearchResult<Options> {
  best: Partial<Options>;
  /** Every trial, in the order in which they were made. */
  trials: Trial<Options>[];
}

export interface SearchOptions {
  /** Only one in so many goes on, to so many times the rows; 3 unless said. */
  factor?: number;
  folds?: number;
  seed?: number;
  /**
   * Blocks of time of the rows, coded from 0, which folds keep whole (`blockFolds`). Where they are
   * left out, or cannot be, folds are of single rows.
   */
  blockOfRow?: Uint32Array | undefined;
  control?: Pick<FitControl, "onProgress" | "signal" | "threads">;
}

/**
 * Searches options by successive halving (Jamieson and Talwalkar, 2016): all candidates are
 * cross-validated on a small stratified part of the rows, the better third on three times as many,
 * and so on to all rows. Ranked by log loss, ties to the earlier candidate. Hand it training rows
 * only: what it has seen cannot judge the winner, whose loss here is flattered by having won.
 */
export async function successiveHalving<Options extends { seed: number }>(
  family: ClassifierFamily<Options>,
  train: TrainingData,
  candidates: readonly Partial<Options>[],
  search: SearchOptions = {},
): Promise<SearchResult<Options>> {
  const { factor = 3, folds = 3, seed = 42, blockOfRow, control = {} } = search;
  if (candidates.length === 0) throw new RangeError("a search needs a candidate");
  if (!(factor > 1))
    throw new RangeError(`the factor of successive halving is above 1, not ${factor}`);
  const sizes = [candidates.length];
  while (sizes[sizes.length - 1] > factor) sizes.push(Math.ceil(sizes[sizes.length - 1] / factor));
  const trials: Trial<Options>[] = [];
  const planned = sizes.reduce((sum, size) => sum + size, 0);

  let running = [...candidates];
  for (let round = 0; round < sizes.length; round++) {
    const rows = stratifiedPart(train.label, Math.pow(factor, round + 1 - sizes.length), seed);
    const data = takeTrainingRows(train, rows);
    const blocks = blockOfRow && rows.map((row) => blockOfRow[row]);
    const splits =
      (blocks && blockFolds(blocks, data.label, folds, seed)) ??
      stratifiedFolds(data.label, folds, seed);
    const tried: Trial<Options>[] = [];
    for (const options of running) {
      control.signal?.throwIfAborted();
      // Folds side by side: families that fit in a thread of their own then use all cores.
      const tests = (
        await Promise.all(
          splits.map((split) =>
            evaluateOnSplit(
              family,
              data,
              split,
              { seed, ...options },
              { signal: control.signal, threads: control.threads },
            ),
          ),
        )
      ).map(({ test }) => test);
      const losses = tests.map((test) => test.logLoss);
      const accuracies = tests.map((test) => test.accuracy);
      const logLoss = mean(losses);
      const spread = mean(losses.map((loss) => (loss - logLoss) ** 2));
      tried.push({
        options,
        round,
        rows: data.label.length,
        logLoss,
        logLossError: Math.sqrt(spread / (folds - 1)),
        accuracy: mean(accuracies),
        kept: false,
      });
      control.onProgress?.((trials.length + tried.length) / planned);
    }
    const ranked = [...tried].sort((a, b) => a.logLoss - b.logLoss).slice(0, sizes[round + 1] ?? 1);
    for (const trial of ranked) trial.kept = true;
    running = ranked.map(({ options }) => options);
    trials.push(...tried);
  }
  return { best: running[0], trials };
}

/**
 * `count` different candidates from a grid of values by option, at random; the whole grid where it
 * has no more.
 */
export function candidateOptions<Options>(
  grid: { readonly [Name in keyof Options]?: readonly Options[Name][] },
  count: number,
  seed: number | string = 42,
): Partial<Options>[] {
  let all: Partial<Options>[] = [{}];
  for (const name of Object.keys(grid) as (keyof Options)[])
    all = all.flatMap((options) => grid[name]!.map((value) => ({ ...options, [name]: value })));
  return createRandom(seed).fork("candidates").shuffle(all).slice(0, count);
}

function stratifiedPart(label: Uint8Array, share: number, seed: number): Uint32Array {
  if (share >= 1) return Uint32Array.from(label.keys());
  // The split wants a test part; what is not in training here is simply not used.
  return stratifiedSplit(label, { train: share, validation: 0, test: 1 - share }, seed).train;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
