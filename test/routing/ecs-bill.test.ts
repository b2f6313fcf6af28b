import assert from "node:assert/strict";
import { test } from "node:test";
import { AUTHOR_PRICES, ECS, ECS_TASK_SIZES, LAMBDA, taskUsdPerHour } from "lib/campaign";
import { THESIS_COST } from "lib/labels";
import {
  comparePolicies,
  ecsBill,
  fixedPolicies,
  judgedRequests,
  KEPT_TASKS,
  NEEDED_TASKS,
  tasksFor,
} from "lib/routing";
import { requestsOf } from "../requests-of.js";

const HOUR_USD = taskUsdPerHour(ECS_TASK_SIZES.lightweight_api, AUTHOR_PRICES);
const BALANCER = AUTHOR_PRICES.loadBalancerUsdPerHour;
/**
 * 600 requests of the first workload in five minutes, half of them on each platform, two a second.
 */
const requests = requestsOf(
  Array.from({ length: 600 }, (_, i) => ({
    platform: i % 2,
    timestampMs: Date.UTC(2025, 10, 22, 12) + i * 500,
    executionTimeMs: i % 2 === LAMBDA ? 100 : 1050,
  })),
);
const rows = Uint32Array.from({ length: 600 }, (_, row) => row);

test("tasks that are kept cost their hours whatever is sent them", () => {
  const { blocks } = judgedRequests(requests, rows, THESIS_COST);
  const bill = ecsBill(
    requests,
    blocks,
    { lightweight_api: 1050 },
    { ...THESIS_COST, hours: { ...KEPT_TASKS, tasks: 3 } },
  );
  for (const policy of fixedPolicies(600))
    assert.ok(Math.abs(bill.usdOfBlock(policy)[0] - (3 * HOUR_USD + BALANCER) / 12) < 1e-15);
});

test("tasks that are needed follow the load, and there are none where nothing is sent", () => {
  const { blocks } = judgedRequests(requests, rows, THESIS_COST);
  const bill = ecsBill(
    requests,
    blocks,
    { lightweight_api: 1050 },
    { ...THESIS_COST, hours: NEEDED_TASKS },
  );
  const [alwaysEcs, alwaysLambda] = fixedPolicies(600);
  // 2 a second of 1.05 s are 2.1 at once; a task of two at once may hold 1.4: two tasks.
  assert.ok(Math.abs(bill.usdOfBlock(alwaysEcs)[0] - (2 * HOUR_USD + BALANCER) / 12) < 1e-15);
  assert.equal(bill.usdOfBlock(alwaysLambda)[0], 0);
  // One request in ten seconds keeps one task on.
  assert.ok(
    Math.abs(
      bill.usdOfBlock({
        name: "few",
        choice: Uint8Array.from(rows, (row) => (row % 20 === 0 ? ECS : LAMBDA)),
      })[0] -
        (HOUR_USD + BALANCER) / 12,
    ) < 1e-15,
  );
});

test("a sample carries its share of the bill, for the load of all", () => {
  const sample = judgedRequests(
    requests,
    rows.filter((row) => row % 4 === 0),
    THESIS_COST,
  );
  const bill = ecsBill(
    sample.requests,
    sample.blocks,
    { lightweight_api: 1050 },
    { ...THESIS_COST, hours: NEEDED_TASKS, sampledShare: 0.25 },
  );
  assert.ok(
    Math.abs(bill.usdOfBlock(fixedPolicies(150)[0])[0] - (0.25 * (2 * HOUR_USD + BALANCER)) / 12) <
      1e-15,
  );
});

test("a load that fills its tasks exactly needs no further one; the least is one", () => {
  assert.deepEqual(
    [tasksFor(0, 1.4), tasksFor(1.4, 1.4), tasksFor(1.41, 1.4), tasksFor(0.1 * 3, 0.1)],
    [1, 1, 2, 3],
  );
});

test(
  "billed by the hour, ECS requests cost nothing more: the policy's cost is Lambda's requests " +
    "and the hours",
  () => {
    const {
      requests: judged,
      observed,
      strata,
      blocks,
    } = judgedRequests(requests, rows, THESIS_COST);
    const policies = fixedPolicies(600);
    const bill = ecsBill(
      judged,
      blocks,
      { lightweight_api: 1050 },
      { ...THESIS_COST, hours: KEPT_TASKS },
    );
    const { values } = comparePolicies({
      observed,
      both: null,
      policies,
      usdPerMs: 1e-8,
      cells: { codeOfRow: strata.cellOfRow, codeCount: strata.cellCount },
      blocks,
      seed: 1,
      bill,
      repeats: 20,
    });
    const hours = (HOUR_USD + BALANCER) / 12 / 600;
    const lambdaUsd =
      (128 / 1024) * 0.1 * AUTHOR_PRICES.lambdaUsdPerGbSecond + AUTHOR_PRICES.lambdaUsdPerRequest;
    assert.ok(Math.abs(values[0].mean.costUsd.estimate - hours) < 1e-15);
    assert.ok(Math.abs(values[1].mean.costUsd.estimate - hours - lambdaUsd) < 1e-12);
  },
);

test("the bill of two years of five-minute blocks is added up", () => {
  const count = 200_000;
  const blocks = {
    blockOfRow: Uint32Array.from({ length: count }, (_, row) => row),
    blockCount: count,
    runOfBlock: Uint32Array.from({ length: count }, (_, block) => Math.floor(block / 4)),
    minutes: 5,
  };
  const sent = requestsOf(Array.from({ length: count }, () => ({ platform: ECS })));
  const bill = ecsBill(
    sent,
    blocks,
    { lightweight_api: 100 },
    { ...THESIS_COST, hours: NEEDED_TASKS },
  );
  const usd = bill.usdOfBlock(fixedPolicies(count)[0]);
  assert.ok(Math.abs(usd[count - 1] - (HOUR_USD + BALANCER) / 12) < 1e-15);
});
