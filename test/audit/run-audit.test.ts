import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import {
  auditJson,
  auditRequests,
  auditTable,
  CHECK_GROUPS,
  runAudit,
  SUITE,
  type AuditResult,
} from "lib/audit";
import { THESIS_TERMS } from "lib/labels";
import { readRequests, selectRows } from "lib/requests";
import { needsSharedData, sharedData } from "../shared-data.js";
import { goodCampaign } from "./good-campaign.js";
import { tableOf } from "./planted.js";

const schema = JSON.parse(readFileSync("lib/schemas/audit.schema.json", "utf8")) as object;
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
/** The command adds why lines could not become requests; here there are no lines. */
const isValid = (audit: AuditResult): boolean => validate({ ...auditJson(audit), reasons: [] });

test(
  "every check has an id of its own and says what it asks, and the suite is in the order of " +
    "its groups",
  () => {
    assert.equal(new Set(SUITE.map(({ id }) => id)).size, SUITE.length);
    const order = SUITE.map(({ group }) => CHECK_GROUPS.indexOf(group));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    for (const check of SUITE)
      assert.ok(
        check.question.endsWith("?") &&
          check.condition(check.thresholds).length > 0 &&
          !check.condition(check.thresholds).includes("undefined"),
        check.id,
      );
  },
);

test("an audit is valid against its schema, whatever it is of", () => {
  const campaign = goodCampaign(1);
  for (const input of [
    auditRequests(campaign, { labelling: THESIS_TERMS }),
    auditRequests(selectRows(campaign, [0, 1, 2]), { labelling: THESIS_TERMS }),
    auditRequests(selectRows(campaign, []), { labelling: THESIS_TERMS }),
    auditTable(tableOf({ a: [1, 2, NaN, 4] }, [0, 1, 1, 0]), { name: "tiny" }),
  ]) {
    assert.ok(
      isValid(runAudit(input)),
      `${input.name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`,
    );
  }
});

test("no requests at all: every check says why it does not apply", () => {
  const { verdict, checks, attainability } = runAudit(
    auditRequests(selectRows(goodCampaign(1), []), { labelling: THESIS_TERMS }),
  );
  assert.deepEqual([verdict, attainability], ["not applicable", null]);
  assert.ok(
    checks.every(({ verdict: v, evidence }) => v === "not applicable" && evidence.length > 10),
  );
});

test("checks are chosen and left out by id, thresholds are set by name", () => {
  const input = auditRequests(goodCampaign(1), { labelling: THESIS_TERMS });
  assert.deepEqual(
    runAudit(input, { only: ["cold-starts", "payload-sizes"] }).checks.map(({ id }) => id),
    ["payload-sizes", "cold-starts"],
  );
  assert.equal(runAudit(input, { skip: ["payload-sizes"] }).checks.length, SUITE.length - 1);
  const strict = runAudit(input, {
    only: ["payload-sizes"],
    thresholds: { "payload-sizes": { sizes: 5 } },
  }).checks[0];
  assert.deepEqual([strict.verdict, strict.threshold], ["fail", "5 or more in every workload"]);
});

test("a wrong id, threshold or value is refused with what there is", () => {
  const input = auditRequests(goodCampaign(1), { labelling: THESIS_TERMS });
  assert.throws(
    () => runAudit(input, { only: ["payload"] }),
    /no check is called "payload"; there are payload-sizes/,
  );
  assert.throws(
    () => runAudit(input, { thresholds: { "payload-sizes": { size: 5 } } }),
    /payload-sizes has no threshold "size"; it has sizes/,
  );
  assert.throws(
    () => runAudit(input, { thresholds: { "payload-sizes": { sizes: NaN } } }),
    /payload-sizes\.sizes must be a number/,
  );
});

test("the same requests give the same audit to the byte", () => {
  assert.equal(
    JSON.stringify(
      auditJson(runAudit(auditRequests(goodCampaign(3), { labelling: THESIS_TERMS }))),
    ),
    JSON.stringify(
      auditJson(runAudit(auditRequests(goodCampaign(3), { labelling: THESIS_TERMS }))),
    ),
  );
});

test(
  "the author's second campaign: what there is to find is found",
  needsSharedData("variance-run"),
  async () => {
    const { requests, fieldTypes } = await readRequests(sharedData("variance-run")!);
    const audit = runAudit(auditRequests(requests, { labelling: THESIS_TERMS, fieldTypes }));
    assert.ok(isValid(audit), JSON.stringify(validate.errors?.slice(0, 3)));
    const said = new Map(audit.checks.map((check) => [check.id, check]));
    const fails = [
      "cold-starts",
      "label-share",
      "ceiling",
      "headroom",
      "balance",
      "aliased-factors",
      "missing-at-random",
      "duration-ceiling",
      "windows-clock",
      "continued-runs",
      "pattern-arrivals",
      "memory-declared",
      "load-latency",
      "load-execution",
      "clocks-agree",
      "label-noise",
      "label-sensitivity",
    ];
    for (const id of fails) assert.equal(said.get(id)?.verdict, "fail", id);
    for (const id of [
      "payload-sizes",
      "time-windows",
      "load-patterns",
      "forbidden-features",
      "duplicates",
      "time-order",
      "payload-actual",
    ])
      assert.equal(said.get(id)?.verdict, "pass", id);
    assert.equal(audit.attainability?.distinctVectors, 159);
    assert.match(said.get("windows-clock")!.evidence, /UTC\+6, 58\.7 %/);
    assert.match(
      said.get("continued-runs")!.evidence,
      /late_night, ramp_load .* the end of morning_peak, ramp_load/,
    );
    assert.match(
      said.get("balance")!.evidence,
      /628 answered requests of ecs against 5,817 of lambda/,
    );
    assert.match(
      said.get("field-types")!.evidence,
      /metrics\.memory_used_mb \(ECS number 40,456; Lambda string 47,705\)/,
    );
    assert.match(
      said.get("task-declared")!.evidence,
      /No ECS request records the size of its task/,
    );
    assert.match(said.get("load-execution")!.evidence, /thumbnail_processing on ecs 0\.\d+ times/);
    assert.match(said.get("ceiling")!.evidence, /because of noise/);
  },
);

test(
  "the author's first campaign: one payload size a workload",
  needsSharedData("fixed-payload-sample"),
  async () => {
    const { requests } = await readRequests(sharedData("fixed-payload-sample")!);
    const said = new Map(
      runAudit(auditRequests(requests, { labelling: THESIS_TERMS })).checks.map((check) => [
        check.id,
        check,
      ]),
    );
    assert.deepEqual(
      [said.get("payload-sizes")!.verdict, said.get("payload-sizes")!.value],
      ["fail", 1],
    );
    assert.match(said.get("aliased-factors")!.evidence, /workload and payload size are one/);
    assert.equal(said.get("load-patterns")!.verdict, "fail");
  },
);
