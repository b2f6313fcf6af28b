import type { Requests } from "../requests/index.js";
import { normalQuantile, type Interval } from "../statistics/index.js";
import { prepareLabels, withMargins, type Group } from "./groups.js";
import { labelOptions, type LabelOptions } from "./labels.js";
import { pairPlacements } from "./pairs.js";

/** What can be said of one cell: does a random Lambda request beat a random ECS request, and how sure is that? */
export interface CellVerdict {
  cell: string;
  lambdaRows: number;
  ecsRows: number;
  /** P(Lambda beats ECS by the margins on both axes), with its interval. */
  probability: Interval;
  verdict: "lambda" | "ecs" | "too close to call" | "too thin to call";
  /** How many times the cell's requests would settle it, if the probability stayed as it is; 1 when it is settled, Infinity at exactly one half. */
  timesMoreNeeded: number;
}

/** Fewer requests than this of either platform make no verdict. */
const THIN = 20;

/**
 * A verdict for each group of comparable requests, from the pair probability and its sampling error. The error comes
 * from the placements (Sen, 1960), added up within blocks of time before they are squared: requests that were near in
 * time share their fate, and counting them as independent would make every cell look settled.
 */
export function cellVerdicts(requests: Requests, given: Partial<LabelOptions> = {}, blockMinutes = 5, level = 0.95): CellVerdict[] {
  const options = labelOptions({ ...given, scheme: "paired-probability" });
  const { groups } = prepareLabels(requests, options);
  return groups.map((group) => judge(group, options, (row) => Math.floor(requests.timestampMs[row] / (blockMinutes * 60_000)), level));
}

function judge({ name, lambda, ecs }: Group, options: LabelOptions, blockOf: (row: number) => number, level: number): CellVerdict {
  const placements = pairPlacements(lambda, withMargins(ecs, options.latencyMargin, options.costMargin));
  const estimate = placements.left.reduce((sum, share) => sum + share, 0) / placements.left.length;
  const byBlock = new Map<number, number>();
  for (const [rows, shares] of [[lambda.rows, placements.left], [ecs.rows, placements.right]] as const) {
    rows.forEach((row, i) => byBlock.set(blockOf(row), (byBlock.get(blockOf(row)) ?? 0) + (shares[i] - estimate) / rows.length));
  }
  const blocks = byBlock.size;
  let squares = 0;
  for (const influence of byBlock.values()) squares += influence * influence;
  const standardError = blocks > 1 ? Math.sqrt((squares * blocks) / (blocks - 1)) : NaN;
  const half = normalQuantile(0.5 + level / 2) * standardError;
  const [low, high] = Number.isNaN(half) ? [0, 1] : [Math.max(0, estimate - half), Math.min(1, estimate + half)];
  const thin = Math.min(lambda.rows.length, ecs.rows.length) < THIN || Number.isNaN(half);
  const settled = low > 0.5 || high < 0.5;
  return {
    cell: name,
    lambdaRows: lambda.rows.length,
    ecsRows: ecs.rows.length,
    probability: { estimate, low, high, level },
    verdict: thin ? "too thin to call" : !settled ? "too close to call" : low > 0.5 ? "lambda" : "ecs",
    timesMoreNeeded: thin ? NaN : Math.max(1, (half / Math.abs(estimate - 0.5)) ** 2),
  };
}
