import { test } from "node:test";
import assert from "node:assert/strict";
import {
  checkPlan,
  ECS,
  LAMBDA,
  shippedPlan,
  type Arrivals,
  type CampaignPlan,
  type Phase,
} from "lib/campaign";
import { simulateRuns } from "lib/platforms";

/** One run of small bodies with these arrivals and phases. */
function onePattern(arrivals: Arrivals, phases: Phase[]): CampaignPlan {
  const plan = shippedPlan("variance");
  return checkPlan(
    {
      ...plan,
      name: "one",
      workloads: [plan.workloads[0]],
      patterns: { low_load: { arrivals, phases } },
      runs: [{ window: "midday", pattern: "low_load", startsAt: "12:00" }],
    },
    "test",
  );
}

/** Times of sending, s from the start of the run. */
function sentSeconds(plan: CampaignPlan): Float64Array {
  const [run] = simulateRuns(plan, { seed: 1 });
  return run.sentMs.map((ms) => (ms - run.scheduled.startMs) / 1000);
}

test("an even ramp from 5 to 25/s sends 5 t + t^2 / 360 requests by second t, 54,000 in an hour", () => {
  const sent = sentSeconds(
    onePattern("even", [{ minutes: 60, requestsPerSecond: 5, toRequestsPerSecond: 25 }]),
  );
  assert.equal(sent.length, 54_000);
  for (const t of [60, 600, 1800, 3000]) {
    const by = sent.filter((second) => second < t).length;
    assert.ok(Math.abs(by - (5 * t + (t * t) / 360)) <= 1, `${by} by ${t} s`);
  }
});

test("a burst keeps each phase's count", () => {
  const sent = sentSeconds(onePattern("even", shippedPlan("variance").patterns.burst_load.phases));
  assert.deepEqual(
    [
      [0, 600],
      [600, 900],
      [900, 1200],
    ].map(([from, to]) => sent.filter((t) => t >= from && t < to).length),
    [3000, 9000, 1500],
  );
});

test("arrival processes: gaps have the rate and the coefficient of variation asked for", () => {
  for (const [arrivals, cv] of [
    ["poisson", 1],
    [{ cv: 0.5 }, 0.5],
    [{ cv: 2 }, 2],
  ] as const) {
    const sent = sentSeconds(onePattern(arrivals, [{ minutes: 400, requestsPerSecond: 5 }]));
    const gaps = sent.slice(1).map((t, i) => t - sent[i]);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const sd = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    // 120,000 gaps: standard error of the mean cv / 346.
    assert.ok(Math.abs(mean / 0.2 - 1) < (4 * cv) / 346, `${cv}: mean ${mean}`);
    assert.ok(Math.abs(sd / mean / cv - 1) < 0.03, `${cv}: cv ${sd / mean}`);
  }
});

test(
  "short runs of spiky arrivals send what their rate asks for: no run begins with a request by " +
    "rule",
  () => {
    const plan = onePattern({ cv: 4 }, [{ minutes: 28, requestsPerSecond: 1 / 30 }]);
    const days = 2000;
    const sent = [...simulateRuns({ ...plan, days }, { seed: 3 })].map((run) => run.requestCount);
    const mean = sent.reduce((sum, n) => sum + n, 0) / days;
    const sd = Math.sqrt(sent.reduce((sum, n) => sum + (n - mean) ** 2, 0) / days);
    // 56 in 28 minutes; runs that begin with a request send some seven more.
    assert.ok(
      Math.abs(mean - 56) < (4 * sd) / Math.sqrt(days),
      `${mean} of 56, standard error ${sd / Math.sqrt(days)}`,
    );
  },
);

test("scenarios come as their weights say, sizes equally often", () => {
  const plan = shippedPlan("variance");
  const weights = [
    [1, 2],
    [3, 0],
    [0, 4],
    [5, 1],
  ];
  const weighted = checkPlan(
    {
      ...plan,
      runs: [plan.runs[0]],
      workloads: plan.workloads.map((w, i) => ({
        ...w,
        weight: { ecs: weights[i][0], lambda: weights[i][1] },
      })),
    },
    "test",
  );
  const [run] = simulateRuns(weighted, { seed: 1 });
  const n = run.requestCount;
  const near = (count: number, share: number, what: string): void =>
    assert.ok(
      Math.abs(count - n * share) <= 4 * Math.sqrt(n * share * (1 - share)),
      `${what}: ${count} of ${n}, share ${share}`,
    );
  const rows = Array.from({ length: n }, (_, i) => i);
  weights.forEach((pair, w) =>
    [ECS, LAMBDA].forEach((platform) =>
      near(
        rows.filter((i) => run.workload[i] === w && run.platform[i] === platform).length,
        pair[platform] / 16,
        `${w} ${platform}`,
      ),
    ),
  );
  for (const kb of plan.workloads[1].payloadKb)
    near(
      rows.filter((i) => run.workload[i] === 1 && run.targetPayloadKb[i] === kb).length,
      3 / 16 / 5,
      `${kb} KiB`,
    );
});
