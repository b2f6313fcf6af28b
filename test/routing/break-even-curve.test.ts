import assert from "node:assert/strict";
import { test } from "node:test";
import { AUTHOR_PRICES, US_EAST_1_PRICES } from "lib/campaign";
import { THESIS_COST } from "lib/labels";
import { breakEvenCurve, workloadLoads, type WorkloadLoad } from "lib/routing";
import { requestsOf } from "../requests-of.js";

const US_EAST_1 = { ...THESIS_COST, prices: US_EAST_1_PRICES };

const load = (over: Partial<WorkloadLoad> = {}): WorkloadLoad => ({
  workload: "lightweight_api",
  lambdaMs: 100,
  ecsMs: 113,
  lambdaMemoryMb: 128,
  rates: [{ run: "midday, low_load", requestsPerHour: 2250 }],
  ...over,
});

test(
  "one task against the function of 128 MB and 100 ms: near 30,000 requests an hour without, " +
    "85,000 with a balancer",
  () => {
    // SOURCES's figures, for a task that could serve any rate.
    const enough = { requestsAtOnce: 100, utilisation: 1 };
    assert.ok(
      Math.abs(
        breakEvenCurve(load(), US_EAST_1, { ...enough, loadBalancer: false }).ecsCheaperFrom! /
          30_000 -
          1,
      ) < 0.05,
    );
    assert.ok(
      Math.abs(
        breakEvenCurve(load(), US_EAST_1, { ...enough, loadBalancer: true }).ecsCheaperFrom! /
          85_000 -
          1,
      ) < 0.05,
    );
  },
);

test("the break-even rates are those a search of every rate finds", () => {
  for (const options of [
    { loadBalancer: true },
    { loadBalancer: false },
    { loadBalancer: true, utilisation: 0.9 },
    { loadBalancer: true, requestsAtOnce: 4 },
  ]) {
    const curve = breakEvenCurve(load(), THESIS_COST, options);
    const { requestsPerTaskHour, lambdaUsdPerRequest, taskUsdPerHour } = curve;
    const cheaper = (rate: number): boolean =>
      rate * lambdaUsdPerRequest >
      Math.ceil(rate / requestsPerTaskHour) * taskUsdPerHour +
        (options.loadBalancer ? AUTHOR_PRICES.loadBalancerUsdPerHour : 0);
    const rates = Array.from({ length: 1_000_000 }, (_, i) => i + 0.5);
    const first = rates.find(cheaper)!;
    const last = rates.findLast((rate) => !cheaper(rate))!;
    assert.ok(
      Math.abs(curve.ecsCheaperFrom! - first) <= 1,
      `${JSON.stringify(options)}: ${curve.ecsCheaperFrom}, searched ${first}`,
    );
    assert.ok(
      Math.abs(curve.ecsCheaperForGoodFrom! - last) <= 1,
      `${JSON.stringify(options)}: ${curve.ecsCheaperForGoodFrom}, searched ${last}`,
    );
  }
});

test("the curve reaches over the campaign's own rates, however rare its requests were", () => {
  const { points } = breakEvenCurve(
    load({
      rates: [
        { run: "midday, low_load", requestsPerHour: 4 },
        { run: "evening, burst_load", requestsPerHour: 5e7 },
      ],
    }),
    THESIS_COST,
  );
  assert.deepEqual(
    [points[0].requestsPerHour, Math.round(points.at(-1)!.requestsPerHour)],
    [4, 5e7],
  );
});

test("where a full task costs more than its requests on Lambda, ECS is never cheaper", () => {
  const curve = breakEvenCurve(load({ ecsMs: 300 }), THESIS_COST, { requestsAtOnce: 1 });
  assert.deepEqual([curve.ecsCheaperFrom, curve.ecsCheaperForGoodFrom], [null, null]);
  assert.ok(
    curve.points.every(({ lambdaUsdPerHour, ecsUsdPerHour }) => lambdaUsdPerHour < ecsUsdPerHour),
  );
  assert.throws(
    () => breakEvenCurve(load({ workload: "image_search" }), THESIS_COST),
    /"image_search" has no known task size/,
  );
});

test("the campaign's own rates and times: failed requests count as load, not as time", () => {
  const at = (minute: number): number => Date.UTC(2025, 10, 22, 12, minute);
  const requests = requestsOf([
    { platform: 1, timestampMs: at(0), executionTimeMs: 80 },
    { platform: 1, timestampMs: at(1), executionTimeMs: 120 },
    { platform: 0, timestampMs: at(6), executionTimeMs: 300 },
    { platform: 0, timestampMs: at(7), httpStatus: 0, executionTimeMs: NaN },
    { platform: 0, timestampMs: at(200), loadPattern: 1, executionTimeMs: 500 },
  ]);
  const [only] = workloadLoads(requests, THESIS_COST);
  assert.deepEqual([only.lambdaMs, only.ecsMs, only.lambdaMemoryMb], [100, 400, 128]);
  // Four requests in ten minutes, one in five.
  assert.deepEqual(only.rates, [
    { run: "early_morning, low_load", requestsPerHour: 24 },
    { run: "early_morning, medium_load", requestsPerHour: 12 },
  ]);
  assert.equal(breakEvenCurve(only, THESIS_COST).campaign[0].tasks, 1);
});
