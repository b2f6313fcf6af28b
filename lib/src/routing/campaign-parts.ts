import { LAMBDA } from "../campaign/index.js";
import {
  answered,
  groupIntoCells,
  selectRows,
  timeBlocks,
  type Requests,
  type TimeBlocks,
} from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import { strataOf, type Strata } from "./estimator.js";
import { observedOutcomes, type ObservedOutcomes } from "./outcomes.js";

/**
 * The parts of a campaign that routers learn from, are tuned on and judged on: rows of the
 * requests, ascending.
 */
export interface CampaignParts {
  train: Uint32Array;
  validation: Uint32Array;
  test: Uint32Array;
  /** Failed requests among them, all parts together. */
  failed: number;
  /** Failed requests that are in no part, because no log says which platform they were sent to. */
  unattributed: number;
  /** Share of all attributable requests that is in the test part. */
  testShare: number;
}

/**
 * A split of labelled rows with the requests added that failed. A failed request has no label and
 * no model learns from it, but a policy that sends requests where they fail must be judged by that:
 * the failed ones are dealt at random to the parts, in the shares that the labelled ones have.
 * `labelledRow` is the request of each row of the split.
 */
export function campaignParts(
  requests: Requests,
  labelledRow: ArrayLike<number>,
  split: Readonly<Record<"train" | "validation" | "test", Uint32Array>>,
  seed: number,
): CampaignParts {
  const ok = new Uint8Array(requests.rowCount);
  const random = createRandom(seed).fork("failed requests");
  for (const row of answered(requests)) ok[row] = 1;
  const all = Uint32Array.from(ok.keys());
  const lost = all.filter((row) => ok[row] === 0);
  // A workload the log does not name has neither cost nor cell.
  const failed = random.shuffle(
    lost.filter(
      (row) =>
        requests.platform[row] <= LAMBDA && requests.workload[row] < requests.workloadNames.length,
    ),
  );
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
    failed: failed.length,
    unattributed: lost.length - failed.length,
    testShare: test.length / (train.length + validation.length + test.length),
  };
}

/** One part of a campaign as policies are judged on it. */
export interface JudgedRequests {
  requests: Requests;
  observed: ObservedOutcomes;
  blocks: TimeBlocks;
  strata: Strata;
}

/**
 * Requests at `rows` with what became of them (author's cost, client's clock), their context cells
 * and their blocks of time.
 */
export function judgedRequests(
  requests: Requests,
  rows: Uint32Array,
  blockMinutes?: number,
): JudgedRequests {
  const judged = selectRows(requests, rows);
  const blocks = timeBlocks(judged.timestampMs, blockMinutes);
  return {
    requests: judged,
    observed: observedOutcomes(judged),
    blocks,
    strata: strataOf(groupIntoCells(judged), blocks),
  };
}
