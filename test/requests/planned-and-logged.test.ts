import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, LOAD_PATTERNS, NO_PLATFORM, shippedPlan, TIME_WINDOWS } from "lib/campaign";
import { simulate } from "lib/platforms";
import { clockQuantiles, compareWithPlan, loggedMap, MISSING } from "lib/requests";
import { requestsOf } from "../requests-of.js";

const MIDDAY = TIME_WINDOWS.indexOf("midday");
const MEDIUM = LOAD_PATTERNS.indexOf("medium_load");

test("requests are counted in their cell of the plan, and nowhere when they lie outside it", () => {
  const inPlan = { workload: 0, targetPayloadKb: 5, timeWindow: MIDDAY, loadPattern: MEDIUM };
  const requests = requestsOf([
    { ...inPlan, platform: LAMBDA },
    { ...inPlan, platform: LAMBDA },
    { ...inPlan, platform: ECS },
    { ...inPlan, targetPayloadKb: 7 },
    { ...inPlan, loadPattern: 0 },
    { ...inPlan, platform: NO_PLATFORM },
  ]);
  const compared = compareWithPlan(requests, shippedPlan("variance"));
  const filled = compared
    .filter(({ logged }) => logged > 0)
    .map(({ workload, payloadKb, window, pattern, platform, logged }) => [
      workload,
      payloadKb,
      window,
      pattern,
      platform,
      logged,
    ]);
  assert.deepEqual(filled.sort(), [
    ["lightweight_api", 5, "midday", "medium_load", "ecs", 1],
    ["lightweight_api", 5, "midday", "medium_load", "lambda", 2],
  ]);
  const map = loggedMap(compared, "lambda");
  const cell = compared.find(({ logged }) => logged === 2)!;
  assert.equal(
    map.shares[map.rows.indexOf("lightweight_api, 5 KiB")][
      map.columns.indexOf("midday, medium_load")
    ],
    2 / cell.planned,
  );
});

test("a flat campaign without planned sizes in its logs fills every cell of its plan", () => {
  const plan = shippedPlan("fixed-payload");
  const { requests } = simulate(plan, { seed: 1 });
  assert.ok(requests.targetPayloadKb.every(Number.isNaN));
  for (const { workload, platform, loggedShare } of compareWithPlan(requests, plan))
    assert.ok(loggedShare > 0.8, `${workload} on ${platform}: ${loggedShare}`);
});

test("both clocks by workload and platform, over answered requests", () => {
  const lambda = [100, 200, 300].map((executionTimeMs) => ({
    platform: LAMBDA,
    executionTimeMs,
    responseTimeMs: executionTimeMs + 40,
  }));
  const [row, ...rest] = clockQuantiles(
    requestsOf([
      ...lambda,
      { platform: LAMBDA, httpStatus: 500, executionTimeMs: NaN, coldStart: MISSING },
    ]),
  );
  assert.deepEqual(rest, []);
  assert.deepEqual(
    [row.workload, row.platform, row.rows, row.executionP50Ms, row.responseP50Ms, row.betweenP50Ms],
    ["lightweight_api", "lambda", 3, 200, 240, 40],
  );
});
