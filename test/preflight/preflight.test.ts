import { test } from "node:test";
import assert from "node:assert/strict";
import { checkPlan, shippedPlan, type CampaignPlan } from "lib/campaign";
import { planChanges, preflight } from "lib/preflight";

/** Five hours of sparse arrivals (15 an hour and endpoint) in each of two windows, on three days. */
function smallPlan(): CampaignPlan {
  const plan = shippedPlan("crossed");
  return checkPlan({
    ...plan, name: "small", days: 3,
    runs: (["midday", "evening"] as const).map((window, i) => ({
      window, pattern: "low_load", startsAt: ["12:00", "18:00"][i], phases: [{ minutes: 300, requestsPerSecond: 1 / 30 }],
    })),
  }, "test");
}

test("a pre-flight repeats itself, spreads over its runs, and judges by all of them", () => {
  const once = preflight(smallPlan(), { seed: 1, runs: 4 });
  assert.deepEqual(preflight(smallPlan(), { seed: 1, runs: 4 }), once);
  assert.notDeepEqual(preflight(smallPlan(), { seed: 2, runs: 4 }).gates, once.gates);
  const gate = Object.fromEntries(once.gates.map((g) => [g.id, g]));
  assert.deepEqual([gate["payload-sizes"].passShare, gate["payload-sizes"].verdict], [1, "pass"]);
  assert.deepEqual([gate["time-windows"].passShare, gate["time-windows"].verdict], [0, "fail"]);
  for (const { value } of once.gates) assert.ok(value === null || (value.low <= value.mean && value.mean <= value.high));
  const cold = gate["cold-starts"].value!;
  assert.ok(cold.low < cold.high && cold.mean > 0.01);
  assert.equal(once.requests.low > 0 && once.answered.mean <= once.requests.mean, true);
});

test("a change says which gates it flips: environments that are kept longer start cold less often", () => {
  const changes = planChanges(smallPlan(), { seed: 1 }, [1 / 20, 20]);
  const longer = changes.find(({ parameter, factor }) => parameter === "lambda.keepAlive" && factor === 20)!;
  assert.ok(longer.flips.some(({ gate, from, to }) => gate === "cold-starts" && from === "pass" && to === "fail"), JSON.stringify(longer));
  assert.ok(changes.every(({ flips, gained }) => gained === flips.filter(({ to }) => to === "pass").length - flips.filter(({ from }) => from === "pass").length));
});
