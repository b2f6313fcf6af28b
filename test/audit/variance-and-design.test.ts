import assert from "node:assert/strict";
import { test } from "node:test";
import { cutAt, failing, losing, merge, noisySizes, oneCell, threeSizes } from "./faults/design.js";
import { goodCampaign } from "./good-campaign.js";
import { change, checkRequests } from "./planted.js";

test("the workloads that lack sizes are named; noise makes no size", () => {
  const { value, offenders } = checkRequests("payload-sizes", threeSizes());
  assert.deepEqual([value, offenders], [3, [{ label: "lightweight_api", count: 3 }]]);
  assert.equal(checkRequests("payload-sizes", noisySizes()).value, 4);
});

test("a window or pattern with a request too few does not count; one pattern short is a warning", () => {
  assert.equal(
    checkRequests("time-windows", merge(goodCampaign(1), "timeWindow", 4, 0, 29)).verdict,
    "fail",
  );
  assert.equal(
    checkRequests("load-patterns", merge(goodCampaign(1), "loadPattern", 3, 0, 29)).verdict,
    "warn",
  );
});

test("windows that were not logged: the hours cover at most what the kindest time zone lets them", () => {
  const campaign = goodCampaign(1);
  campaign.timeWindow.fill(255);
  assert.deepEqual(
    [
      checkRequests("time-windows", campaign).verdict,
      checkRequests("time-windows", campaign).value,
    ],
    ["pass", 5],
  );
  // All within seven hours of one evening, as in the author's first campaign.
  const evening = change(
    campaign,
    () => true,
    (row) =>
      (campaign.timestampMs[row] =
        Date.UTC(2025, 10, 16, 19) + (row / campaign.rowCount) * 7 * 3_600_000),
  );
  const { verdict, value } = checkRequests("time-windows", evening);
  assert.deepEqual([verdict, value], ["fail", 2]);
});

test("cold starts: none at all fails, a share just below the wanted one is left open", () => {
  const none = goodCampaign(1);
  none.coldStart.fill(0);
  assert.equal(checkRequests("cold-starts", none).verdict, "fail");
  const few = goodCampaign(1);
  few.coldStart.forEach((_, row) => (few.coldStart[row] = Number(row % 21 === 0)));
  const nearly = checkRequests("cold-starts", few);
  assert.ok(nearly.value! < 0.05 && nearly.verdict === "warn", nearly.evidence);
});

test("cold starts that do not follow the window: with few requests it is left open", () => {
  const flat = goodCampaign(1, { scale: 0.3 });
  flat.coldStart.forEach((_, row) => (flat.coldStart[row] = Number(row % 50 === 0)));
  assert.equal(checkRequests("cold-starts-differ", flat).verdict, "warn");
});

test("one size a workload is one factor under two names; four sizes each are not", () => {
  const found = checkRequests(
    "aliased-factors",
    goodCampaign(1, { keep: ({ size }) => size === 2 }),
  );
  assert.match(found.evidence, /workload and payload size are one/);
});

test("cells one platform answered: many fail, and each is named", () => {
  assert.equal(
    checkRequests(
      "one-platform-cells",
      goodCampaign(1, {
        keep: ({ size, pattern, platform }) => !(size >= 2 && pattern === 1 && platform === 0),
      }),
    ).verdict,
    "fail",
  );
  assert.match(
    checkRequests("one-platform-cells", oneCell(0)).offenders[0].label,
    /^lightweight_api, 10 KiB, early_morning, medium_load: 0 ECS/,
  );
});

test("rows missing not at random: a workload that is missing in one run is named", () => {
  const gone = checkRequests(
    "missing-at-random",
    goodCampaign(1, {
      keep: ({ workload, window, pattern }) => !(workload === 2 && window === 2 && pattern === 1),
    }),
  );
  assert.ok(
    gone.offenders.some(({ label }) =>
      label.startsWith("medium_processing's share of all answers by run: midday, medium_load"),
    ),
    JSON.stringify(gone.offenders),
  );
});

test(
  "a time-out: how many were to be expected beyond it has an interval; an uncut tail is not " +
    "called",
  () => {
    assert.ok(checkRequests("duration-ceiling", cutAt(4000)).interval!.low > 10);
    assert.equal(checkRequests("duration-ceiling", cutAt(Infinity)).verdict, "pass");
  },
);

test("half a per cent of failures is a warning", () => {
  assert.equal(checkRequests("unanswered", failing(200)).verdict, "warn");
});

test("planned against logged: the cells that lost requests are named, no others", () => {
  const named = (share: number): boolean =>
    checkRequests("planned-counts", ...losing(share)).offenders.some(({ label }) =>
      /thumbnail_processing, 200 KiB, .*lambda/.test(label),
    );
  assert.deepEqual([0.8, 0.05].map(named), [true, false]);
});
