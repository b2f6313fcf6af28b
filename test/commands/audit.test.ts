import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { AuditJson } from "lib/audit";
import { readPlan } from "lib/campaign";
import { createRandom } from "lib/statistics";
import { needsSharedData, sharedData } from "../shared-data.js";
import { assertShape } from "./schemas.js";
import { scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

const checkOf = (audit: AuditJson, id: string): AuditJson["checks"][number] =>
  audit.checks.find((check) => check.id === id)!;

test(
  "the first campaign has one payload size a workload, and the exit status says that it fails",
  needsSharedData("fixed-payload-sample"),
  () => {
    const logs = sharedData("fixed-payload-sample")!;
    const audit = studyJson<AuditJson>(["audit", logs], 1);
    assertShape("audit", audit);
    assert.deepEqual([audit.verdict, audit.rows + audit.quarantined], ["fail", 1528]);
    const sizes = checkOf(audit, "payload-sizes");
    assert.deepEqual([sizes.value, sizes.verdict, sizes.offenders.length], [1, "fail", 4]);
    assert.ok(sizes.offenders.every(({ count }) => count === 1));
    const text = study(["audit", logs, "--no-fail"]);
    assert.equal(text.status, 0);
    assert.match(text.stdout, /✗ fail +payload-sizes/);
    // Read in a terminal: no line is longer than 120 columns, and nothing of the evidence is lost
    // by that.
    assert.deepEqual(
      text.stdout.split("\n").filter((printed) => printed.length > 120),
      [],
    );
    const flat = text.stdout.replace(/\s+/g, " ");
    for (const { id, evidence } of audit.checks) assert.ok(flat.includes(`${id}: ${evidence}`), id);
    // The causes come first, each with the checks below it.
    assert.match(flat, /What is wrong: \d causes for 13 failing checks/);
    for (const { title, fails } of audit.causes)
      assert.match(flat, new RegExp(`\\d ${title}.*Checks: ${fails.join(", ")}`));
    assert.deepEqual(
      audit.causes.flatMap(({ fails }) => fails).sort(),
      audit.checks
        .filter(({ verdict }) => verdict === "fail")
        .map(({ id }) => id)
        .sort(),
    );
  },
);

test(
  "accepted findings stay visible with their reason and fail nothing; rows at fault are written",
  needsSharedData("fixed-payload-sample"),
  (t) => {
    const logs = sharedData("fixed-payload-sample")!;
    const rows = path.join(scratchFolder(t), "rows");
    const asked = ["audit", logs, "--only", "memory-declared,unanswered,payload-actual"];
    const accept = ["--accept", 'memory-declared=the deployed "256 MB" are meant'];
    assert.equal(study(asked).status, 1);
    const accepted = studyJson<AuditJson>([...asked, ...accept, "--rows", rows], 0);
    assertShape("audit", accepted);
    assert.deepEqual(accepted.accepted, { "memory-declared": 'the deployed "256 MB" are meant' });
    assert.equal(checkOf(accepted, "memory-declared").verdict, "fail");
    const text = study([...asked, ...accept]);
    assert.match(
      text.stdout,
      /✗ fail +memory-declared:[^→]*accepted: the deployed "256 MB" are meant/,
    );
    assert.match(text.stdout, /3 checks 1 fail, 1 warn, 0 pass; 1 accepted/);
    const lines = readFileSync(path.join(rows, "memory-declared.csv"), "utf8").trim().split("\n");
    assert.equal(lines.length, 601);
    assert.match(lines[1], /^\S+\.jsonl,\d+\s*$/);
    assert.deepEqual(readdirSync(rows).sort(), ["memory-declared.csv", "unanswered.csv"]);
    for (const bad of ["memory-declared", "memory-declared=", "no-such-check=because"])
      assert.equal(study([...asked, "--accept", bad]).status, 2, bad);
  },
);

test("a planted leak in a labelled table is found; thresholds and choices are passed on", (t) => {
  const random = createRandom(1);
  const rows = Array.from({ length: 400 }, (_, row) => {
    const label = Number(random.uniform() < 0.5);
    return [row % 5, random.uniform() < 0.5 ? "a" : "b", label === 1 ? "won" : "lost", label].join(
      ",",
    );
  });
  const table = path.join(scratchFolder(t), "table.csv");
  writeFileSync(table, `size,kind,verdict,y\n${rows.join("\n")}\n`);
  const leaking = studyJson<AuditJson>(["audit", table, "--label", "y"], 1);
  assertShape("audit", leaking);
  const power = checkOf(leaking, "single-feature-power");
  assert.equal(power.verdict, "fail");
  assert.match(power.evidence, /verdict/);
  assert.deepEqual(leaking.attainability?.best1, { features: ["verdict"], accuracy: 1 });
  const honest = studyJson<AuditJson>([
    "audit",
    table,
    "--label",
    "y",
    "--features",
    "size,kind",
    "--only",
    "single-feature-power",
  ]);
  assert.deepEqual(
    honest.checks.map(({ id, verdict }) => [id, verdict]),
    [["single-feature-power", "pass"]],
  );
});

test("collected logs are held against the plan of their collection, unless another is named", (t) => {
  const folder = scratchFolder(t);
  const file = tinyPlan(folder);
  const logs = path.join(folder, "logs");
  assert.equal(study(["simulate", "--plan", file, "--seed", "1", "--out", logs]).status, 0);
  const verdictOf = (...options: string[]): string => {
    const asked = ["audit", logs, "--only", "planned-counts", "--no-fail", ...options];
    return checkOf(studyJson<AuditJson>(asked, 0), "planned-counts").verdict;
  };
  assert.equal(verdictOf(), "not applicable");
  writeFileSync(path.join(logs, "collection.json"), JSON.stringify({ plan: readPlan(file) }));
  assert.equal(verdictOf(), "pass");
  assert.equal(verdictOf("--plan", "none"), "not applicable");
  assert.equal(verdictOf("--plan", "variance"), "fail");
});
