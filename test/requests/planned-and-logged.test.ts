import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, LOAD_PATTERNS, NO_PLATFORM, shippedPlan, TIME_WINDOWS } from "lib/campaign";
import { simulate } from "lib/platforms";
import {
  clockQuantiles,
  comparePairsWithPlan,
  compareWithPlan,
  loggedMap,
  MISSING,
} from "lib/requests";
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

test("a duet's pairs are counted whole or by half, and each platform's half in its own cell", () => {
  const plan = { ...shippedPlan("variance"), duet: true };
  const inPlan = { workload: 0, targetPayloadKb: 5, timeWindow: MIDDAY, loadPattern: MEDIUM };
  const half = (platform: number, pairIdHash: number): object => ({
    ...inPlan,
    platform,
    pairIdHash,
    sentFirst: Number(platform === ECS),
  });
  const requests = requestsOf([
    half(ECS, 1),
    half(LAMBDA, 1),
    half(LAMBDA, 2),
    half(ECS, 2),
    half(LAMBDA, 3),
    { ...half(ECS, 4), targetPayloadKb: 7 },
  ]);
  const compared = comparePairsWithPlan(requests, plan);
  assert.deepEqual(
    compared.filter(({ whole, onlyEcs, onlyLambda }) => whole + onlyEcs + onlyLambda > 0),
    [
      {
        ...{ workload: "lightweight_api", payloadKb: 5, window: "midday", pattern: "medium_load" },
        planned: compared.find(({ whole }) => whole > 0)!.planned,
        ...{ whole: 2, onlyEcs: 0, onlyLambda: 1 },
      },
    ],
  );
  const byPlatform = compareWithPlan(requests, plan).filter(({ logged }) => logged > 0);
  assert.deepEqual(
    byPlatform.map(({ platform, logged, planned }) => [platform, logged, planned]).sort(),
    [
      ["ecs", 2, compared.find(({ whole }) => whole > 0)!.planned],
      ["lambda", 3, compared.find(({ whole }) => whole > 0)!.planned],
    ],
  );
  // Every pair of the plan once: as many as a campaign without pairs has requests.
  const pairs = compared.reduce((sum, { planned }) => sum + planned, 0);
  const single = compareWithPlan(requests, { ...plan, duet: false });
  assert.ok(Math.abs(pairs - single.reduce((sum, { planned }) => sum + planned, 0)) < 1e-6 * pairs);
  assert.throws(
    () => comparePairsWithPlan(requests, shippedPlan("variance")),
    /the plan variance sends no pairs/,
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
