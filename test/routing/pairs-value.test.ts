import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, lambdaCostUsd, NO_PLATFORM, taskUsdPerHour } from "lib/campaign";
import {
  THESIS_TERMS,
  labelledRows,
  labelRequests,
  SHARED_TASK_HOURS,
  THESIS_COST,
} from "lib/labels";
import {
  campaignDifferences,
  campaignParts,
  comparePolicies,
  fixedPolicies,
  judgedRequests,
  lambdaAdvantage,
  oraclePolicies,
  withOtherHalves,
  workloadLoads,
} from "lib/routing";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const TERMS = { ...THESIS_COST, cost: SHARED_TASK_HOURS };
const NOON = Date.UTC(2025, 10, 22, 12);
const FAILED = { httpStatus: 500, executionTimeMs: NaN };

/** A pair by its halves' times; the Lambda half is sent first where said, and logged first. */
function pair(
  id: number,
  ecs: StatedRequest,
  lambda: StatedRequest,
  lambdaFirst = false,
): StatedRequest[] {
  const half = (own: StatedRequest, platform: number): StatedRequest => ({
    platform,
    pairIdHash: id,
    sentFirst: Number((platform === LAMBDA) === lambdaFirst),
    timestampMs: NOON + id * 1000,
    ...own,
  });
  return [half(lambda, LAMBDA), half(ecs, ECS)];
}

/** Four pairs of five minutes: one answered by both, one failed on a side each, one on both. */
const CAMPAIGN = requestsOf([
  ...pair(1, { responseTimeMs: 300 }, { responseTimeMs: 100, billedDurationMs: 70 }),
  ...pair(
    2,
    { responseTimeMs: 900, ...FAILED },
    { responseTimeMs: 200, billedDurationMs: 90 },
    true,
  ),
  ...pair(3, { responseTimeMs: 250 }, { responseTimeMs: 800, ...FAILED }),
  ...pair(4, { responseTimeMs: 700, ...FAILED }, { responseTimeMs: 600, ...FAILED }, true),
  // The other half is not in the logs; and one that never named its platform.
  { platform: ECS, pairIdHash: 5, responseTimeMs: 40, timestampMs: NOON + 5000, ...FAILED },
  { platform: NO_PLATFORM, httpStatus: 0, executionTimeMs: NaN, responseTimeMs: 5 },
]);
const CARRIED = Uint32Array.from([1, 2, 5, 6]);

test("both outcomes of a pair stand at the half sent first: times, costs by the label's terms, failures", () => {
  const { both, observed, method, requests } = judgedRequests(CAMPAIGN, CARRIED, TERMS);
  assert.equal(method, "pairs");
  assert.deepEqual([...requests.platform], [ECS, LAMBDA, ECS, LAMBDA]);
  assert.deepEqual([...both![ECS].latencyMs], [300, 900, 250, 700]);
  assert.deepEqual([...both![LAMBDA].latencyMs], [100, 200, 800, 600]);
  assert.deepEqual([...both![ECS].failed!], [0, 1, 0, 1]);
  assert.deepEqual([...both![LAMBDA].failed!], [0, 0, 1, 1]);
  assert.deepEqual([...observed.latencyMs], [300, 200, 250, 600]);
  // One task for five minutes, shared by the five requests that were sent to it, failed or not.
  const hourUsd = taskUsdPerHour(TERMS.taskSizes.lightweight_api, TERMS.prices);
  for (const usd of both![ECS].costUsd) assert.ok(Math.abs(usd - hourUsd / 12 / 5) < 1e-15);
  const billed = (ms: number): number => lambdaCostUsd(ms, 128, TERMS.prices);
  assert.deepEqual([...both![LAMBDA].costUsd], [billed(70), billed(90), 0, 0]);
});

test("any half stands for its pair; one without the other is refused where values are counted", () => {
  const { both, observed, strata, blocks, method } = judgedRequests(
    CAMPAIGN,
    Uint32Array.of(0, 1, 4, 8),
    TERMS,
  );
  assert.deepEqual([...both![ECS].latencyMs], [300, 300, 250, NaN]);
  assert.deepEqual([...both![LAMBDA].latencyMs], [100, 100, 800, NaN]);
  const { rows, refused } = comparePolicies({
    observed,
    both,
    method,
    policies: fixedPolicies(4),
    cells: { codeOfRow: strata.cellOfRow, codeCount: strata.cellCount },
    blocks,
    usdPerMs: 0,
    seed: 1,
    repeats: 10,
  });
  assert.deepEqual([rows, refused.rows], [3, 1]);
});

test("what policies are worth is counted by hand: means, regret, missed limits", () => {
  const { both, observed, strata, blocks, method } = judgedRequests(CAMPAIGN, CARRIED, TERMS);
  const oracles = oraclePolicies(both, observed, strata);
  const { values, ...comparison } = comparePolicies({
    observed,
    both,
    method,
    policies: [...fixedPolicies(4), ...oracles.policies],
    oracles: oracles.names,
    cells: { codeOfRow: strata.cellOfRow, codeCount: strata.cellCount },
    blocks,
    sloLimitsMs: [500],
    usdPerMs: 0,
    seed: 1,
    repeats: 10,
  });
  assert.deepEqual([comparison.method, comparison.rows, comparison.overlap], ["pairs", 4, null]);
  const [ecs, lambda, oracle] = values;
  assert.equal(ecs.mean.latencyMs.estimate, (300 + 900 + 250 + 700) / 4);
  assert.equal(lambda.mean.latencyMs.estimate, (100 + 200 + 800 + 600) / 4);
  assert.equal(oracle.mean.latencyMs.estimate, (100 + 200 + 250 + 600) / 4);
  assert.equal(lambda.regret!.latencyMs.estimate, (1700 - 1150) / 4);
  assert.deepEqual(
    values.slice(0, 3).map(({ sloMisses }) => sloMisses[0].share.estimate),
    [2 / 4, 2 / 4, 1 / 4],
  );
  assert.equal(comparison.reference, "always Lambda");
  assert.equal(oracle.sloMisses[0].fewer.estimate, 1 / 4);
  assert.deepEqual([ecs.support, ecs.onTheseRequests], [null, null]);
});

test("parts of a duet: the second half is no row; pairs without a label that failed are dealt", () => {
  for (const failures of ["slowest", "dropped"] as const) {
    const rows = labelledRows(
      labelRequests(CAMPAIGN, { ...THESIS_TERMS, scheme: "duet", failures }),
    );
    assert.deepEqual([...rows], failures === "slowest" ? [1, 2, 5] : [1]);
    const split = {
      train: Uint32Array.from(rows.keys()),
      validation: new Uint32Array(0),
      test: new Uint32Array(0),
    };
    const parts = campaignParts(CAMPAIGN, rows, split, 3);
    assert.deepEqual([...parts.train], [...CARRIED]);
    assert.deepEqual(
      [parts.paired, parts.failed, parts.unattributed, parts.testShare],
      [true, 4 - rows.length, 2, 0],
    );
  }
});

test("what is learned of the platforms comes from both halves; a pair is one request of the load", () => {
  assert.deepEqual([...withOtherHalves(CAMPAIGN, [1, 6])], [0, 1, 6, 7]);
  assert.deepEqual([...withOtherHalves(CAMPAIGN, [0, 1, 8])], [0, 1, 8]);
  const advantage = lambdaAdvantage(judgedRequests(CAMPAIGN, CARRIED, THESIS_COST), 1);
  assert.deepEqual([...advantage].map(Math.round), [200, 700, -550, 100]);
  const [load] = workloadLoads(CAMPAIGN, THESIS_COST);
  assert.equal(
    load.rates.reduce((sum, { requestsPerHour }) => sum + requestsPerHour, 0),
    6 * 12,
  );
  // Two blocks of time, in each a pair that Lambda answers 200 ms sooner, and a failed half.
  const twice = requestsOf([
    ...pair(1, { responseTimeMs: 300 }, { responseTimeMs: 100 }),
    ...pair(400, { responseTimeMs: 350 }, { responseTimeMs: 150 }),
    ...pair(401, FAILED, { responseTimeMs: 150 }),
  ]);
  const { rows, failed, series } = campaignDifferences(twice, { terms: TERMS, seed: 1 });
  const [size] = series[0].sizes;
  assert.deepEqual([rows, failed, size.lambdaRows, size.ecsRows], [5, 1, 3, 2]);
  assert.ok(Math.abs(size.lambdaMinusEcs.latencyMs.estimate + 325 - 400 / 3) < 1e-9);
});

test("requests sent to one platform only are not priced by shares of task-hours", () => {
  const single = requestsOf([{ platform: ECS }, { platform: LAMBDA }]);
  assert.throws(
    () => judgedRequests(single, Uint32Array.of(0, 1), TERMS),
    /cannot be priced by shared task-hours .* use "busy-time" or "task-hours"/,
  );
});
