import assert from "node:assert/strict";
import { test } from "node:test";
import { auditRequests, runAudit, SUITE } from "lib/audit";
import { THESIS_TERMS } from "lib/labels";
import { selectRows } from "lib/requests";
import { draws } from "../draws.js";
import { goodCampaign } from "./good-campaign.js";
import { checkRequests } from "./planted.js";

const OF_PAIRS = SUITE.filter(({ group }) => group === "pairs").map(({ id }) => id);

const SEEDS = draws(40, 8);

test("duets without planted faults: at most one seed in 20, or one, raises an alarm, and few a warning", () => {
  const alarms: string[] = [];
  let warnings = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const requests = goodCampaign(seed, { duet: true, scale: 0.3 });
    const { checks } = runAudit(auditRequests(requests, { labelling: THESIS_TERMS }), {
      only: OF_PAIRS,
    });
    assert.equal(checks.length, OF_PAIRS.length);
    for (const { id, verdict, evidence } of checks) {
      if (verdict === "fail") alarms.push(`seed ${seed}: ${id} (${evidence})`);
      if (verdict === "warn") warnings++;
      assert.notEqual(verdict, "not applicable", `${id}: ${evidence}`);
    }
  }
  assert.ok(alarms.length <= Math.max(1, SEEDS / 20), alarms.join("\n"));
  assert.ok(warnings <= Math.max(1, SEEDS / 10), `${warnings} warnings`);
});

test("requests to one platform only: the checks of pairs do not apply, and say why", () => {
  const { checks } = runAudit(auditRequests(goodCampaign(1), { labelling: THESIS_TERMS }), {
    only: OF_PAIRS,
  });
  for (const { verdict, evidence } of checks) {
    assert.equal(verdict, "not applicable");
    assert.match(evidence, /needs requests that were sent to both platforms in pairs \(a duet\)/);
  }
});

test("what compares platforms is not needed where all is paired, and is where something is not", () => {
  const duet = goodCampaign(1, { duet: true, scale: 0.3 });
  const single = selectRows(
    duet,
    Array.from({ length: duet.rowCount }, (_, row) => row),
  );
  single.pairIdHash.fill(NaN, 0, 2);
  for (const id of ["one-platform-cells", "label-by-platform", "clocks-agree", "load-execution"]) {
    const paired = checkRequests(id, duet);
    assert.equal(paired.verdict, "not applicable");
    assert.match(paired.evidence, /^Not needed: paired\. /);
    assert.doesNotMatch(checkRequests(id, single).evidence, /Not needed/);
  }
  for (const id of ["balance", "missing-at-random"]) {
    const paired = checkRequests(id, duet);
    assert.match(paired.evidence, /Of platforms it is not needed: paired\.$/);
    assert.doesNotMatch(JSON.stringify(paired.table), /Lambda's share|, platform/);
    assert.match(JSON.stringify(checkRequests(id, single).table), /Lambda's share|, platform/);
  }
});

test("labels of pairs on the platform's clock need its checks", () => {
  const duet = goodCampaign(1, { duet: true, scale: 0.3 });
  const labelling = { ...THESIS_TERMS, scheme: "duet", clock: "execution" } as const;
  const { checks } = runAudit(auditRequests(duet, { labelling }), {
    only: ["clocks-agree", "load-execution"],
  });
  for (const { evidence } of checks) assert.doesNotMatch(evidence, /Not needed/);
});

test("of a pair, one label can turn: no more turn than there are", () => {
  const duet = goodCampaign(1, { duet: true, scale: 0.3 });
  const { offenders } = checkRequests("label-sensitivity", duet, {}, { warn: 0, fail: 1 });
  assert.ok(offenders.length > 0);
  for (const { label, count } of offenders)
    assert.ok(count > 0 && count <= duet.rowCount / 2, `${label}: ${count}`);
});
