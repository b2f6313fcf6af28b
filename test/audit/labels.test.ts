import assert from "node:assert/strict";
import { test } from "node:test";
import { LAMBDA } from "lib/campaign";
import { oneSided, parity } from "./faults/label.js";
import { goodCampaign } from "./good-campaign.js";
import { change, checkRequests, checkTable } from "./planted.js";

test("the workloads with one answer are named", () => {
  for (const id of ["label-share", "label-spread"])
    assert.deepEqual(
      checkRequests(id, oneSided(12)).offenders.map(({ label }) => label),
      ["medium_processing"],
    );
});

test("requests that cannot be labelled at all fail the share", () => {
  const onlyLambda = goodCampaign(1, { keep: ({ platform }) => platform === LAMBDA });
  const { verdict, evidence } = checkRequests("label-share", onlyLambda);
  assert.deepEqual([verdict, /only one platform served the group/.test(evidence)], ["fail", true]);
});

test("few rows leave the ceiling open, and the check on power says how many more would settle it", () => {
  const thin = parity(0.75, { rows: 300 });
  assert.equal(checkTable("ceiling", thin).verdict, "warn");
  assert.ok(checkTable("power", thin).value! > 1);
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
    (row) =>
      (campaign.executionTimeMs[row] *=
        minutes.get(minute(row))! > 2 === (campaign.platform[row] === LAMBDA) ? 0.4 : 2.5),
  );
  const found = checkRequests("power", campaign);
  assert.match(found.advice, /^Add (requests_last|idle_seconds|kib_last|all_)/, found.evidence);
});
