import { test } from "node:test";
import assert from "node:assert/strict";
import { DEFAULT_CLIENT, DEFAULT_ECS, DEFAULT_LAMBDA, type KeepAlive } from "lib/campaign";
import { EcsService, LambdaService, shareLink } from "lib/platforms";
import { createRandom } from "lib/statistics";

/** The simulator agrees with theory within 2 %. */
function within2Percent(simulated: number, theory: number, what: string): void {
  assert.ok(
    Math.abs(simulated / theory - 1) < 0.02,
    `${what}: simulated ${simulated}, theory ${theory}`,
  );
}

/**
 * Share of cold starts of a function with Poisson arrivals whose requests take no time worth
 * mentioning.
 */
function coldShare(keepAlive: KeepAlive, requestsPerHour: number, requests: number): number {
  const random = createRandom(`cold ${requestsPerHour}`);
  const gapMs = 3_600_000 / requestsPerHour;
  const lambda = new LambdaService(
    { ...DEFAULT_LAMBDA, keepAlive },
    1024,
    random.fork("keep-alive"),
  );
  let nowMs = 0;
  let cold = 0;
  for (let i = 0; i < requests; i++) {
    nowMs += random.exponential() * gapMs;
    if (lambda.invoke(nowMs, 0.001, 0, 0, 1, false).coldStart) cold++;
  }
  return cold / requests;
}

test("Poisson arrivals and a fixed keep-alive T: P(cold) = exp(-rate x T)", () => {
  for (const perHour of [3, 6, 12])
    within2Percent(
      coldShare({ law: "fixed", seconds: 600 }, perHour, 300_000),
      Math.exp((-perHour * 600) / 3600),
      `${perHour}/h`,
    );
});

test(
  "Poisson arrivals and the halving law: P(warm) = (1 - q) / (1 - q/2), q = exp(-rate x " +
    "period); SOURCES's .36 at 6/h",
  () => {
    for (const perHour of [2, 6, 15]) {
      const q = Math.exp((-perHour * 380) / 3600);
      const theory = 1 - (1 - q) / (1 - q / 2);
      within2Percent(
        coldShare({ law: "halving", periodSeconds: 380 }, perHour, 300_000),
        theory,
        `${perHour}/h`,
      );
      if (perHour === 6) assert.equal(theory.toFixed(2), "0.36");
    }
  },
);

/**
 * Erlang's C formula: the probability that an arrival must wait for one of `servers` under
 * `offered` Erlangs.
 */
function erlangC(servers: number, offered: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < servers; k++) sum += term *= offered / k;
  const last = ((term * offered) / servers) * (servers / (servers - offered));
  return last / (sum + last);
}

test("Erlang C: share that waits and mean wait of an ECS service; Little's law for its line", () => {
  const servers = 4;
  const serviceMs = 100;
  const gapMs = serviceMs / (servers * 0.7);
  const requests = 600_000;
  const random = createRandom("erlang");
  const service = new EcsService(
    { ...DEFAULT_ECS, tasks: 2, concurrencyPerTask: 2 },
    { vcpu: 1, memoryGb: 1 },
  );
  let nowMs = 0;
  let waited = 0;
  let waitSumMs = 0;
  let lineSeen = 0;
  for (let i = 0; i < requests; i++) {
    nowMs += random.exponential() * gapMs;
    const demandMs = random.exponential() * serviceMs;
    const answer = service.serve(nowMs, nowMs, 0, Infinity, demandMs, 0, false);
    const waitMs = answer.doneMs - nowMs - answer.executionMs;
    // Arrivals of a Poisson process see time averages; the line without the one who just joined it.
    lineSeen += service.queueLength - (waitMs > 1e-6 ? 1 : 0);
    if (waitMs > 1e-6) waited++;
    waitSumMs += waitMs;
  }
  const probability = erlangC(servers, serviceMs / gapMs);
  within2Percent(waited / requests, probability, "P(wait)");
  within2Percent(
    waitSumMs / requests,
    probability / (servers / serviceMs - 1 / gapMs),
    "mean wait, ms",
  );
  within2Percent(
    lineSeen / requests,
    waitSumMs / nowMs,
    "Little: mean length of the line = rate x mean wait",
  );
});

test(
  "M/G/infinity: busy environments are Poisson with mean rate x execution time, whatever its " +
    "distribution",
  () => {
    const meanMs = 300;
    const gapMs = 100;
    const requests = 400_000;
    const random = createRandom("busy");
    const lambda = new LambdaService(
      { ...DEFAULT_LAMBDA, firstRunFactor: 1 },
      1769,
      random.fork("keep-alive"),
    );
    let nowMs = 0;
    let sum = 0;
    let none = 0;
    for (let i = 0; i < requests; i++) {
      nowMs += random.exponential() * gapMs;
      // Two-point: 100 or 500 ms, at random.
      lambda.invoke(nowMs, random.uniform() < 0.5 ? 100 : 500, 0, 0, 1, false);
      const seen = lambda.busyEnvironments - 1;
      sum += seen;
      if (seen === 0) none++;
    }
    within2Percent(sum / requests, meanMs / gapMs, "mean");
    within2Percent(none / requests, Math.exp(-meanMs / gapMs), "P(none)");
  },
);

test(
  "M/G/1 processor sharing: a body of x bytes takes x / (rate (1 - load)) on the link, " +
    "whatever the other sizes; Little's law",
  () => {
    // 100 kB/s; no slow start to wait for, nobody gives up.
    const client = { ...DEFAULT_CLIENT, uplinkMbitPerSecond: 0.8, roundTripMs: 0, timeoutMs: 1e12 };
    const requests = 400_000;
    const load = 0.6;
    const small = 1_000;
    const large = 20_000;
    const random = createRandom("link");
    const gapMs = (0.9 * small + 0.1 * large) / 100 / load;
    const sendMs = new Float64Array(requests);
    const bytes = new Float64Array(requests);
    for (let i = 0; i < requests; i++) {
      sendMs[i] = (i === 0 ? 0 : sendMs[i - 1]) + random.exponential() * gapMs;
      bytes[i] = random.uniform() < 0.1 ? large : small;
    }
    const { uploadMs, queueMs } = shareLink(sendMs, bytes, {
      ...client,
      queuedKbPerBody: 1,
      maxQueueMs: Infinity,
    });
    for (const size of [small, large]) {
      const of = uploadMs.filter((_, i) => bytes[i] === size);
      within2Percent(
        of.reduce((sum, ms) => sum + ms, 0) / of.length,
        size / 100 / (1 - load),
        `${size} bytes`,
      );
    }
    const seen = queueMs.reduce((sum, ms) => sum + ms, 0) / requests / (1024 / 100);
    within2Percent(
      seen,
      uploadMs.reduce((sum, ms) => sum + ms, 0) / sendMs[requests - 1],
      "Little: bodies on the link = rate x time",
    );
  },
);
