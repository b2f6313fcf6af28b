import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AUTHOR_PRICES,
  ECS,
  ECS_TASK_SIZES,
  ecsBusyCostUsd,
  LAMBDA,
  lambdaCostUsd,
} from "lib/campaign";
import {
  cellVerdicts,
  describeWorkloads,
  labelRequests,
  requestCostUsd,
  THESIS_COST,
  THESIS_TERMS,
} from "lib/labels";
import { clocked, clockQuantiles, servedMs } from "lib/requests";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const answer = (platform: number, responseTimeMs: number): StatedRequest => ({
  ...{ platform, responseTimeMs, executionTimeMs: NaN, memoryLimitMb: NaN },
});

test("requests that only a client saw are labelled on its clock, their cost charged for it", () => {
  const requests = requestsOf([
    answer(LAMBDA, 40),
    answer(LAMBDA, 400),
    answer(ECS, 300),
    answer(ECS, 310),
  ]);
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
  assert.equal(labels.options.clock, "response");
  assert.deepEqual(labels.unlabelled, {});
  assert.deepEqual([...labels.latencyOptimal], [1, 0, 1, 1]);
  // 300 and 310 ms against Lambda's median, 220; the costs by hand.
  const task = ECS_TASK_SIZES.lightweight_api;
  const cost = requestCostUsd(requests, THESIS_COST);
  assert.equal(cost[0], lambdaCostUsd(40, 128, AUTHOR_PRICES));
  assert.ok(Math.abs(cost[2] - ecsBusyCostUsd(300, task, AUTHOR_PRICES)) < 1e-18);
  // Asked for the platform's clock, there is none, and it says so.
  const asked = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "request-vs-median",
    clock: "execution",
  });
  assert.deepEqual(asked.unlabelled, { "no execution time was logged": 4 });
  assert.deepEqual(clockQuantiles(requests), []);
  const [described] = describeWorkloads(requests, THESIS_TERMS);
  assert.deepEqual([described.lambdaRows, described.ecsRows, described.failed], [2, 2, 0]);
  assert.deepEqual([described.lambdaMedianMs, described.ecsMedianMs], [220, 305]);
  // Every request is compared, on the client's clock.
  const [cell] = cellVerdicts(requests, THESIS_TERMS);
  assert.deepEqual([cell.lambdaRows, cell.ecsRows, cell.probability.estimate], [2, 2, 0.5]);
});

test("where the platform's clock is known for some, it stays the clock, and bounds the others only", () => {
  const requests = requestsOf([
    { ...answer(LAMBDA, 40), executionTimeMs: 30 },
    answer(LAMBDA, 400),
    { ...answer(ECS, 300), executionTimeMs: 250 },
    { ...answer(ECS, 500), httpStatus: 503 },
  ]);
  assert.deepEqual([...clocked(requests)], [0, 2]);
  assert.deepEqual([...servedMs(requests)], [30, 400, 250, NaN]);
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
  assert.equal(labels.options.clock, "execution");
  assert.equal(labels.unlabelled["no execution time was logged"], 1);
});
