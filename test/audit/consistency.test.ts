import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import { selectRows } from "lib/requests";
import { createRandom } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";
import { unloggedSizes, wrongWindows } from "./faults/consistency.js";
import { slowExecution } from "./faults/speed.js";
import { goodCampaign } from "./good-campaign.js";
import { change, checkRequests } from "./planted.js";

const HOUR_MS = 3_600_000;

test("windows against the clock: another time zone is found, a few wrong windows are a warning", () => {
  const shifted = goodCampaign(1);
  shifted.timestampMs.forEach((ms, row) => (shifted.timestampMs[row] = ms - 5.5 * HOUR_MS));
  const found = checkRequests("windows-clock", shifted);
  assert.equal(found.verdict, "pass");
  assert.match(found.evidence, /UTC\+5:30, 100\.0 %/);
  assert.equal(checkRequests("windows-clock", wrongWindows(0.05)).verdict, "warn");
});

test("a collection on this machine keeps the windows of its plan, whatever time it was", () => {
  const elsewhere = wrongWindows(0.5);
  assert.equal(checkRequests("windows-clock", elsewhere).verdict, "fail");
  const provenance = { ...elsewhere.provenance, local: true as const };
  const collected = { ...elsewhere, provenance };
  for (const id of ["windows-clock", "continued-runs"])
    assert.equal(checkRequests(id, collected).verdict, "not applicable", id);
});

test("arrivals: a ramp that does not rise and a burst that does not burst are called", () => {
  const relabelled = goodCampaign(1, { scale: 4 });
  const { loadPattern } = relabelled;
  // Medium load calls itself a ramp.
  change(
    relabelled,
    (row) => loadPattern[row] === 1,
    (row) => (loadPattern[row] = 3),
  );
  const found = checkRequests("pattern-arrivals", relabelled);
  assert.equal(found.verdict, "fail");
  assert.match(found.evidence, /ramp_load.* hardly rises/);
  const even = goodCampaign(1);
  change(
    even,
    (row) => even.loadPattern[row] === 1,
    (row) => (even.loadPattern[row] = 2),
  );
  assert.match(checkRequests("pattern-arrivals", even).evidence, /has no burst/);
});

test("a setting that is logged as a measurement is a warning", () => {
  const campaign = goodCampaign(1);
  change(
    campaign,
    (row) => campaign.workload[row] === 3 && campaign.platform[row] === LAMBDA,
    (row) => (campaign.memoryUsedMb[row] = campaign.memoryLimitMb[row]),
  );
  const found = checkRequests("constant-measurements", campaign);
  assert.equal(found.verdict, "warn");
  assert.match(
    found.evidence,
    /memoryUsedMb of heavy_processing on lambda \(2,048, equals the memory limit\)/,
  );
});

test("a single repeated request warns, under its own id or another", () => {
  const campaign = goodCampaign(1);
  const one = selectRows(campaign, [...campaign.platform.keys(), 17]);
  const found = checkRequests("duplicates", one);
  assert.deepEqual([found.verdict, found.offenders[0].count], ["warn", 1]);
  one.requestIdHash[one.rowCount - 1] = 1e9;
  assert.equal(checkRequests("duplicates", one).verdict, "warn");
});

test("sizes that one platform never logs fail; a service that gets faster under load is no queue", () => {
  assert.equal(checkRequests("fields-by-platform", unloggedSizes(1)).verdict, "fail");
  const found = checkRequests("load-execution", slowExecution(0.3));
  assert.equal(found.verdict, "fail");
  assert.match(found.advice, /load makes no work faster/);
});

test(
  "a campaign that logs no size of its ECS tasks: the check says so, and that nothing " +
    "contradicts the declared one",
  () => {
    const { verdict, evidence } = checkRequests("task-declared", goodCampaign(1));
    assert.equal(verdict, "not applicable");
    assert.match(
      evidence,
      /^No ECS request records the size of its task; the most memory used \(79 MB of 512 declared, lightweight_api\)/,
    );
  },
);

test("load of one rate makes no comparison of quiet and busy minutes", () => {
  const even = goodCampaign(1, { keep: ({ pattern }) => pattern === 0 });
  even.timestampMs.forEach(
    (_, row) => (even.timestampMs[row] = Date.UTC(2025, 10, 22) + 2000 * row),
  );
  assert.equal(checkRequests("load-execution", even).verdict, "not applicable");
});

test(
  "growth under load: a known factor is found beneath another mixture of sizes, and its " +
    "interval covers it",
  () => {
    const growth = 1.6;
    let covered = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(`growth ${seed}`);
      const stated: StatedRequest[] = [];
      // Three rates, each for as many requests; ten times the work at 10 KiB, which hardly gets
      // through when it is busy.
      [20, 40, 60].forEach((perMinute, third) => {
        for (let minute = 0; minute < 1200 / perMinute; minute++) {
          const ofMinute = Math.exp(0.1 * random.normal());
          for (let i = 0; i < perMinute; i++) {
            const large = random.uniform() < [0.5, 0.3, 0.1][third];
            const typical = (large ? 1000 : 100) * [1, 1.2, growth][third] * ofMinute;
            stated.push({
              platform: ECS,
              timestampMs: Date.UTC(2025, 10, 22 + third) + 60_000 * minute + i * 900,
              executionTimeMs: typical * Math.exp(0.3 * random.normal()),
              targetPayloadKb: large ? 10 : 1,
            });
          }
        }
      });
      const { value, interval } = checkRequests("load-execution", requestsOf(stated));
      assert.ok(Math.abs(value! - growth) < 0.3, String(value));
      covered += Number(interval!.low <= growth && growth <= interval!.high);
    }
    assert.ok(covered >= 39, `${covered} of 40 intervals at the level .999 hold the factor`);
  },
);
