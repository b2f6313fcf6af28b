import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AUTHOR_PRICES,
  ECS,
  ECS_TASK_SIZES,
  LAMBDA,
  taskUsdPerHour,
  WORKLOADS,
} from "lib/campaign";
import {
  THESIS_TERMS,
  axesByWorkload,
  axisShares,
  labelRequests,
  requestCostUsd,
  schemesFor,
  SHARED_TASK_HOURS,
  THESIS_COST,
  UNLABELLED,
  usualScheme,
  type CostTerms,
} from "lib/labels";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const NOON = Date.UTC(2025, 11, 1, 12);

/** A pair at `second`; a time of null is a failure. */
function pair(
  id: number,
  lambdaMs: number | null,
  ecsMs: number | null,
  second = id,
): StatedRequest[] {
  const half = (platform: number, ms: number | null): StatedRequest => ({
    platform,
    pairIdHash: id,
    sentFirst: Number(platform === LAMBDA),
    timestampMs: NOON + second * 1000,
    ...(ms === null
      ? { httpStatus: 500, executionTimeMs: NaN, responseTimeMs: 40 }
      : { responseTimeMs: ms, executionTimeMs: ms / 2 }),
  });
  return [half(ECS, ecsMs), half(LAMBDA, lambdaMs)];
}

test("a pair's label compares its halves on the client's clock, one row a pair", () => {
  const requests = requestsOf([
    ...pair(1, 89, 100),
    ...pair(2, 90, 100),
    ...pair(3, 150, 100),
    ...pair(4, 100, null),
    ...pair(5, null, 100),
    ...pair(6, null, null),
    { platform: LAMBDA, pairIdHash: 99, timestampMs: NOON },
    { platform: ECS, timestampMs: NOON },
  ]);
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "duet" });
  const at = (values: ArrayLike<number>): number[] =>
    [1, 3, 5, 7, 9].map((lambdaRow) => values[lambdaRow]);
  // 90 is not below 0.9 x 100: the margin is to be beaten, not met.
  assert.deepEqual(at(labels.latencyOptimal), [1, 0, 0, 1, 0]);
  assert.deepEqual(at(labels.costOptimal), [1, 1, 1, 1, 0]);
  assert.deepEqual(at(labels.balancedOptimal), [1, 0, 0, 1, 0]);
  assert.equal(labels.balancedOptimal.filter((label) => label !== UNLABELLED).length, 5);
  assert.equal(labels.failuresLabelled, 2);
  assert.deepEqual(labels.unlabelled, {
    "the request was sent to one platform only": 1,
    "the other half of the pair is not in the logs": 1,
    "both halves of the pair failed": 2,
  });
  assert.deepEqual(axisShares(labels), {
    rows: 5,
    both: 0.4,
    costDecides: 0,
    timeDecides: 0.4,
    neither: 0.2,
  });
  // All pairs are of one context cell: two of five labels are Lambda's.
  assert.deepEqual(at(labels.probability!), [0.4, 0.4, 0.4, 0.4, 0.4]);
});

test("the axes of each workload are those of its own pairs", () => {
  const heavy = pair(3, 89, 100).map((half) => ({ ...half, workload: 3 }));
  const requests = requestsOf([...pair(1, 89, 100), ...pair(2, 150, 100), ...heavy]);
  const axes = axesByWorkload(
    requests,
    labelRequests(requests, { ...THESIS_TERMS, scheme: "duet" }),
  );
  assert.deepEqual(
    axes.map(({ workload, rows, both, timeDecides }) => [workload, rows, both, timeDecides]),
    [
      [WORKLOADS[0], 2, 0.5, 0.5],
      [WORKLOADS[3], 1, 1, 0],
    ],
  );
});

test("the scheme follows from the logs: pairs are compared as pairs", () => {
  assert.equal(usualScheme(requestsOf(pair(1, 1, 1))), "duet");
  assert.equal(usualScheme(requestsOf([{}])), "request-vs-median");
  assert.ok(!schemesFor(requestsOf([{}])).includes("duet"));
});

test("task-hours of five minutes are shared by the requests that the service was sent", () => {
  const requests = requestsOf([
    ...pair(1, 100, 100, 0),
    ...pair(2, 100, null, 299),
    ...pair(3, 100, 100, 300),
    { ...pair(4, 100, 100, 310)[0], workload: 1, runningTasks: 3 },
  ]);
  const terms: CostTerms = { ...THESIS_COST, cost: SHARED_TASK_HOURS };
  const hour = taskUsdPerHour(ECS_TASK_SIZES.lightweight_api, AUTHOR_PRICES);
  const other = taskUsdPerHour(ECS_TASK_SIZES.thumbnail_processing, AUTHOR_PRICES);
  const cost = requestCostUsd(requests, terms);
  near([cost[0], cost[2], cost[4], cost[6]], [hour / 24, hour / 24, hour / 12, (3 * other) / 12]);
  const balanced = requestCostUsd(requests, {
    ...terms,
    cost: { ...SHARED_TASK_HOURS, tasks: 2, loadBalancer: true },
  });
  const balancer = AUTHOR_PRICES.loadBalancerUsdPerHour / 24;
  near(
    [balanced[0], balanced[4], balanced[6]],
    [(2 * hour) / 24 + balancer, (2 * hour) / 12 + balancer, (3 * other) / 12 + balancer],
  );
});

test("Lambda is charged what was billed, and a cold start its initialisation", () => {
  const warm = { platform: LAMBDA, executionTimeMs: 100.2, memoryLimitMb: 1024 };
  const requests = requestsOf([
    { ...warm, billedDurationMs: 321 },
    warm,
    { ...warm, coldStart: 1, initDurationMs: 200.5 },
    { ...warm, coldStart: 1 },
  ]);
  const perMs = AUTHOR_PRICES.lambdaUsdPerGbSecond / 1000;
  const cost = requestCostUsd(requests, { ...THESIS_COST, cost: SHARED_TASK_HOURS });
  // Not logged, the initialisation is taken for the simulator's median of 90.83 ms.
  near(
    [...cost].map((usd) => (usd - AUTHOR_PRICES.lambdaUsdPerRequest) / perMs),
    [321, 101, 301, 192],
  );
  const thesis = requestCostUsd(requests, THESIS_COST);
  near(
    [...thesis].map((usd) => (usd - AUTHOR_PRICES.lambdaUsdPerRequest) / perMs),
    [100.2, 100.2, 100.2, 100.2],
  );
});

function near(actual: readonly number[], expected: readonly number[]): void {
  actual.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]) <= 1e-9 * expected[i], `${value}, not ${expected[i]}`),
  );
}
