import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRequests, runAudit } from "lib/audit";
import { THESIS_TERMS } from "lib/labels";
import { goodCampaign } from "./good-campaign.js";

test("a campaign without planted faults: at most 5 of 100 seeds raise an alarm", () => {
  const alarms: string[] = [];
  for (let seed = 1; seed <= 100; seed++) {
    const failed = runAudit(
      auditRequests(goodCampaign(seed), { labelling: THESIS_TERMS }),
    ).checks.filter(({ verdict }) => verdict === "fail");
    if (failed.length > 0)
      alarms.push(
        `seed ${seed}: ${failed.map(({ id, evidence }) => `${id} (${evidence})`).join("; ")}`,
      );
  }
  assert.ok(alarms.length <= 5, alarms.join("\n"));
});
