import assert from "node:assert/strict";
import { test } from "node:test";
import { AUTHOR_PRICES } from "lib/campaign";
import { THESIS_COST } from "lib/labels";
import { breakEvenChart } from "lib/display";
import { breakEvenCurve, type WorkloadLoad } from "lib/routing";

const load: WorkloadLoad = {
  workload: "lightweight_api",
  lambdaMs: 100,
  ecsMs: 120,
  lambdaMemoryMb: 128,
  rates: [{ run: "midday, low_load", requestsPerHour: 2250 }],
};

test(
  "both platforms' price of a million requests by rate, the campaign's rates on the lines, the " +
    "answer in the title",
  () => {
    const curve = breakEvenCurve(load, THESIS_COST);
    const { data, layout } = breakEvenChart(curve);
    const [lambda, ecs, onLambda, onEcs] = data as { x: number[]; y: number[]; text?: string[] }[];
    assert.ok(lambda.y.every((usd) => Math.abs(usd - 1e6 * curve.lambdaUsdPerRequest) < 1e-9));
    // A single task's hour and the balancer's over the lowest rate.
    assert.ok(
      Math.abs(
        ecs.y[0] - (1e6 * (curve.taskUsdPerHour + AUTHOR_PRICES.loadBalancerUsdPerHour)) / 100,
      ) < 1e-6,
    );
    assert.deepEqual(
      [onLambda.x, onEcs.x, onEcs.text],
      [[2250], [2250], ["midday, low_load: 1 task"]],
    );
    assert.match(
      (layout.title as { text: string }).text,
      /^lightweight_api: ECS is cheaper from [\d,]+ an hour, for good from [\d,]+/,
    );
    assert.equal((layout.shapes as unknown[]).length, 2);
  },
);

test("where ECS is never cheaper the title says so, and nothing is marked", () => {
  const { layout } = breakEvenChart(breakEvenCurve({ ...load, ecsMs: 1000 }, THESIS_COST));
  assert.match((layout.title as { text: string }).text, /ECS is never cheaper/);
  assert.deepEqual(layout.shapes, []);
});
