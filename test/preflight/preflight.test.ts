import { test } from "node:test";
import assert from "node:assert/strict";
import { AUTHOR_PRICES, checkPlan, shippedPlan, type CampaignPlan } from "lib/campaign";
import {
  gateSensitivity,
  planChanges,
  preflight,
  SOURCED_DEFAULTS,
  whatWouldMeet,
} from "lib/preflight";
import { crossedPlan } from "../crossed-plan.js";

/**
 * Five hours of sparse arrivals (15 an hour and endpoint) in each of two windows, on three days.
 */
function smallPlan(): CampaignPlan {
  const plan = crossedPlan();
  return checkPlan(
    {
      ...plan,
      name: "small",
      days: 3,
      runs: (["midday", "evening"] as const).map((window, i) => ({
        window,
        pattern: "low_load",
        startsAt: ["12:00", "18:00"][i],
        phases: [{ minutes: 300, requestsPerSecond: 1 / 30 }],
      })),
    },
    "test",
  );
}

/** Without a model: what the plan alone decides. */
const quick = { seed: 1, runs: 1, trained: false };

test("a pre-flight repeats itself, spreads over its runs, and judges by all of them", async () => {
  const once = await preflight(smallPlan(), { seed: 1, runs: 4, trained: false });
  const [again, other] = await Promise.all(
    [1, 2].map((seed) => preflight(smallPlan(), { seed, runs: 4, trained: false })),
  );
  assert.deepEqual(again, once);
  assert.notDeepEqual(other.gates, once.gates);
  const gate = Object.fromEntries(once.gates.map((g) => [g.id, g]));
  assert.deepEqual([gate["payload-sizes"].passShare, gate["payload-sizes"].verdict], [1, "pass"]);
  assert.deepEqual([gate["time-windows"].passShare, gate["time-windows"].verdict], [0, "fail"]);
  for (const { value } of once.gates)
    assert.ok(value === null || (value.low <= value.mean && value.mean <= value.high));
  const cold = gate["cold-starts"].value!;
  assert.ok(cold.low < cold.high && cold.mean > 0.01);
  assert.equal(once.requests.low > 0 && once.answered.mean <= once.requests.mean, true);
});

test(
  "what a gate rests on comes with it: windows' cold starts, the floor, the most important " +
    "input",
  async () => {
    const { coldShare, floor, topInput, gates, runs } = await preflight(smallPlan(), {
      trained: false,
      seed: 1,
      runs: 3,
    });
    assert.deepEqual(Object.keys(coldShare), ["midday", "evening"]);
    assert.ok(floor!.low > 0.5 && floor!.high <= 1);
    assert.equal(
      Object.values(topInput).reduce((sum, times) => sum + times, 0),
      runs,
    );
    const top = gates.find(({ id }) => id === "top-feature")!;
    // Windows of one pattern at one rate: nothing but workload and size is left to matter.
    assert.ok(
      top.value!.low >= 0.3 &&
        Object.keys(topInput).every((input) => input === "payload size" || input === "workload"),
      JSON.stringify([top, topInput]),
    );
  },
);

test(
  "a default says which gates flip with it: environments that are kept longer start cold less " +
    "often",
  async () => {
    const { changes, verdicts, unused } = await gateSensitivity(smallPlan(), quick, [20]);
    assert.equal(verdicts["cold-starts"], "pass");
    const keepAlive = changes.find(({ name }) => name === "lambda.keepAlive")!;
    assert.deepEqual([keepAlive.from, keepAlive.to, keepAlive.factor], [[380], [7600], 20]);
    assert.ok(
      keepAlive.flips.some(
        ({ gate, from, to }) => gate === "cold-starts" && from === "pass" && to === "fail",
      ),
      JSON.stringify(keepAlive),
    );
    // What only the client's clock sees flips nothing under labels by the platform's.
    assert.deepEqual(changes.find(({ name }) => name === "lambda.overheadMs")!.flips, []);
    assert.deepEqual(unused, []);
    assert.ok(
      (await gateSensitivity(shortVariance(), quick, [2])).unused.includes(
        "ecs.scaling.taskStartSeconds",
      ),
    );
  },
);

test("every sourced default changes its figure and nothing else, and stays a plan", () => {
  const setting = { plan: crossedPlan(), prices: AUTHOR_PRICES };
  for (const figure of SOURCED_DEFAULTS) {
    const before = figure.values(setting)!;
    const halved = figure.scaled(setting, 0.5);
    assert.ok(figure.source.length > 0 && before.length > 0, figure.name);
    assert.notDeepEqual(halved, setting, figure.name);
    assert.ok(checkPlan(halved.plan, figure.name));
    for (const other of SOURCED_DEFAULTS)
      if (other !== figure)
        assert.deepEqual(
          other.values(halved),
          other.values(setting),
          `${other.name} with ${figure.name}`,
        );
  }
});

test(
  "changes of a plan come with the one that helps most first, and say what would meet a missed " +
    "gate",
  async () => {
    const changes = await planChanges(smallPlan(), quick);
    assert.ok(
      changes.every(
        ({ flips, gained }) =>
          gained ===
          flips.filter(({ to }) => to === "pass").length -
            flips.filter(({ from }) => from === "pass").length,
      ),
    );
    assert.ok(changes.every(({ gained }, i) => i === 0 || gained <= changes[i - 1].gained));
    // Two windows and one pattern: only another schedule gives five and four.
    const met = whatWouldMeet(
      [
        ["time-windows", "fail"],
        ["load-patterns", "fail"],
        ["payload-sizes", "pass"],
      ],
      changes,
    );
    const schedules = [
      "windows, patterns and rates of the duet",
      "windows, patterns and rates of the variance plan",
    ];
    assert.deepEqual(
      met.map(({ gate, changes: meeting }) => [gate, [...meeting].sort()]),
      [
        ["time-windows", schedules],
        ["load-patterns", schedules],
      ],
    );
  },
);

test("trained on, a campaign of pairs is judged by the gates of a model, too", async () => {
  const plan = crossedPlan({ duet: true, name: "pairs", days: 1 });
  const { gates, trained, allGates } = await preflight(plan, { seed: 1, runs: 2 });
  const ids = gates.map(({ id }) => id);
  for (const id of ["accuracy", "gap", "top-feature", "contributing-features", "beats-lookup"])
    assert.ok(ids.includes(id), id);
  assert.ok(trained!.accuracy.low > 0.5 && trained!.oneColumn.low > 0.5);
  assert.ok(allGates.low <= allGates.estimate && allGates.estimate <= allGates.high);
});

/** The author's redesigned campaign on a fiftieth of its time. */
function shortVariance(): CampaignPlan {
  const plan = shippedPlan("variance");
  const patterns = Object.fromEntries(
    Object.entries(plan.patterns).map(([name, pattern]) => [
      name,
      {
        ...pattern,
        phases: pattern.phases.map((phase) => ({ ...phase, minutes: phase.minutes / 50 })),
      },
    ]),
  );
  return checkPlan({ ...plan, patterns }, "test");
}
