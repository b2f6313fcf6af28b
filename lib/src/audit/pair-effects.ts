import { clusteredMean } from "../attainability/index.js";
import type { Verdict } from "../campaign/index.js";
import {
  BLOCK_MINUTES,
  groupIntoCells,
  MISSING,
  type CellKey,
  type Requests,
} from "../requests/index.js";
import { median, normalQuantile, type Interval } from "../statistics/index.js";
import type { AuditData } from "./audit-data.js";

/** A pair of which both platforms answered their half. */
export interface AnsweredPair {
  ecsRow: number;
  lambdaRow: number;
  /** 1 where ECS's half was sent first, -1 where Lambda's was, 0 where the log does not say. */
  order: -1 | 0 | 1;
  /** Of its context by the keys asked for. */
  cell: number;
  block: number;
}

/** Pairs that effects are measured on: beyond it, every k-th of them. */
const MOST_PAIRS = 50_000;

/** The answered pairs in the order of the logs, with the cell that each lies in. */
export function answeredPairs(
  { requests, pairs, answeredRows }: AuditData,
  keys: readonly CellKey[],
): { pairs: AnsweredPair[]; cellName(cell: number): string } {
  const cells = groupIntoCells(requests, keys);
  const answered = new Uint8Array(requests.rowCount);
  for (const row of answeredRows) answered[row] = 1;
  const found: AnsweredPair[] = [];
  const step = Math.ceil(pairs.count / MOST_PAIRS);
  for (let pair = 0; pair < pairs.count; pair += step) {
    const [ecsRow, lambdaRow] = [pairs.ecsRow[pair], pairs.lambdaRow[pair]];
    if (!answered[ecsRow] || !answered[lambdaRow]) continue;
    found.push({
      ecsRow,
      lambdaRow,
      order: orderOf(requests, ecsRow, lambdaRow),
      cell: cells.codeOfRow[ecsRow],
      block: Math.floor(requests.timestampMs[ecsRow] / (BLOCK_MINUTES * 60_000)),
    });
  }
  return { pairs: found, cellName: cells.name };
}

function orderOf({ sentFirst }: Requests, ecsRow: number, lambdaRow: number): -1 | 0 | 1 {
  const [ecs, lambda] = [sentFirst[ecsRow], sentFirst[lambdaRow]];
  if (ecs === MISSING || lambda === MISSING || ecs === lambda) return 0;
  return ecs === 1 ? 1 : -1;
}

/** Context in which a pair's difference is typical or not. */
export const PAIR_CONTEXT: readonly CellKey[] = ["workload", "payload", "pattern"];
/** Pairs of one cell and one order that are needed to tell what is typical there. */
const LEAST_IN_CELL = 5;

/**
 * A difference of each pair (Lambda minus ECS) less what is typical of its cell: the median of the
 * pairs of one order and that of the other, in the middle. What is left depends neither on which
 * platform is the faster one nor on how often either was first. NaN in cells of few pairs.
 */
export function aroundTypical(
  pairs: readonly AnsweredPair[],
  difference: (pair: AnsweredPair) => number,
): Float64Array {
  const differences = Float64Array.from(pairs, difference);
  const byCell = new Map<number, number[][]>();
  pairs.forEach(({ cell, order }, i) => {
    const orders = byCell.get(cell) ?? [[], [], []];
    byCell.set(cell, orders);
    orders[order + 1].push(differences[i]);
  });
  const typical = new Map([...byCell].map(([cell, orders]) => [cell, middleOf(orders)]));
  return differences.map((value, i) => value - typical.get(pairs[i].cell)!);
}

function middleOf(orders: readonly number[][]): number {
  const seen = orders.filter((values) => values.length > 0);
  if (seen.some((values) => values.length < LEAST_IN_CELL)) return NaN;
  return seen.reduce((sum, values) => sum + median(values), 0) / seen.length;
}

/** A mean of pairs, those of one block of time taken together. */
export function meanOfPairs(
  values: readonly number[],
  pairs: readonly AnsweredPair[],
  level: number,
): Interval {
  const { mean, standardError } = clusteredMean(
    Float64Array.from(values),
    pairs.map(({ block }) => block),
  );
  const half = normalQuantile(0.5 + level / 2) * standardError;
  return { estimate: mean, low: mean - half, high: mean + half, level };
}

/**
 * Judges an effect that should not be there. Fail: certainly larger than `fail`, either way. Warn:
 * larger than `warn`, and certainly not nought.
 */
export function judgeEffect(
  { estimate, low, high }: Interval,
  warn: number,
  fail: number,
): Verdict {
  if (low > fail || high < -fail) return "fail";
  return Math.abs(estimate) > warn && (low > 0 || high < 0) ? "warn" : "pass";
}

/** What of a response was spent outside the handler: on the way, in queues, starting up; ms. */
export function transportMs({ responseTimeMs, executionTimeMs }: Requests, row: number): number {
  return responseTimeMs[row] - executionTimeMs[row];
}
