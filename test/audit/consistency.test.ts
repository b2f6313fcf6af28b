import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import { selectRows, type Requests } from "lib/requests";
import { goodCampaign } from "./good-campaign.js";
import { change, checkRequests } from "./planted.js";

const HOUR_MS = 3_600_000;

test("windows against the clock: another time zone is found, wrong windows are called, one in a hundred is not", () => {
  const shifted = goodCampaign(1);
  change(
    shifted,
    () => true,
    (row) => (shifted.timestampMs[row] -= 5.5 * HOUR_MS),
  );
  const found = checkRequests("windows-clock", shifted);
  assert.equal(found.verdict, "pass");
  assert.match(found.evidence, /UTC\+5:30, 100\.0 %/);
  const wrong = (share: number): Requests => {
    const campaign = goodCampaign(1);
    return change(
      campaign,
      (_, random) => random.uniform() < share,
      (row) => (campaign.timeWindow[row] = (campaign.timeWindow[row] + 1) % 5),
    );
  };
  assert.deepEqual(
    [0.2, 0.05, 0.01].map((share) => checkRequests("windows-clock", wrong(share)).verdict),
    ["fail", "warn", "pass"],
  );
});

test("a run that goes on under another window's name is called; after a pause it is another run", () => {
  const renamed = (pauseMs: number): Requests => {
    const campaign = goodCampaign(1);
    const inFirstDay = Date.UTC(2025, 10, 23);
    // The run of medium load at midday, cut in its middle.
    const inRun = (row: number): boolean =>
      campaign.timeWindow[row] === 2 && campaign.loadPattern[row] === 1 && campaign.timestampMs[row] < inFirstDay;
    const start = Math.min(...[...campaign.timestampMs].filter((_, row) => inRun(row)));
    return change(
      campaign,
      (row) => inRun(row) && campaign.timestampMs[row] >= start + 10 * 60_000,
      (row) => {
        campaign.timeWindow[row] = 4;
        campaign.timestampMs[row] += pauseMs;
      },
    );
  };
  const found = checkRequests("continued-runs", renamed(0));
  assert.equal(found.verdict, "fail");
  assert.match(found.evidence, /late_night, medium_load .* the end of midday, medium_load/);
  assert.equal(checkRequests("continued-runs", renamed(120_000)).verdict, "pass");
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

test("medium load that is hardly more than low load is called", () => {
  const slow = goodCampaign(1, { keep: ({ pattern }, random) => pattern !== 1 || random.uniform() < 0.5 });
  assert.match(checkRequests("pattern-arrivals", slow).evidence, /only 1\.[345]\d* times low load/);
  const enough = goodCampaign(1, { keep: ({ pattern }, random) => pattern !== 1 || random.uniform() < 0.85 });
  assert.equal(checkRequests("pattern-arrivals", enough).verdict, "pass");
});

test("memory that is not the declared one is called, down to a single request", () => {
  const campaign = goodCampaign(1);
  const row = campaign.platform.indexOf(LAMBDA);
  assert.equal(checkRequests("memory-declared", campaign).verdict, "pass");
  campaign.memoryLimitMb[row] = 3008;
  assert.deepEqual(
    [checkRequests("memory-declared", campaign).verdict, checkRequests("memory-declared", campaign).offenders[0].count],
    ["fail", 1],
  );
});

test("payloads: base64's third is called, three per cent are not", () => {
  const grown = (factor: number, every: number): Requests => {
    const campaign = goodCampaign(1);
    return change(
      campaign,
      (row) => campaign.workload[row] > 0 && row % every === 0,
      (row) => (campaign.actualPayloadKb[row] *= factor),
    );
  };
  const found = checkRequests("payload-actual", grown(4 / 3, 10));
  assert.equal(found.verdict, "fail");
  assert.match(found.advice, /base64/);
  assert.equal(checkRequests("payload-actual", grown(1.03, 1)).verdict, "pass");
});

test("measurements that do not vary: a constant time fails, a repeated setting warns, a frequent value passes", () => {
  const heavy =
    (campaign: Requests) =>
    (row: number): boolean =>
      campaign.workload[row] === 3 && campaign.platform[row] === LAMBDA;
  const constant = goodCampaign(1);
  const setting = goodCampaign(1);
  const frequent = goodCampaign(1);
  change(constant, heavy(constant), (row) => (constant.executionTimeMs[row] = 2000));
  assert.equal(checkRequests("constant-measurements", constant).verdict, "fail");
  change(setting, heavy(setting), (row) => (setting.memoryUsedMb[row] = setting.memoryLimitMb[row]));
  const found = checkRequests("constant-measurements", setting);
  assert.equal(found.verdict, "warn");
  assert.match(found.evidence, /memoryUsedMb of heavy_processing on lambda \(2,048, equals the memory limit\)/);
  change(
    frequent,
    (row, random) => heavy(frequent)(row) && random.uniform() < 0.85,
    (row) => (frequent.memoryUsedMb[row] = 64),
  );
  assert.equal(checkRequests("constant-measurements", frequent).verdict, "pass");
});

test("fields one platform does not log are called, a few missing values are not", () => {
  const missing = (every: number): Requests => {
    const campaign = goodCampaign(1);
    return change(
      campaign,
      (row) => campaign.platform[row] === ECS && row % every === 0,
      (row) => (campaign.actualPayloadKb[row] = NaN),
    );
  };
  assert.deepEqual(
    [1, 20, 300].map((every) => checkRequests("fields-by-platform", missing(every)).verdict),
    ["fail", "fail", "pass"],
  );
});

test("repeated requests: 2 % fail, a single one warns", () => {
  const campaign = goodCampaign(1);
  const rows = [...Array(campaign.rowCount).keys()];
  assert.equal(checkRequests("duplicates", selectRows(campaign, [...rows, ...rows.filter((row) => row % 50 === 0)])).verdict, "fail");
  const one = checkRequests("duplicates", selectRows(campaign, [...rows, 17]));
  assert.deepEqual([one.verdict, one.offenders[0].count], ["warn", 1]);
  // The same row under another id is still the same row.
  const copied = selectRows(campaign, [...rows, 17]);
  copied.requestIdHash[copied.rowCount - 1] = 1e9;
  assert.equal(checkRequests("duplicates", copied).verdict, "warn");
});

test("time running backwards: hours are called, half a minute is an overtaken answer", () => {
  const back = (ms: number): Requests => {
    const campaign = goodCampaign(1);
    return change(
      campaign,
      (row) => row % 50 === 49,
      (row) => (campaign.timestampMs[row] -= ms),
    );
  };
  assert.deepEqual(
    [2 * HOUR_MS, 20_000].map((ms) => checkRequests("time-order", back(ms)).verdict),
    ["fail", "pass"],
  );
});

test("a bottleneck both platforms share is called, one platform's own is not", () => {
  const slowed = (platforms: readonly number[]): Requests => {
    const campaign = goodCampaign(1, { scale: 10 });
    const minute = (row: number): number => Math.floor(campaign.timestampMs[row] / 60_000);
    const requests = new Map<number, number>();
    change(
      campaign,
      () => true,
      (row) => requests.set(minute(row), (requests.get(minute(row)) ?? 0) + 1),
    );
    return change(
      campaign,
      (row) => platforms.includes(campaign.platform[row]) && requests.get(minute(row))! > 60,
      (row) => (campaign.responseTimeMs[row] += 60),
    );
  };
  const found = checkRequests("load-latency", slowed([ECS, LAMBDA]));
  assert.equal(found.verdict, "fail", found.evidence);
  assert.equal(checkRequests("load-latency", slowed([ECS])).verdict, "pass");
});

test("clocks that name different platforms are called, a few ms are not", () => {
  const added = (ms: number): Requests => {
    const campaign = goodCampaign(1, { scale: 10 });
    return change(
      campaign,
      (row) => campaign.platform[row] === LAMBDA,
      (row) => (campaign.responseTimeMs[row] += ms),
    );
  };
  const found = checkRequests("clocks-agree", added(3000));
  assert.equal(found.verdict, "fail", found.evidence);
  assert.equal(checkRequests("clocks-agree", added(5)).verdict, "pass");
});

test("work that does not depend on its payload is called, work that does is not", () => {
  assert.equal(checkRequests("payload-slope", goodCampaign(1, { scale: 4, sizeEffect: 0, contextEffect: 0 })).verdict, "fail");
  assert.equal(checkRequests("payload-slope", goodCampaign(1, { scale: 4, sizeEffect: 0.2, contextEffect: 0 })).verdict, "pass");
});
