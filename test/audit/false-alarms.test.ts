import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRequests, runAudit } from "lib/audit";
import { THESIS_TERMS } from "lib/labels";
import { draws } from "../draws.js";
import { goodCampaign } from "./good-campaign.js";

const SEEDS = draws(100, 12);

test("a campaign without planted faults: at most 5 % of the seeds, or one, raise an alarm", () => {
  const alarms: string[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const failed = runAudit(
      auditRequests(goodCampaign(seed), { labelling: THESIS_TERMS }),
    ).checks.filter(({ verdict }) => verdict === "fail");
    if (failed.length > 0)
      alarms.push(
        `seed ${seed}: ${failed.map(({ id, evidence }) => `${id} (${evidence})`).join("; ")}`,
      );
  }
  assert.ok(alarms.length <= Math.max(1, 0.05 * SEEDS), alarms.join("\n"));
});
