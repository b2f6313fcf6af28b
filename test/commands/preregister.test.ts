import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { Manifest } from "lib/artefacts";
import { scratchRun } from "../scratch-run.js";
import { assertShape } from "./schemas.js";
import { assertRefused, scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

interface Run {
  preregistration: { sha256: string; departures: { where: string; run: string }[] };
}

test("a run tells its departures in its JSON, its manifest, the terminal and the report", (t) => {
  const folder = scratchFolder(t);
  const plan = tinyPlan(folder);
  const file = path.join(folder, "frozen.json");
  const logs = path.join(folder, "logs");
  const run = scratchRun(t, "frozen");
  studyJson(["simulate", "--plan", plan, "--out", logs]);
  const { sha256 } = studyJson<{ sha256: string }>(["preregister", plan, "--to", file]);
  const told = studyJson<Run>([
    "run",
    "--data",
    logs,
    "--run",
    run,
    "--only",
    "01",
    "--seed",
    "5",
    "--preregistered",
    file,
  ]);
  assertShape("run", told);
  assert.equal(told.preregistration.sha256, sha256);
  assert.deepEqual(
    told.preregistration.departures.map(({ where }) => where),
    ["seed", "label", "primary outcome"],
  );
  const inRun = (name: string): string =>
    readFileSync(path.join("processed-data", run, name), "utf8");
  const { preregistration } = JSON.parse(inRun("manifest.json")) as Manifest;
  assert.deepEqual(preregistration, told.preregistration);
  const page = inRun("report/index.html");
  assert.match(page, /<h2 id="preregistration">/);
  assert.ok(page.includes(sha256) && page.includes("seed is 42"));

  writeFileSync(file, readFileSync(file, "utf8").replace('"seed": 42', '"seed": 5'));
  assertRefused(
    study(["run", "--data", logs, "--run", run, "--only", "01", "--preregistered", file]),
    /was changed since it was frozen/,
  );
});

test("preregister says what it needs", () => {
  assertRefused(study(["preregister"]), /name a plan/);
  assertRefused(study(["preregister", "duet"]), /--to FILE/);
  assertRefused(study(["preregister", "duet", "--to", "x", "--primary", "luck"]), /no gate/);
  assertRefused(study(["export"]), /name a run/);
  assertRefused(study(["export", "no-such-run", "--to", "x"]), /is no run/);
});
