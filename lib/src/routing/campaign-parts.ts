import { LAMBDA } from "../campaign/index.js";
import type { CostTerms } from "../labels/index.js";
import {
  answered,
  findPairs,
  groupIntoCells,
  isPaired,
  selectRows,
  timeBlocks,
  type Requests,
  type TimeBlocks,
} from "../requests/index.js";
import { createRandom, InputError } from "../statistics/index.js";
import { strataOf, type EstimationMethod, type Strata } from "./estimator.js";
import {
  observedOutcomes,
  pairedOutcomes,
  takeOutcomes,
  type BothOutcomes,
  type ObservedOutcomes,
} from "./outcomes.js";
import { halvesOf } from "./pair-rows.js";

/**
 * The parts of a campaign that routers learn from, are tuned on and judged on: rows of the
 * requests, ascending.
 */
export interface CampaignParts {
  train: Uint32Array;
  validation: Uint32Array;
  test: Uint32Array;
  /** Whether a row stands for a pair: both outcomes are then known, at the half sent first. */
  paired: boolean;
  /** Failed requests among them that no model learned from, all parts together. */
  failed: number;
  /**
   * Failed requests that are in no part: because no log says which platform they were sent to, or
   * (in a duet) because the other half of their pair is not in the logs.
   */
  unattributed: number;
  /** Share of all attributable requests that is in the test part. */
  testShare: number;
}

/**
 * A split of labelled rows with the requests added that failed. A failed request has no label and
 * no model learns from it, but a policy that sends requests where they fail must be judged by that:
 * the failed ones are dealt at random to the parts, in the shares that the labelled ones have.
 * `labelledRow` is the request of each row of the split. In a duet a row stands for its pair: what
 * is dealt are the pairs without a label of which a half failed, and the other half of a pair is no
 * row of its own.
 */
export function campaignParts(
  requests: Requests,
  labelledRow: ArrayLike<number>,
  split: Readonly<Record<"train" | "validation" | "test", Uint32Array>>,
  seed: number,
): CampaignParts {
  const paired = isPaired(requests);
  const lost = failedRows(requests);
  const attributed = paired
    ? failedPairs(requests, lost, labelledRow)
    : // A workload the log does not name has neither cost nor cell.
      lost.filter((row) => requests.platform[row] <= LAMBDA && namesWorkload(requests, row));
  const failed = createRandom(seed).fork("failed requests").shuffle(attributed.slice());
  const sizes = [split.train.length, split.validation.length, split.test.length];
  const labelled = sizes[0] + sizes[1] + sizes[2];
  const cuts = [0, sizes[0], sizes[0] + sizes[1], labelled].map((rows) =>
    Math.round((failed.length * rows) / labelled),
  );
  const part = (rows: Uint32Array, p: number): Uint32Array =>
    Uint32Array.from([
      ...Array.from(rows, (row) => labelledRow[row]),
      ...failed.slice(cuts[p], cuts[p + 1]),
    ]).sort();
  const [train, validation, test] = [split.train, split.validation, split.test].map(part);
  return {
    train,
    validation,
    test,
    paired,
    failed: failed.length,
    unattributed: paired ? failedAlone(requests, lost) : lost.length - failed.length,
    testShare: test.length / (train.length + validation.length + test.length),
  };
}

function namesWorkload({ workload, workloadNames }: Requests, row: number): boolean {
  return workload[row] < workloadNames.length;
}

function failedRows(requests: Requests): Uint32Array {
  const ok = new Uint8Array(requests.rowCount);
  for (const row of answered(requests)) ok[row] = 1;
  return Uint32Array.from(ok.keys()).filter((row) => ok[row] === 0);
}

/** Pairs without a label of which a half failed, by the row of the half sent first; ascending. */
function failedPairs(
  requests: Requests,
  failedRow: Uint32Array,
  labelledRow: ArrayLike<number>,
): Uint32Array {
  const { count, ecsRow, lambdaRow, firstRow } = findPairs(requests);
  const failed = flags(requests.rowCount, failedRow);
  const labelled = flags(requests.rowCount, labelledRow);
  const rows: number[] = [];
  for (let pair = 0; pair < count; pair++) {
    const row = firstRow[pair];
    if (labelled[ecsRow[pair]] === 1 || labelled[lambdaRow[pair]] === 1) continue;
    if (!namesWorkload(requests, row)) continue;
    if (failed[ecsRow[pair]] === 1 || failed[lambdaRow[pair]] === 1) rows.push(row);
  }
  return Uint32Array.from(rows).sort();
}

/** Failed requests of a duet that are no half of a pair that is whole in the logs. */
function failedAlone(requests: Requests, failedRow: Uint32Array): number {
  const { ecsRow, lambdaRow } = findPairs(requests);
  const whole = flags(requests.rowCount, [...ecsRow, ...lambdaRow]);
  return failedRow.reduce((count, row) => count + 1 - whole[row], 0);
}

function flags(rowCount: number, rows: ArrayLike<number>): Uint8Array {
  const flag = new Uint8Array(rowCount);
  for (let i = 0; i < rows.length; i++) flag[rows[i]] = 1;
  return flag;
}

/** One part of a campaign as policies are judged on it. */
export interface JudgedRequests {
  requests: Requests;
  observed: ObservedOutcomes;
  /** What both platforms made of each request, where each was sent to both. */
  both: BothOutcomes | null;
  /** How policy values are known from these alone. */
  method: EstimationMethod;
  blocks: TimeBlocks;
  strata: Strata;
}

/**
 * Requests at `rows` with what became of them (client's clock), their context cells and their
 * blocks of time. In a duet both outcomes are known, whichever half of its pair a row is.
 *
 * Throws an InputError where requests that were sent to one platform only are to pay shares of
 * task-hours: a policy that sends ECS more of them makes the shares smaller, so that no policy's
 * cost follows from the shares that were paid.
 */
export function judgedRequests(
  requests: Requests,
  rows: Uint32Array,
  terms: CostTerms,
  blockMinutes?: number,
): JudgedRequests {
  const paired = isPaired(requests);
  if (!paired && terms.cost.kind === "shared-task-hours")
    throw new InputError(
      "policies cannot be priced by shared task-hours where each request was sent to one " +
        'platform only: what a share is hangs on the policy; use "busy-time" or "task-hours", ' +
        "or bill ECS by the hour",
    );
  const judged = selectRows(requests, rows);
  const blocks = timeBlocks(judged.timestampMs, blockMinutes);
  const observed = observedOutcomes(requests, terms);
  return {
    requests: judged,
    observed: { ...takeOutcomes(observed, rows), platform: judged.platform },
    both: paired ? pairedOutcomes(observed, halvesOf(requests, rows)) : null,
    method: paired ? "pairs" : "doubly robust",
    blocks,
    strata: strataOf(groupIntoCells(judged), blocks),
  };
}
