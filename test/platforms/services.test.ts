import { test } from "node:test";
import assert from "node:assert/strict";
import { DEFAULT_CLIENT, DEFAULT_ECS, DEFAULT_LAMBDA, DEFAULT_SCALING } from "lib/campaign";
import { EcsService, LambdaService, shareLink, slowStartMs, TargetTracking } from "lib/platforms";
import { createRandom } from "lib/statistics";

const TASK = { vcpu: 1, memoryGb: 2 };
const function_ = (plan = DEFAULT_LAMBDA, memoryMb = 1769): LambdaService =>
  new LambdaService(plan, memoryMb, createRandom(1));

test("a cold start adds initialisation to the answer and the first run's factor to the CPU time", () => {
  const lambda = function_({ ...DEFAULT_LAMBDA, firstRunFactor: 3 });
  const cold = { ...lambda.invoke(1000, 50, 10, 200, 1, false) };
  assert.deepEqual(cold, {
    status: 200,
    doneMs: 1280,
    executionMs: 80,
    cpuMs: 30,
    coldStart: true,
    billedMs: 280,
  });
  const warm = lambda.invoke(2000, 50, 10, 200, 1, false);
  assert.equal(warm.coldStart, false);
  assert.equal(warm.doneMs, 2060);
});

test("a request that comes while the only environment works starts a second one", () => {
  const lambda = function_();
  lambda.invoke(0, 100, 0, 50, 1, false);
  assert.equal(lambda.invoke(149, 100, 0, 50, 1, false).coldStart, true);
  assert.equal(lambda.invoke(151, 100, 0, 50, 1, false).coldStart, false);
});

test("CPU time grows as memory shrinks below a full vCPU; waiting does not", () => {
  const half = function_({ ...DEFAULT_LAMBDA, firstRunFactor: 1 }, 1769 / 2).invoke(
    0,
    100,
    10,
    0,
    1,
    false,
  ).executionMs;
  const twice = function_({ ...DEFAULT_LAMBDA, firstRunFactor: 1 }, 2 * 1769).invoke(
    0,
    100,
    10,
    0,
    1,
    false,
  ).executionMs;
  assert.equal(half, 120);
  assert.equal(twice, 110);
});

test("413 above the payload limit, 429 above the concurrency and scaling limits", () => {
  const limited = function_({ ...DEFAULT_LAMBDA, concurrencyLimit: 2 });
  assert.equal(limited.invoke(0, 1, 0, 0, DEFAULT_LAMBDA.payloadLimitBytes, false).status, 200);
  assert.equal(limited.invoke(0, 1, 0, 0, DEFAULT_LAMBDA.payloadLimitBytes + 1, false).status, 413);
  assert.deepEqual(
    [100, 100, 100].map((ms) => limited.invoke(ms, 50, 0, 0, 1, false).status),
    [200, 200, 429],
  );
  const slow = function_({ ...DEFAULT_LAMBDA, newEnvironmentsPer10Seconds: 1 });
  assert.deepEqual(
    [0, 1, 10_001].map((ms) => slow.invoke(ms, 60_000, 0, 0, 1, false).status),
    [200, 429, 200],
  );
});

test("a probe answers as the real request would, and leaves no trace", () => {
  const random = createRandom("probe");
  const plan = { ...DEFAULT_ECS, concurrencyPerTask: 2 };
  const alone = { ecs: new EcsService(plan, TASK), lambda: function_() };
  const probed = { ecs: new EcsService(plan, TASK), lambda: function_() };
  let nowMs = 0;
  for (let i = 0; i < 2000; i++) {
    nowMs += random.exponential() * 60;
    const waitMs = random.uniform() * 150;
    const cpuMs = random.uniform() * 20;
    const ask = (to: typeof alone, probe: boolean): unknown => [
      { ...to.ecs.serve(nowMs, nowMs + 10, 0, nowMs + 1000, waitMs, cpuMs, probe) },
      { ...to.lambda.invoke(nowMs, waitMs, cpuMs, 90, 1, probe) },
    ];
    const guess = ask(probed, true);
    assert.deepEqual(guess, ask(probed, false));
    assert.deepEqual(guess, ask(alone, false));
  }
});

test("ECS: first come first served, on the clock from the moment a place is free, body included", () => {
  const ecs = new EcsService({ ...DEFAULT_ECS, tasks: 1, concurrencyPerTask: 1 }, TASK);
  assert.deepEqual(
    [
      ecs.serve(0, 400, 0, 1e4, 100, 0, false).executionMs,
      ecs.serve(100, 300, 0, 1e4, 100, 0, false).doneMs,
    ],
    [500, 600],
  );
  // The third body came while its request waited: its handler waits for none of it, but for what no
  // buffer held.
  assert.equal(ecs.serve(200, 500, 70, 1e4, 100, 0, false).executionMs, 170);
});

test(
  "ECS: who has given up when the turn comes is dropped; who gives up while reading holds the " +
    "place until then",
  () => {
    const ecs = new EcsService({ ...DEFAULT_ECS, tasks: 1, concurrencyPerTask: 1 }, TASK);
    assert.equal(ecs.serve(0, Infinity, 0, 1000, 100, 0, false).doneMs, Infinity);
    assert.equal(ecs.serve(10, 10, 0, 900, 100, 0, false).doneMs, Infinity);
    assert.equal(ecs.serve(20, 20, 0, 5000, 100, 0, false).doneMs, 1100);
  },
);

test("ECS: 503 when the line is full", () => {
  const ecs = new EcsService(
    { ...DEFAULT_ECS, tasks: 1, concurrencyPerTask: 1, queueLimit: 1 },
    TASK,
  );
  assert.deepEqual(
    [0, 1, 2, 101].map((ms) => ecs.serve(ms, ms, 0, 1e6, 100, 0, false).status),
    [200, 200, 503, 200],
  );
});

test(
  "target tracking: more tasks after 3 minutes above the target and their start, fewer after " +
    "15 below; tasks x hours follow",
  () => {
    const scaling = new TargetTracking(
      { ...DEFAULT_ECS, tasks: 1, scaling: { ...DEFAULT_SCALING, targetCpuPercent: 50 } },
      TASK,
    );
    const seen: { atMs: number; tasks: number }[] = [];
    for (let minute = 0; minute < 40; minute++) {
      seen.push(...scaling.changesUntil(minute * 60_000));
      if (minute < 4) scaling.recordWork(60_000);
    }
    assert.deepEqual(seen, [
      { atMs: 3 * 60_000 + 67_000, tasks: 2 },
      { atMs: 19 * 60_000, tasks: 1 },
    ]);
    const hours = scaling.taskHours(0, 40 * 60_000);
    const extra = 19 * 60_000 - (3 * 60_000 + 67_000);
    assert.ok(Math.abs(hours - (40 * 60_000 + extra) / 3_600_000) < 1e-12);
  },
);

test(
  "the author's thumbnails at low load: slow start needs 2, 3, 3, 5, 6 round trips for 50, " +
    "100, 200, 500, 1024 KiB",
  () => {
    const rounds = [50, 100, 200, 500, 1024].map((kb) =>
      Math.floor(
        slowStartMs(kb * 1024, { ...DEFAULT_CLIENT, roundTripMs: 1000, uplinkMbitPerSecond: 8e6 }) /
          1000,
      ),
    );
    assert.deepEqual(rounds, [2, 3, 3, 5, 6]);
  },
);

test("the link: two equal bodies share it, and one that is given up leaves it to the other", () => {
  const client = { ...DEFAULT_CLIENT, uplinkMbitPerSecond: 8, roundTripMs: 0, timeoutMs: 1500 };
  const { uploadMs } = shareLink(Float64Array.of(0, 500), Float64Array.of(1e6, 1e6), client);
  assert.deepEqual([...uploadMs], [1500, 1500]);
  const givenUp = shareLink(Float64Array.of(0, 500), Float64Array.of(3e6, 1e6), {
    ...client,
    timeoutMs: 1600,
  });
  // The first has the link for 500 ms, then half of it until it leaves at 1,600 ms; the second
  // needs 450 ms more.
  assert.equal(givenUp.uploadMs[0], Infinity);
  assert.ok(Math.abs(givenUp.uploadMs[1] - 1550) < 1e-6);
});
