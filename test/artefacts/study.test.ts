import { test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  beginRun,
  chooseRun,
  collectGates,
  DEFAULT_PLAN,
  loadCampaign,
  openStudy,
  PROJECT_ROOT,
  readManifest,
  STORY_PLANS,
} from "lib/artefacts";
import { judgeGate, shippedPlan } from "lib/campaign";
import { findPairs } from "lib/requests";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { scratchRun } from "../scratch-run.js";

// The environment chooses runs too; these tests state theirs.
for (const name of ["STUDY_DATA", "STUDY_SEED", "STUDY_RUN"]) delete process.env[name];

const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

test("what one notebook writes another reads; the manifest holds both with their SHA-256", async (t) => {
  const run = scratchRun(t, "handed-on");
  const first = openStudy("01_first", { run, seed: 7 });
  first.writeJson("deep/answer.json", { answer: 42 });
  first.writeCsv("rows.csv", [
    { name: 'a "b", c', ms: 1.5 },
    { name: "d", ms: 2 },
  ]);
  await first.write("by-other-means", (folder) => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "a.txt"), "here");
  });
  const input = { file: "logs/a.jsonl", sha256: sha256("a line") };
  first.finish([], [input]);

  const second = openStudy("02_second", { run, seed: 7 });
  assert.deepEqual(second.readJson("deep/answer.json", "01_first"), { answer: 42 });
  assert.equal(
    Buffer.from(second.readBytes("rows.csv", "01_first")).toString(),
    'name,ms\n"a ""b"", c",1.5\nd,2\n',
  );
  second.finish();

  const manifest = readManifest(second.folder)!;
  assert.deepEqual(
    [manifest.run, manifest.source.kind, manifest.source.location, manifest.seed],
    [run, "simulated", null, 7],
  );
  assert.deepEqual(Object.keys(manifest.notebooks), ["01_first", "02_second"]);
  const { inputs, outputs, machine, packages, code } = manifest.notebooks["01_first"];
  assert.deepEqual(inputs, [input]);
  assert.deepEqual(
    outputs,
    ["by-other-means/a.txt", "deep/answer.json", "rows.csv"].map((file) => ({
      file,
      sha256: sha256(readFileSync(first.path(file))),
    })),
  );
  assert.deepEqual(manifest.notebooks["02_second"].outputs, []);
  assert.deepEqual(manifest.notebooks["02_second"].inputs, outputs.slice(1));
  assert.deepEqual(
    [machine.node, machine.cpus, machine.cpu],
    [process.version, os.cpus().length, os.cpus()[0].model.trim()],
  );
  assert.match(packages.arquero, /^\d+\.\d+/);
  assert.match(code.commit ?? "", existsSync(".git") ? /^[0-9a-f]{40}$/ : /^$/);
});

test("no file but the manifest tells when or where it was made", (t) => {
  const run = scratchRun(t, "repeats");
  const bytes = (): string => {
    const study = openStudy("01_first", { run, seed: 7 });
    study.writeJson("a.json", { seed: study.seed });
    study.finish([judgeGate("time-windows", 5, "5 windows")]);
    return ["a.json", "gates/01_first.json"]
      .map((file) => readFileSync(study.path(file), "utf8"))
      .join("");
  };
  const once = bytes();
  assert.equal(bytes(), once);
  assert.ok(!once.includes(PROJECT_ROOT));
});

test("an artefact stays inside its run's folder", (t) => {
  const study = openStudy("01_first", { run: scratchRun(t, "inside") });
  for (const name of [
    "../escaped.txt",
    "a/../../escaped.txt",
    "/tmp/escaped.txt",
    "..",
    ".",
    `../${study.run}-beside/escaped.txt`,
  ]) {
    assert.throws(() => study.writeText(name, "out"), /stays inside its run's folder/, name);
    assert.throws(() => study.readBytes(name, "01_first"), /stays inside its run's folder/, name);
  }
  assert.ok(!existsSync(path.join(PROJECT_ROOT, "processed-data", "escaped.txt")));
});

test("what is not there is answered with the notebook to run", (t) => {
  const run = scratchRun(t, "missing");
  const study = openStudy("04_training", { run });
  assert.equal(study.exists("labelled.arrow"), false);
  assert.throws(
    () => study.readBytes("labelled.arrow", "03_percentile_labeling"),
    new RegExp(
      `processed-data/${run}/labelled\\.arrow is not there: run notebook ` +
        "03_percentile_labeling first",
    ),
  );
});

test("gates are kept by notebook, and collected in the notebooks' order", (t) => {
  const run = scratchRun(t, "gates");
  const windows = judgeGate("time-windows", 4, "4 windows");
  const accuracy = judgeGate("accuracy", 0.8, "80 %");
  openStudy("04_training", { run }).finish([accuracy]);
  openStudy("02_none", { run }).finish();
  openStudy("01_audit", { run }).finish([judgeGate("time-windows", 9, "of an earlier run")]);
  openStudy("01_audit", { run }).finish([windows]);
  assert.deepEqual(collectGates(run), [
    { ...windows, notebook: "01_audit", stale: null },
    { ...accuracy, notebook: "04_training", stale: null },
  ]);
  assert.deepEqual(collectGates(`${run}-that-is-not`), []);
});

test("without options a notebook goes on with the run of the one before", (t) => {
  const run = scratchRun(t, "goes-on");
  const logs = logFolder(temporaryFolder(t), "logs", "{}");
  openStudy("01_first", { run, seed: 11, data: logs });
  const settings = { stated: { seed: 11 }, options: [] };
  assert.deepEqual(chooseRun({}), { run, data: logs, seed: 11, settings });
});

test("without data the story ends with a campaign of pairs, which the later notebooks go on with", async (t) => {
  assert.equal(STORY_PLANS.at(-1), DEFAULT_PLAN);
  assert.deepEqual(
    STORY_PLANS.map((plan) => shippedPlan(plan).duet ?? false),
    [false, false, true],
  );
  const study = openStudy("01_first", { run: scratchRun(t, "story"), seed: 7 });
  const { requests } = await loadCampaign(study);
  const { count, halvesAlone } = findPairs(requests);
  assert.ok(count > 10_000);
  assert.deepEqual([2 * count, halvesAlone.length], [requests.rowCount, 0]);
  study.finish();
  const [{ file }] = readManifest(study.folder)!.notebooks["01_first"].inputs;
  assert.equal(file, `logs/${DEFAULT_PLAN}`);
});

test("options come before the environment, which comes before the last run", (t) => {
  t.after(() =>
    ["STUDY_SEED", "STUDY_RUN", "STUDY_DATA"].forEach((name) => delete process.env[name]),
  );
  Object.assign(process.env, {
    STUDY_SEED: "5",
    STUDY_RUN: "by-environment",
    STUDY_DATA: "s3://bucket/logs//",
  });
  assert.deepEqual(chooseRun({}), {
    run: "by-environment",
    data: "s3://bucket/logs",
    seed: 5,
    settings: null,
  });
  assert.deepEqual(chooseRun({ seed: 6, run: "by-option" }), {
    run: "by-option",
    data: "s3://bucket/logs",
    seed: 6,
    settings: null,
  });
  process.env.STUDY_SEED = "five";
  assert.throws(() => chooseRun({}), /a seed is a whole number, not five/);
  // An empty STUDY_DATA is how the batch run says that the campaign is simulated.
  process.env.STUDY_DATA = "";
  assert.equal(chooseRun({ seed: 6 }).data, null);
});

test("a seed is a whole number", () => {
  for (const seed of [1.5, NaN, Infinity, 2 ** 53])
    assert.throws(() => chooseRun({ seed }), /a seed is a whole number/);
});

test("a run's name is a folder's name, whatever was given", () => {
  const named = (run: string): string => chooseRun({ run, seed: 1 }).run;
  assert.deepEqual(["a b/c", "../../etc", "/root", "..hidden", "v1.2_x-y", "é"].map(named), [
    "a-b-c",
    "-..-etc",
    "-root",
    "hidden",
    "v1.2_x-y",
    "-",
  ]);
  for (const run of ["..", ".", ""]) assert.throws(() => named(run), /cannot name a run/);
  assert.equal(chooseRun({ seed: 3 }).run, "simulated-duet-3");
});

/** A folder of logs with one file. */
function logFolder(parent: string, name: string, line: string): string {
  const folder = path.join(parent, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "a.jsonl"), `${line}\n`);
  return folder;
}

test("logs of one name and other content are another run; the same logs elsewhere are the same", (t) => {
  const parent = temporaryFolder(t);
  const named = (data: string, seed = 42): string => chooseRun({ data, seed }).run;
  const first = logFolder(parent, "A/my logs", "1");
  const other = logFolder(parent, "B/my logs", "2");
  const copy = logFolder(parent, "C/my logs", "1");
  assert.match(named(first), /^my-logs-[0-9a-f]{6}$/);
  assert.notEqual(named(first), named(other));
  assert.equal(named(first), named(copy));
  assert.equal(named(first, 7), `${named(first)}-seed-7`);
  writeFileSync(path.join(copy, "b.jsonl"), "3\n");
  assert.notEqual(named(first), named(copy));
  assert.match(named("s3://bucket/my logs/"), /^my-logs-[0-9a-f]{6}$/);
  assert.notEqual(named("s3://bucket/logs"), named("s3://other/logs"));
  assert.throws(() => named(path.join(parent, "none")), /there is no .*none: check the path/);
  assert.throws(() => named(temporaryFolder(t)), /no log under/);
});

test("logs that were collected are held against the plan of their collection, others against none", (t) => {
  const logs = temporaryFolder(t);
  writeFileSync(path.join(logs, "logs.jsonl"), "{}\n");
  const opened = (name: string) =>
    openStudy("01_first", { run: scratchRun(t, name), data: logs, seed: 42 });
  assert.equal(opened("uncollected").plan, null);
  const plan = { ...shippedPlan("duet-local"), name: "own" };
  writeFileSync(path.join(logs, "collection.json"), JSON.stringify({ plan }));
  assert.deepEqual(opened("collected").plan, plan);
});

test("a run remembers its logs and its seed; others are refused", (t) => {
  const parent = temporaryFolder(t);
  const run = scratchRun(t, "remembers");
  const logs = logFolder(parent, "A/logs", "1");
  const other = logFolder(parent, "B/logs", "2");
  const remembered = beginRun({ run, data: logs, seed: 42, settings: null }).source;
  assert.deepEqual([remembered.name, remembered.location], ["logs", logs]);
  assert.throws(
    () => openStudy("02_second", { run, data: other, seed: 42 }),
    /holds a run of other logs \("logs"\): give this one another name \(--run NAME.*or delete/,
  );
  assert.throws(() => openStudy("02_second", { run, data: logs, seed: 7 }), /of seed 42, not 7/);
  assert.throws(
    () => beginRun({ run, data: null, seed: 42, settings: null }),
    /of the logs "logs", not of simulated/,
  );
  const moved = path.join(parent, "moved");
  renameSync(logs, moved);
  assert.equal(openStudy("02_second", { run, data: moved, seed: 42 }).run, run);
});

test("what is not written to its end does not take the place of what was", async (t) => {
  const study = openStudy("01_first", { run: scratchRun(t, "whole"), seed: 7 });
  await study.write("folder", (folder) => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "old"), "whole");
  });
  await assert.rejects(
    study.write("folder", (folder) => {
      mkdirSync(folder);
      writeFileSync(path.join(folder, "new"), "ha");
      throw new Error("killed");
    }),
    /killed/,
  );
  assert.deepEqual(readdirSync(study.path("folder")), ["old"]);
  await study.write("folder", (folder) => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "new"), "half");
  });
  assert.deepEqual(readdirSync(study.path("folder")), ["new"]);
  study.finish();
  assert.deepEqual(readdirSync(study.folder).sort(), ["folder", "manifest.json"]);
});
