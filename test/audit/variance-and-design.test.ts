import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePlan } from "lib/campaign";
import { simulate } from "lib/platforms";
import { selectRows, type Requests } from "lib/requests";
import { goodCampaign } from "./good-campaign.js";
import { change, checkRequests, checkTable, tableOf } from "./planted.js";

const rowsOf = (requests: Requests): Uint32Array => Uint32Array.from({ length: requests.rowCount }, (_, row) => row);
/** Gives window or pattern `from` the code `to`, but for its first `kept` rows. */
function merge(requests: Requests, column: "timeWindow" | "loadPattern", from: number, to: number, kept = 0): Requests {
  let seen = 0;
  return change(
    requests,
    (row) => requests[column][row] === from && seen++ >= kept,
    (row) => (requests[column][row] = to),
  );
}

test("payload sizes: three are too few; four measured with noise are four", () => {
  const three = goodCampaign(1);
  const found = checkRequests(
    "payload-sizes",
    change(
      three,
      (row) => three.targetPayloadKb[row] === 10,
      (row) => (three.targetPayloadKb[row] = 5),
    ),
  );
  assert.deepEqual([found.verdict, found.value, found.offenders], ["fail", 3, [{ label: "lightweight_api", count: 3 }]]);
  const noisy = goodCampaign(1);
  change(
    noisy,
    () => true,
    (row) => (noisy.targetPayloadKb[row] = NaN),
  );
  change(
    noisy,
    (_, random) => random.uniform() < 0.5,
    (row) => (noisy.actualPayloadKb[row] += 0.002),
  );
  const { verdict, value } = checkRequests("payload-sizes", noisy);
  assert.deepEqual([verdict, value], ["pass", 4]);
});

test("windows and patterns: one short is called, one with just enough requests counts", () => {
  for (const [id, column, last, least] of [
    ["time-windows", "timeWindow", 4, "fail"],
    ["load-patterns", "loadPattern", 3, "warn"],
  ] as const) {
    assert.equal(checkRequests(id, merge(goodCampaign(1), column, last, 0)).verdict, least, id);
    assert.equal(checkRequests(id, merge(goodCampaign(1), column, last, 0, 30)).verdict, "pass", id);
    assert.equal(checkRequests(id, merge(goodCampaign(1), column, last, 0, 29)).verdict, least, id);
  }
  assert.equal(checkRequests("load-patterns", merge(merge(goodCampaign(1), "loadPattern", 3, 0), "loadPattern", 2, 0)).verdict, "fail");
});

test("windows that were not logged: the hours cover at most what the kindest time zone lets them", () => {
  const campaign = goodCampaign(1);
  campaign.timeWindow.fill(255);
  assert.deepEqual([checkRequests("time-windows", campaign).verdict, checkRequests("time-windows", campaign).value], ["pass", 5]);
  // All within seven hours of one evening, as in the author's first campaign.
  const evening = change(
    campaign,
    () => true,
    (row) => (campaign.timestampMs[row] = Date.UTC(2025, 10, 16, 19) + (row / campaign.rowCount) * 7 * 3_600_000),
  );
  const { verdict, value } = checkRequests("time-windows", evening);
  assert.deepEqual([verdict, value], ["fail", 2]);
});

test("cold starts: none is called, a share just below the wanted one is left open", () => {
  const none = goodCampaign(1);
  const few = goodCampaign(1);
  none.coldStart.fill(0);
  assert.equal(checkRequests("cold-starts", none).verdict, "fail");
  change(
    few,
    () => true,
    (row) => (few.coldStart[row] = Number(row % 21 === 0)),
  );
  const nearly = checkRequests("cold-starts", few);
  assert.ok(nearly.value! < 0.05 && nearly.verdict === "warn", nearly.evidence);
});

test("cold starts that do not follow the window: called with many requests, left open with few", () => {
  const flat = (scale: number): Requests => {
    const campaign = goodCampaign(1, { scale });
    return change(
      campaign,
      () => true,
      (row) => (campaign.coldStart[row] = Number(row % 50 === 0)),
    );
  };
  assert.equal(checkRequests("cold-starts-differ", flat(6)).verdict, "fail");
  assert.equal(checkRequests("cold-starts-differ", flat(0.3)).verdict, "warn");
});

test("features: constant and nearly constant ones are named, one that varies a little is not", () => {
  const label = Array.from({ length: 1000 }, (_, row) => row % 2);
  const mostly = (zeros: number): number[] => Array.from({ length: 1000 }, (_, row) => Number(row >= zeros));
  const many = label.map((_, row) => row % 7);
  const found = checkTable("feature-variance", tableOf({ many, constant: label.map(() => 4), rare: mostly(995), more: many }, label));
  assert.deepEqual([found.verdict, found.offenders.map((offender) => offender.label)], ["fail", ["constant", "rare"]]);
  assert.equal(checkTable("feature-variance", tableOf({ many, varies: mostly(985) }, label)).verdict, "pass");
});

test("balance: a platform that lost most of its answers is called, one that lost some is not", () => {
  const heavyEcs = (share: number) =>
    goodCampaign(1, { keep: ({ workload, platform }, random) => !(workload === 3 && platform === 0 && random.uniform() < share) });
  const found = checkRequests("balance", heavyEcs(0.85));
  assert.equal(found.verdict, "fail");
  assert.match(found.evidence, /heavy_processing, platform: [\d,]+ answered requests of ecs against/);
  assert.notEqual(checkRequests("balance", heavyEcs(0.1)).verdict, "fail");
});

test("aliased factors: a window with one pattern each is called, a few missing combinations are not", () => {
  const found = checkRequests("aliased-factors", goodCampaign(1, { keep: ({ window, pattern }) => window % 4 === pattern }));
  assert.equal(found.verdict, "fail");
  assert.match(found.evidence, /window tells pattern/);
  assert.equal(checkRequests("aliased-factors", goodCampaign(1, { keep: ({ window, pattern }) => window !== pattern })).verdict, "pass");
});

test("one size a workload is one factor under two names; four sizes each are not", () => {
  const found = checkRequests("aliased-factors", goodCampaign(1, { keep: ({ size }) => size === 2 }));
  assert.match(found.evidence, /workload and payload size are one/);
});

test("cells one platform answered: many are called, one is a warning", () => {
  assert.equal(
    checkRequests(
      "one-platform-cells",
      goodCampaign(1, { keep: ({ size, pattern, platform }) => !(size >= 2 && pattern === 1 && platform === 0) }),
    ).verdict,
    "fail",
  );
  const one = checkRequests(
    "one-platform-cells",
    goodCampaign(1, {
      scale: 4,
      keep: ({ workload, window, size, pattern, platform }) =>
        !(workload === 0 && window === 0 && size === 3 && pattern === 1 && platform === 0),
    }),
  );
  assert.deepEqual(
    [one.verdict, one.offenders[0].label.startsWith("lightweight_api, 10 KiB, early_morning, medium_load: 0 ECS")],
    ["warn", true],
  );
});

test("rows missing not at random: answers that one platform lost at one size, or a workload in one run", () => {
  const ecsAt = (share: number) =>
    goodCampaign(1, { scale: 2, keep: ({ size, platform }, random) => !(size === 3 && platform === 0 && random.uniform() < share) });
  const found = checkRequests("missing-at-random", ecsAt(0.8));
  assert.equal(found.verdict, "fail");
  assert.match(found.evidence, /Lambda's share of the answers of \w+ goes from/);
  assert.equal(checkRequests("missing-at-random", ecsAt(0.08)).verdict, "pass");
  const gone = checkRequests(
    "missing-at-random",
    goodCampaign(1, { keep: ({ workload, window, pattern }) => !(workload === 2 && window === 2 && pattern === 1) }),
  );
  assert.ok(
    gone.offenders.some(({ label }) => label.startsWith("medium_processing's share of all answers by run: midday, medium_load")),
    JSON.stringify(gone.offenders),
  );
});

test("a time-out: cut at a ceiling is called, an uncut tail is not", () => {
  const campaign = goodCampaign(1, { scale: 2 });
  const { responseTimeMs } = campaign;
  const cut = selectRows(
    campaign,
    rowsOf(campaign).filter((row) => responseTimeMs[row] <= 4000),
  );
  const found = checkRequests("duration-ceiling", cut);
  assert.equal(found.verdict, "fail", found.evidence);
  assert.ok(found.interval!.low > 10);
  assert.equal(checkRequests("duration-ceiling", campaign).verdict, "pass");
  const hardly = selectRows(
    campaign,
    rowsOf(campaign).filter((row) => responseTimeMs[row] <= 20_000),
  );
  assert.equal(checkRequests("duration-ceiling", hardly).verdict, "pass");
});

test("requests without an answer: 3 % fail, half a per cent warns, three are nothing", () => {
  const failing = (every: number): Requests => {
    const campaign = goodCampaign(1);
    return change(
      campaign,
      (row) => row % every === 0,
      (row) => {
        campaign.httpStatus[row] = 500;
        campaign.executionTimeMs[row] = NaN;
      },
    );
  };
  assert.deepEqual(
    [30, 200, 2500].map((every) => checkRequests("unanswered", failing(every)).verdict),
    ["fail", "warn", "pass"],
  );
});

test("planned against logged: a cell that got a third is named, one that got nine tenths is not", () => {
  const plan = parsePlan(
    `extends: variance
patterns: {low_load: {arrivals: even, phases: [{minutes: 20, requestsPerSecond: 5}]}, medium_load: {arrivals: even, phases: [{minutes: 20, requestsPerSecond: 6}]}, burst_load: {arrivals: even, phases: [{minutes: 20, requestsPerSecond: 5}]}, ramp_load: {arrivals: even, phases: [{minutes: 20, requestsPerSecond: 5}]}}
`,
    "short.yml",
  );
  const { requests } = simulate(plan, { seed: 1 });
  const all = { plan };
  const losing = (share: number): Requests =>
    selectRows(
      requests,
      rowsOf(requests).filter(
        (row) =>
          !(
            requests.workload[row] === 1 &&
            requests.platform[row] === 1 &&
            requests.targetPayloadKb[row] === 200 &&
            (row * 0.618) % 1 < share
          ),
      ),
    );
  const found = checkRequests("planned-counts", losing(0.8), all);
  assert.notEqual(found.verdict, "pass");
  assert.ok(
    found.offenders.some(({ label }) => /thumbnail_processing, 200 KiB, .*lambda/.test(label)),
    found.evidence,
  );
  const spared = checkRequests("planned-counts", losing(0.05), all);
  assert.ok(!spared.offenders.some(({ label }) => /thumbnail_processing, 200 KiB, .*lambda/.test(label)), spared.evidence);
});
