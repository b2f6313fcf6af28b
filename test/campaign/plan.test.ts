import { test } from "node:test";
import assert from "node:assert/strict";
import {
  checkPlan,
  parsePlan,
  planDesign,
  PlanError,
  readPlan,
  repeatPlan,
  scheduleRuns,
  SHIPPED_PLANS,
  shippedPlan,
} from "lib/campaign";
import { InputError } from "lib/statistics";
import { crossedPlan } from "../crossed-plan.js";

test("every plan that ships is valid, and found by its name", () => {
  for (const [name, plan] of Object.entries(SHIPPED_PLANS)) {
    assert.equal(checkPlan(plan, name).name, name);
    assert.equal(readPlan(name), plan);
  }
});

test("a YAML file may extend a plan and say what differs; groups merge, lists are replaced", () => {
  const plan = parsePlan(
    `
extends: variance
name: faster-link
client: { uplinkMbitPerSecond: 1000 }
lambda: { keepAlive: { law: fixed, seconds: 600 } }
runs:
  - { window: evening, pattern: burst_load, startsAt: "18:30" }
`,
    "faster.yml",
  );
  const variance = shippedPlan("variance");
  assert.deepEqual(plan.client, { ...variance.client, uplinkMbitPerSecond: 1000 });
  assert.deepEqual(plan.lambda.keepAlive, { law: "fixed", seconds: 600 });
  assert.equal(plan.runs.length, 1);
  assert.deepEqual(plan.workloads, variance.workloads);
});

/** What a mistake in a plan is answered with: file, field, value, remedy. */
const MISTAKES: readonly [yaml: string, message: string][] = [
  [
    "client: { timeoutMs: soon }",
    'p.yml line 2: client.timeoutMs is "soon"; it must be a number of ms above 0 to 86400000',
  ],
  [
    "client: { timeoutms: 5 }",
    "p.yml line 2: client.timeoutms is 5; it must be left out: the fields here are " +
      "timeoutMs, roundTripMs, firstWindowBytes, uplinkMbitPerSecond, queuedKbPerBody, " +
      "maxQueueMs",
  ],
  ["days: 1.5", "p.yml line 2: days is 1.5; it must be a whole number of days from 1 to 36525"],
  [
    "startDate: 2025-02-30",
    'p.yml line 2: startDate is "2025-02-30"; it must be a day that exists',
  ],
  ["runs: []", "p.yml line 2: runs is []; it must be a list of runs, one at least"],
  [
    'runs: [{ window: ../noon, pattern: low_load, startsAt: "12:00" }]',
    'p.yml line 2: runs[0].window is "../noon"; it must be a name of letters, digits, blanks, ' +
      "dots, dashes and underscores",
  ],
  [
    'runs: [{ window: midday, pattern: sparse, startsAt: "12:00" }]',
    'p.yml line 2: runs[0].pattern is "sparse"; it must be one of the plan\'s patterns: ' +
      "low_load, medium_load, burst_load, ramp_load",
  ],
  [
    'runs: [{ window: midday, pattern: low_load, startsAt: "25:00" }]',
    'p.yml line 2: runs[0].startsAt is "25:00"; it must be a time of day as "HH:MM"',
  ],
  [
    "patterns: { low_load: { arrivals: random, phases: [{ minutes: 1, requestsPerSecond: 1 }] } }",
    'p.yml line 2: patterns.low_load.arrivals is "random"; it must be even, poisson, or a ' +
      "coefficient of variation as {cv: 2}",
  ],
  [
    "lambda: { errorShare: 1.5 }",
    "p.yml line 2: lambda.errorShare is 1.5; it must be a number of share from 0 to 1",
  ],
  ["ecs: null", "p.yml line 2: ecs is null; it must be a group of fields"],
  [
    'runs: [{ window: midday, pattern: low_load, startsAt: "12:00" }, { window: midday, ' +
      'pattern: burst_load, startsAt: "12:59" }]',
    'p.yml line 2: runs[1].startsAt is "12:59"; it must be 13:00 or later, when runs[0] is over',
  ],
  ["name:", "p.yml line 2: name is null; it must be a name of small letters, digits and dashes"],
];

test("a mistake is answered with file, line, field, value and remedy", () => {
  for (const [yaml, message] of MISTAKES) {
    assert.throws(
      () => parsePlan(`extends: variance\n${yaml}`, "p.yml"),
      (error: unknown) => {
        assert.ok(error instanceof PlanError, String(error));
        assert.equal(error.message, message);
        return true;
      },
    );
  }
  const far = `extends: variance
client:
  timeoutMs: 5000
patterns:
  low_load: { arrivals: poisson, phases: [{ minutes: 1, requestsPerSecond: 1 }] }
runs:
  - { window: midday, pattern: low_load, startsAt: "12:00" }
  - window: evening
    pattern: low_load
    startsAt: soon
`;
  assert.throws(
    () => parsePlan(far, "p.yml"),
    /^PlanError: p\.yml line 10: runs\[1\]\.startsAt is "soon"/,
  );
  assert.throws(
    () => parsePlan(far.replace("startsAt: soon", ""), "p.yml"),
    /^PlanError: p\.yml line 8: runs\[1\]\.startsAt is missing/,
  );
  assert.throws(
    () =>
      parsePlan(
        far.replace("startsAt: soon", 'startsAt: "18:00"\n    exactRequests: { sleeping: 5 }'),
        "p.yml",
      ),
    /p\.yml line 11: a name in runs\[1\]\.exactRequests is "sleeping"/,
  );
  assert.throws(
    () => parsePlan("extends: best", "p.yml"),
    /p\.yml line 1: extends is "best"; it must be one of fixed-payload, variance, duet, duet-local/,
  );
  assert.throws(
    () => parsePlan("name: x", "p.yml"),
    /p\.yml: title is missing; it must be a title/,
  );
  assert.throws(() => parsePlan("a: [", "p.yml"), /^InputError: p\.yml: .* at line 1/);
  assert.throws(
    () => readPlan("no-such"),
    /neither a plan that ships \(fixed-payload, variance, duet, duet-local\) nor a file/,
  );
  assert.throws(() => readPlan("/nowhere/plan.yml"), /cannot be read \(ENOENT\)/);
});

test("the thesis's plans ask for as many requests as its campaigns had", () => {
  assert.equal(planDesign(shippedPlan("fixed-payload")).expectedRequests, 212_033);
  const variance = planDesign(shippedPlan("variance"));
  // 5/s for an hour twice, 15/s, 5 to 25/s, and 5, 30, 5/s for 10, 5, 5 minutes.
  assert.equal(Math.round(variance.expectedRequests), 2 * 18_000 + 54_000 + 54_000 + 13_500);
  assert.equal(variance.bill.prices.region, "eu-west-1");
});

test("the design says which factors are crossed and which are aliased", () => {
  const relation = (plan: string, a: string, b: string): string =>
    planDesign(shippedPlan(plan)).pairs.find(({ factors }) => factors.join() === `${a},${b}`)!
      .relation;
  assert.equal(relation("fixed-payload", "workload", "payload"), "aliased");
  assert.equal(relation("fixed-payload", "window", "pattern"), "constant");
  assert.equal(relation("variance", "window", "pattern"), "aliased");
  assert.equal(relation("duet", "window", "pattern"), "crossed");
  assert.equal(relation("duet", "workload", "window"), "crossed");
  assert.equal(relation("variance", "workload", "payload"), "partly crossed");
});

test("cells add up to the runs, and the bill to its lines", () => {
  for (const plan of Object.values(SHIPPED_PLANS)) {
    const { cells, expectedRequests, bill } = planDesign(plan);
    // Each arrival of a duet makes two requests.
    const planned =
      (plan.duet ? 2 : 1) * scheduleRuns(plan).reduce((sum, run) => sum + run.expectedRequests, 0);
    assert.ok(
      Math.abs(cells.reduce((sum, cell) => sum + cell.expectedRequests, 0) / planned - 1) < 1e-12,
    );
    assert.ok(Math.abs(expectedRequests / planned - 1) < 1e-12);
    assert.ok(
      Math.abs(bill.lines.reduce((sum, line) => sum + line.costUsd, 0) - bill.totalUsd) < 1e-9,
    );
  }
});

test("the bill, by hand: one function and one service for an hour", () => {
  const variance = shippedPlan("variance");
  const plan = checkPlan(
    {
      ...variance,
      name: "one",
      workloads: [
        {
          ...variance.workloads[0],
          payloadKb: [1],
          lambdaMemoryMb: 1769,
          demand: {
            waitMs: [50, 150],
            cpuMs: 0,
            cpuMsPerMb: 0,
            noiseLnSd: 0,
            stragglerShare: 0,
            stragglerFactor: [1, 1],
          },
        },
      ],
      runs: [{ window: "midday", pattern: "low_load", startsAt: "12:00" }],
    },
    "test",
  );
  const { lines } = planDesign(plan).bill;
  assert.deepEqual(
    lines.map(({ service }) => service),
    ["Lambda lightweight_api", "Fargate lightweight_api", "Application load balancer"],
  );
  const expected = [
    9000 * ((1769 / 1024) * 0.1 * 0.0000166667 + 0.2e-6),
    0.25 * 0.04656 + 0.5 * 0.00511,
    0.0225,
  ];
  lines.forEach(({ costUsd }, i) =>
    assert.ok(Math.abs(costUsd - expected[i]) < 1e-12, `${costUsd} ${expected[i]}`),
  );
});

test(
  "what cannot be: bodies above Lambda's limit, more than the uplink carries, a run outside " +
    "its window",
  () => {
    const draft = parsePlan(
      `
extends: variance
workloads:
  - { workload: heavy_processing, payloadKb: [3072, 5120, 8192, 10240], weight: { ecs: 1, lambda: 1 }, lambdaMemoryMb: 512, ecsTask: { vcpu: 1, memoryGb: 2 },
      demand: { waitMs: [3000, 5000], cpuMs: 0, cpuMsPerMb: 3, noiseLnSd: 0, stragglerShare: 0, stragglerFactor: [1, 1] } }
runs: [{ window: midday, pattern: low_load, startsAt: "15:00" }]
`,
      "draft.yml",
    );
    const { impossible } = planDesign(draft);
    assert.deepEqual(
      impossible.map(({ problem }) => problem.split(":")[0]),
      [
        "8192 KiB is above Lambda's limit of 6144 KiB",
        "10240 KiB is above Lambda's limit of 6144 KiB",
        "the bodies need 273 % of the client's 100 Mbit/s",
        "15",
      ],
    );
    assert.deepEqual(planDesign(shippedPlan("duet")).impossible, []);
  },
);

test("a schedule counts local time from the plan's offset, and repeats its runs every day", () => {
  const plan = { ...shippedPlan("variance"), days: 2, utcOffsetMinutes: 330 };
  const runs = scheduleRuns(plan);
  assert.equal(runs.length, 10);
  assert.equal(new Date(runs[0].startMs).toISOString(), "2025-11-21T21:00:00.000Z");
  assert.equal(runs[5].startMs - runs[0].startMs, 86_400_000);
});

/** Text of a plan file, and what its one line must say. */
const WITHOUT_MEASURE: readonly [text: string, message: RegExp][] = [
  ["days: 1000000000", /line 2: days is 1000000000; .* from 1 to 36525$/],
  [
    "patterns: {low_load: {arrivals: even, phases: [{minutes: 1e300, requestsPerSecond: 1}]}}",
    /minutes is 1e\+300; it must be a number of minutes above 0 to 1440$/,
  ],
  [
    "patterns: {low_load: {arrivals: even, phases: [{minutes: 1, requestsPerSecond: 1e9}]}}",
    /requestsPerSecond is 1000000000; .* from 0 to 100000$/,
  ],
  [
    "runs: [{window: midday, pattern: low_load, startsAt: '12:00', rateFactor: 1000}]",
    /the number of requests of runs\[0\] is \d+; it must be at most 5000000; lower its rates/,
  ],
  ["days: 36525\nruns: [RUNS 100]", /days is 36525; it must be at most 10000 with 100 runs a day/],
  ["runs: [RUNS 1441]", /the number of runs in runs is 1441; it must be at most 1440$/],
  ["client: {timeoutMs: 1e300}", /client\.timeoutMs is 1e\+300; .* to 86400000$/],
  ["ecs: {tasks: 1e9}", /ecs\.tasks is 1000000000; .* from 1 to 5000$/],
  [
    "a: &a [1,1,1,1,1,1,1,1,1,1]\n" +
      [..."bcdefgh"]
        .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${"abcdefg"[i]}`).join(",")}]\n`)
        .join(""),
    /alias count/,
  ],
  ["runs: &a [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]", /nested more than 20 levels deep, or an/],
  [`client: ${"{a: ".repeat(100)}1${"}".repeat(100)}`, /nested more than 20 levels deep/],
  [`client: ${"[".repeat(20_000)}`, /nested more than 20 levels deep/],
  ["runs: *nowhere", /Unresolved alias/],
];

test(
  "a plan without measure is refused in one line, soon: by its size, its numbers, its nesting",
  { timeout: 30_000 },
  () => {
    for (const [text, message] of WITHOUT_MEASURE) {
      const runs = /RUNS (\d+)/.exec(text);
      const run = "{window: midday, pattern: low_load, startsAt: '12:00'}";
      const yaml = runs
        ? text.replace(runs[0], Array<string>(Number(runs[1])).fill(run).join(","))
        : text;
      assert.throws(
        () => parsePlan(`extends: variance\n${yaml}\n`, "my.yml"),
        (error: Error) =>
          error instanceof InputError &&
          /^my\.yml.*$/.test(error.message) &&
          message.test(error.message),
        String(message),
      );
    }
  },
);

test("more days than are simulated are refused, before they are laid out", () => {
  assert.throws(() => repeatPlan(shippedPlan("variance"), 1e15), {
    name: "InputError",
    message: /at most 36525 days and 1000000000 requests/,
  });
  assert.equal(repeatPlan(crossedPlan(), 1e7).days, 8275);
});
