import { test } from "node:test";
import assert from "node:assert/strict";
import {
  artilleryScript,
  parsePlan,
  requestsOfPhase,
  sharedRuns,
  shippedPlan,
  sinkPolicy,
  workerBill,
  workerSettings,
  type ArtilleryPhase,
} from "lib/campaign";
import { crossedPlan } from "../crossed-plan.js";

/** Requests that an Artillery phase of even arrivals sends, by what its fields mean. */
function requestsOf({
  duration,
  arrivalRate = 0,
  rampTo = arrivalRate,
  arrivalCount,
}: ArtilleryPhase): number {
  return arrivalCount ?? ((arrivalRate + rampTo) / 2) * duration;
}

test("the shares of workers make the whole, in whole arrivals, over the same time", () => {
  const plan = shippedPlan("variance");
  for (const workers of [1, 2, 3, 4, 7, 16]) {
    for (const { run, phases, durationMs } of sharedRuns(plan, { engine: "fargate", workers })
      .runs) {
      const shared = artilleryScript(plan, run.pattern, workers).config.phases;
      assert.equal(shared.reduce((sum, { duration }) => sum + duration, 0) * 1000, durationMs);
      const asked = phases.reduce((sum, phase) => sum + requestsOfPhase(phase), 0);
      const sent = workers * shared.reduce((sum, phase) => sum + requestsOf(phase), 0);
      // Each worker may be off by half a request in each of the pattern's phases.
      assert.ok(
        Math.abs(sent - asked) <= (workers * phases.length) / 2,
        `${run.pattern} of ${workers}: ${sent} of ${asked}`,
      );
      if (workers > 1)
        for (const phase of shared)
          assert.ok(
            Number.isInteger(phase.arrivalCount ?? phase.arrivalRate) && phase.rampTo === undefined,
          );
    }
  }
});

test("a ramp's share climbs in steps of a minute", () => {
  const steps = artilleryScript(shippedPlan("variance"), "ramp_load", 5).config.phases;
  assert.deepEqual(
    [steps.length, steps[0], steps.at(-1)],
    [
      60,
      { name: "ramp_load 1.1", duration: 60, arrivalCount: 62 },
      { name: "ramp_load 1.60", duration: 60, arrivalCount: 298 },
    ],
  );
});

test(
  "Poisson arrivals are shared, gamma arrivals are not: several streams of them are another " +
    "process",
  () => {
    const plan = parsePlan(
      `
extends: variance
patterns:
  low_load: { arrivals: poisson, phases: [{ minutes: 30, requestsPerSecond: 1, toRequestsPerSecond: 3 }] }
  burst_load: { arrivals: { cv: 4 }, phases: [{ minutes: 30, requestsPerSecond: 1 }] }
runs:
  - { window: midday, pattern: low_load, startsAt: "12:00" }
  - { window: evening, pattern: burst_load, startsAt: "18:00" }
`,
      "sparse.yml",
    );
    const { runs, left } = sharedRuns(plan, { engine: "fargate", workers: 4 });
    assert.deepEqual(
      left.map(({ problem }) => problem),
      ["gamma arrivals (cv 4) of 4 workers together are no gamma arrivals"],
    );
    assert.deepEqual(
      runs.map(({ run }) => run.pattern),
      ["low_load"],
    );
    assert.throws(
      () => artilleryScript(plan, "burst_load", 4),
      /several workers' together would be another process; send it from one machine/,
    );
    assert.deepEqual(sharedRuns(plan, { engine: "fargate", workers: 1 }).left, []);
    const { variables, phases } = artilleryScript(plan, "low_load", 4).config;
    assert.equal(variables.arrivals, "cv=1&seconds=1800&from=0.25&to=0.75");
    // Prepared: the share's mean, 30 min at .5/s, and five standard deviations more.
    assert.equal(phases[0].arrivalCount, Math.ceil(900 + 5 * 30 + 5));
  },
);

test("a function that Artillery runs ends after a quarter of an hour: longer runs are left out", () => {
  const plan = parsePlan(
    `
extends: variance
runs:
  - { window: midday, pattern: low_load, startsAt: "12:00", phases: [{ minutes: 12, requestsPerSecond: 5 }] }
  - { window: evening, pattern: low_load, startsAt: "18:00", phases: [{ minutes: 13, requestsPerSecond: 5 }] }
`,
    "short.yml",
  );
  const { runs, left } = sharedRuns(plan, { engine: "lambda", workers: 3 });
  assert.deepEqual(
    runs.map(({ run }) => run.window),
    ["midday"],
  );
  assert.deepEqual(left, [
    {
      field: "runs (evening, low_load)",
      problem: "it lasts 13 min, and a worker on Lambda has 12 for its load",
      remedy: "use fargate, or shorter runs",
    },
  ]);
  // Billed is what can be sent: 3 x 12 min at 4 GB, and a put every 2 s of two threads each.
  const [generators, puts] = workerBill(plan, { engine: "lambda", workers: 3 });
  assert.ok(
    Math.abs(generators.costUsd - 3 * (4 * 720 * 0.0000166667 * plan.days + 0.2e-6)) < 1e-9,
  );
  assert.equal(puts.quantity, `${(720 / 2) * 3 * 2 * plan.days} at most`);
});

test("workers may put rows below the prefix and look at them, and nothing else", () => {
  const resources = ["arn:aws:s3:::bucket/run/1/*", "arn:aws:s3:::bucket/run/1-rehearsal/*"];
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "PutRowsAndTellOnesOwn",
        Effect: "Allow",
        Action: ["s3:PutObject", "s3:GetObject"],
        Resource: resources,
      },
    ],
  };
  assert.deepEqual(sinkPolicy({ bucket: "bucket", prefix: "run/1", region: "eu-west-1" }), policy);
  assert.match(
    JSON.stringify(sinkPolicy({ bucket: "bucket", prefix: "run", region: "cn-north-1" })),
    /arn:aws-cn:s3:::bucket\/run\/\*/,
  );
  const settings = workerSettings(
    crossedPlan(),
    { engine: "fargate", workers: 2, bucket: "bucket", prefix: "run", region: "eu-west-1" },
    7,
  );
  assert.match(settings, /^STUDY_SINK=s3:\/\/bucket\/run$/m);
  assert.match(settings, /^STUDY_SEED=7$/m);
  assert.match(
    settings,
    new RegExp(`^STUDY_UTC_OFFSET_MINUTES=${crossedPlan().utcOffsetMinutes}$`, "m"),
  );
  assert.doesNotMatch(settings, /KEY_ID|SECRET/i);
});
