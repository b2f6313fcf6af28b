import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { scratchRun } from "../scratch-run.js";
import { assertShape } from "./schemas.js";
import { assertRefused, scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

interface RunJson {
  verdict: string;
  gates: { id: string; verdict: string }[];
  notebooks: { name: string; status: string }[];
  report: string | null;
}

test(
  "one notebook over a small campaign's logs: gates, report, and the status that --strict asks " +
    "for",
  (t) => {
    const folder = scratchFolder(t);
    const logs = path.join(folder, "logs");
    const run = scratchRun(t, "run");
    studyJson(["simulate", "--plan", tinyPlan(folder), "--out", logs]);
    // Two windows of five are a failed gate; only --strict makes it the exit status.
    const result = studyJson<RunJson>(
      ["run", "--data", logs, "--run", run, "--only", "01", "--strict"],
      1,
    );
    assertShape("run", result);
    assert.deepEqual(
      result.notebooks.map(({ name, status }) => [name, status]),
      [["01_variance_audit", "done"]],
    );
    assert.equal(result.gates.find(({ id }) => id === "time-windows")!.verdict, "fail");
    assert.equal(result.verdict, "fail");
    assert.equal(result.report, path.join("processed-data", run, "report", "index.html"));
    assert.ok(existsSync(result.report));
  },
);

test("a run that is refused deletes nothing of the one before", (t) => {
  const run = scratchRun(t, "refused");
  const kept = path.join("processed-data", run, "kept.json");
  mkdirSync(path.dirname(kept));
  writeFileSync(kept, "{}");
  for (const mistake of [
    ["--cell-limit", "soon"],
    ["--seed", "x"],
    ["--data", "/nowhere"],
    ["--only", "99"],
    ["--data", path.dirname(kept)],
  ]) {
    assertRefused(study(["run", "--run", run, ...mistake]), /./);
    assert.ok(existsSync(kept), mistake.join(" "));
  }
});

test(
  "a run that another process is writing is refused; the claim of a process that is gone " +
    "counts no more",
  (t) => {
    const run = scratchRun(t, "claimed");
    const claim = path.join("processed-data", `${run}.lock`);
    t.after(() => rmSync(claim, { force: true }));
    writeFileSync(claim, JSON.stringify([{ pid: process.pid, started: null }]));
    assertRefused(
      study(["run", "--run", run, "--only", "06"]),
      new RegExp(`process ${process.pid} is writing the run "${run}".*remove .*${run}\\.lock`),
    );
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(claim, JSON.stringify([{ pid, started: null }]));
    study(["run", "--run", run, "--only", "06"]); // which has nothing to go on with, and says so
    assert.ok(!existsSync(claim));
  },
);
