import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import type { Requests } from "lib/requests";
import { createRandom } from "lib/statistics";
import { goodCampaign } from "./good-campaign.js";
import { change, checkRequests, checkTable, tableOf } from "./planted.js";

/** Multiplies the execution time of chosen rows. */
function timed(requests: Requests, chosen: (row: number) => boolean, factor: number): Requests {
  return change(requests, chosen, (row) => {
    requests.responseTimeMs[row] += (factor - 1) * requests.executionTimeMs[row];
    requests.executionTimeMs[row] *= factor;
  });
}

test("label share and spread: a workload with one answer is called, one at three quarters is not", () => {
  const oneSided = (factor: number): Requests => {
    const campaign = goodCampaign(1);
    return timed(campaign, (row) => campaign.workload[row] === 2 && campaign.platform[row] === ECS, factor);
  };
  for (const id of ["label-share", "label-spread"]) {
    const found = checkRequests(id, oneSided(12));
    assert.deepEqual([found.verdict, found.offenders.map(({ label }) => label)], ["fail", ["medium_processing"]], found.evidence);
    assert.equal(checkRequests(id, oneSided(1.3)).verdict, "pass", id);
  }
});

test("requests that cannot be labelled at all fail the share", () => {
  const onlyLambda = goodCampaign(1, { keep: ({ platform }) => platform === LAMBDA });
  const { verdict, evidence } = checkRequests("label-share", onlyLambda);
  assert.deepEqual([verdict, /only one platform served the group/.test(evidence)], ["fail", true]);
});

test("label noise: labels that do not follow the context are called, a few that stray are not", () => {
  assert.equal(checkRequests("label-noise", goodCampaign(1, { contextEffect: 0, sizeEffect: 0, scale: 4 })).verdict, "fail");
  assert.equal(checkRequests("label-noise", goodCampaign(1, { noise: 0.3 })).verdict, "pass");
});

test("the rule: a label that follows the workload is printed as if/else, one that follows two factors is no short rule", () => {
  const campaign = goodCampaign(1, { contextEffect: 0 });
  timed(campaign, (row) => campaign.workload[row] === 0 && campaign.platform[row] === LAMBDA, 5);
  timed(campaign, (row) => campaign.workload[row] > 0 && campaign.platform[row] === ECS, 5);
  const found = checkRequests("label-rule", campaign);
  assert.equal(found.verdict, "fail");
  assert.match(found.evidence, /the rule: if workload_type_encoded = lightweight_api then 0 else 1\.$/);
  assert.equal(checkRequests("label-rule", goodCampaign(1)).verdict, "pass");
});

test("a label that tells the platform of its row is called", () => {
  const campaign = goodCampaign(1, { contextEffect: 0 });
  const random = createRandom(1);
  // Lambda is always a little faster than ECS's median, ECS is all over the place.
  timed(campaign, (row) => campaign.platform[row] === LAMBDA, 0.6);
  change(
    campaign,
    (row) => campaign.platform[row] === ECS,
    (row) => (campaign.executionTimeMs[row] *= Math.exp(1.5 * random.normal())),
  );
  const found = checkRequests("label-by-platform", campaign);
  assert.equal(found.verdict, "fail", found.evidence);
  assert.notEqual(checkRequests("label-by-platform", goodCampaign(1)).verdict, "fail");
});

test("labels that hang on the clock are called, a little transport is not", () => {
  const added = (ms: number): Requests => {
    const campaign = goodCampaign(1);
    return change(
      campaign,
      (row) => campaign.platform[row] === LAMBDA,
      (row) => (campaign.responseTimeMs[row] += ms),
    );
  };
  const found = checkRequests("label-sensitivity", added(5000));
  assert.equal(found.verdict, "fail");
  assert.match(found.evidence, /clock response time/);
  assert.notEqual(checkRequests("label-sensitivity", added(5)).verdict, "fail");
});

test("the ceiling: a lookup and noise fail for their own reasons, a problem worth learning passes, few rows leave it open", () => {
  const random = createRandom(2);
  const rows = 6000;
  const a = Array.from({ length: rows }, () => random.integer(6));
  const b = a.map(() => random.integer(6));
  const labelled = (right: number): number[] =>
    a.map((value, row) => (random.uniform() < right ? (value + b[row]) % 2 : 1 - ((value + b[row]) % 2)));
  const lookup = checkTable("ceiling", tableOf({ a, b }, labelled(1)));
  const noise = checkTable("ceiling", tableOf({ a, b }, labelled(0.6)));
  const good = checkTable("ceiling", tableOf({ a, b }, labelled(0.85)));
  assert.deepEqual([lookup.verdict, noise.verdict, good.verdict], ["fail", "fail", "pass"]);
  assert.match(lookup.evidence, /the features determine the label/);
  assert.match(noise.evidence, /because of noise/);
  const few = 300;
  const thin = tableOf({ a: a.slice(0, few), b: b.slice(0, few) }, labelled(0.75).slice(0, few));
  assert.equal(checkTable("ceiling", thin).verdict, "warn");
  const power = checkTable("power", thin);
  assert.deepEqual([power.verdict, power.value! > 1], ["warn", true]);
  assert.equal(checkTable("power", tableOf({ a, b }, labelled(0.85))).verdict, "pass");
  assert.equal(checkTable("headroom", tableOf({ a, b }, labelled(0.85))).verdict, "pass");
  assert.equal(
    checkTable(
      "headroom",
      tableOf(
        { a, b },
        a.map((value) => (random.uniform() < 0.85 ? value % 2 : 1 - (value % 2))),
      ),
    ).verdict,
    "fail",
  );
});

test("a factor known before routing that the table lacks is named", () => {
  const campaign = goodCampaign(1, { scale: 2, contextEffect: 0, sizeEffect: 0, noise: 0.1 });
  // Whether the minute is busy decides, and it is no feature of the author's.
  const minutes = new Map<number, number>();
  const minute = (row: number): number => Math.floor(campaign.timestampMs[row] / 10_000);
  change(
    campaign,
    () => true,
    (row) => minutes.set(minute(row), (minutes.get(minute(row)) ?? 0) + 1),
  );
  change(
    campaign,
    () => true,
    (row) => (campaign.executionTimeMs[row] *= minutes.get(minute(row))! > 2 === (campaign.platform[row] === LAMBDA) ? 0.4 : 2.5),
  );
  const found = checkRequests("power", campaign);
  assert.match(found.advice, /^Add (requests_last|seconds_since)/, found.evidence);
});
