import { BLOCK_MINUTES, type Requests } from "../requests/index.js";
import {
  normalQuantile,
  studentQuantile,
  wilsonInterval,
  type Interval,
} from "../statistics/index.js";
import { prepareLabels, withMargins, type Group } from "./groups.js";
import { clockOf } from "./label-requests.js";
import { labelOptions } from "./label-options.js";
import type { LabelChoice, LabelOptions } from "./labels.js";
import { pairPlacements } from "./pairs.js";

/**
 * What can be said of one cell: does a random Lambda request beat a random ECS request, and how
 * sure is that?
 */
export interface CellVerdict {
  cell: string;
  lambdaRows: number;
  ecsRows: number;
  /** P(Lambda beats ECS by the margins on both axes), with its interval. */
  probability: Interval;
  verdict: "lambda" | "ecs" | "too close to call" | "too thin to call";
  /**
   * How many times the cell's requests would settle it, if the probability stayed as it is; 1 when
   * it is settled, Infinity at exactly one half.
   */
  timesMoreNeeded: number;
  /**
   * The same in requests, with as many more blocks of time; at least, where the cell has a single
   * block and its error cannot be had.
   */
  requestsNeeded: { lambda: number; ecs: number };
  /** In words: what would settle the cell; "" where it is settled. */
  toSettle: string;
}

/** Fewer requests than this of either platform make no verdict. */
const THIN = 20;

/**
 * A verdict for each group of comparable requests, from the pair probability and its sampling
 * error. The error comes from the placements (Sen, 1960), added up within blocks of time before
 * they are squared: requests that were near in time share their fate, and counting them as
 * independent would make every cell look settled. The interval is Wilson's for as many trials as
 * that error is worth, lessened by Student's t for the number of blocks (Korn and Graubard, 1998,
 * for shares in clustered samples): it stays within 0 and 1, and a cell that one platform always
 * wins is not a certainty.
 */
export function cellVerdicts(
  requests: Requests,
  given: LabelChoice,
  blockMinutes = BLOCK_MINUTES,
  level = 0.95,
): CellVerdict[] {
  const clock = clockOf(requests, given);
  const options = labelOptions({
    ...given,
    scheme: "paired-probability",
    ...(clock && { clock }),
  });
  const { groups } = prepareLabels(requests, options);
  return groups.map((group) =>
    judge(
      group,
      options,
      (row) => Math.floor(requests.timestampMs[row] / (blockMinutes * 60_000)),
      level,
    ),
  );
}

function judge(
  { name, lambda, ecs }: Group,
  options: LabelOptions,
  blockOf: (row: number) => number,
  level: number,
): CellVerdict {
  const placements = pairPlacements(
    lambda,
    withMargins(ecs, options.latencyMargin, options.costMargin),
  );
  const estimate = placements.left.reduce((sum, share) => sum + share, 0) / placements.left.length;
  const byBlock = new Map<number, number>();
  for (const [rows, shares] of [
    [lambda.rows, placements.left],
    [ecs.rows, placements.right],
  ] as const) {
    rows.forEach((row, i) =>
      byBlock.set(
        blockOf(row),
        (byBlock.get(blockOf(row)) ?? 0) + (shares[i] - estimate) / rows.length,
      ),
    );
  }
  const lambdaRows = lambda.rows.length;
  const ecsRows = ecs.rows.length;
  const fewer = Math.min(lambdaRows, ecsRows);
  const blocks = byBlock.size;
  const independent = effectiveTrials(estimate, [...byBlock.values()], fewer);
  const trials = independent * worthOfBlocks(blocks, level);
  const probability =
    trials > 0
      ? { ...wilsonInterval(estimate * trials, trials, level), estimate }
      : { estimate, low: 0, high: 1, level };
  const settled = probability.low > 0.5 || probability.high < 0.5;
  const thin = fewer < THIN || trials === 0;
  const timesMoreNeeded =
    settled && !thin
      ? 1
      : Math.max(1, THIN / fewer, timesToSettle(estimate, independent, blocks, level));
  const requestsNeeded = {
    lambda: Math.ceil(lambdaRows * timesMoreNeeded),
    ecs: Math.ceil(ecsRows * timesMoreNeeded),
  };
  return {
    cell: name,
    lambdaRows,
    ecsRows,
    probability,
    timesMoreNeeded,
    requestsNeeded,
    verdict: thin
      ? "too thin to call"
      : !settled
        ? "too close to call"
        : probability.low > 0.5
          ? "lambda"
          : "ecs",
    toSettle: settled && !thin ? "" : inWords(timesMoreNeeded, requestsNeeded, blocks),
  };
}

/**
 * The independent trials of a share that have its standard error. Without any scatter, or with a
 * single block, they are the smaller sample: the variance of a pair probability is at most p (1 -
 * p) / min(m, n) (Birnbaum and Klose, 1957).
 */
function effectiveTrials(
  estimate: number,
  influence: readonly number[],
  fewerRows: number,
): number {
  const blocks = influence.length;
  const spread = estimate * (1 - estimate);
  const variance =
    blocks < 2
      ? 0
      : influence.reduce((sum, value) => sum + value * value, 0) * (blocks / (blocks - 1));
  // Three times the smaller sample is what continuous, independent times are worth at most when
  // both platforms served alike.
  return variance > 0 && spread > 0 ? Math.min(spread / variance, 3 * fewerRows) : fewerRows;
}

/**
 * (z / t)^2: what the trials of so few blocks are worth beside those of many; 0 of one block, whose
 * error cannot be had.
 */
function worthOfBlocks(blocks: number, level: number): number {
  return blocks < 2
    ? 0
    : (normalQuantile(0.5 + level / 2) / studentQuantile(0.5 + level / 2, blocks - 1)) ** 2;
}

/**
 * How often the same requests, each time in blocks of their own, until Wilson's interval leaves one
 * half out.
 */
function timesToSettle(estimate: number, trials: number, blocks: number, level: number): number {
  const needed = (normalQuantile(0.5 + level / 2) / (2 * (estimate - 0.5))) ** 2;
  if (needed === Infinity) return Infinity;
  const settles = (times: number): boolean =>
    times * trials * worthOfBlocks(Math.floor(times * blocks), level) > needed;
  let low = 0;
  let high = 2;
  while (!settles(high)) high *= 2;
  while (high - low > 1e-3 * high) {
    const middle = (low + high) / 2;
    if (settles(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function inWords(
  times: number,
  { lambda, ecs }: CellVerdict["requestsNeeded"],
  blocks: number,
): string {
  if (times === Infinity) return "no sample: the probability is one half as it stands";
  const atLeast = blocks < 2 ? "at least " : "about ";
  return (
    `${atLeast}${lambda.toLocaleString("en")} Lambda and ${ecs.toLocaleString("en")} ECS ` +
    `requests${blocks < 2 ? ", in two blocks of time or more" : ""}`
  );
}
