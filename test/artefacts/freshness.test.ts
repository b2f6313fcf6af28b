import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  campaignLocation,
  collectGates,
  loadCampaign,
  loadModels,
  openStudy,
  PROJECT_ROOT,
  staleNotebooks,
  type Study,
} from "lib/artefacts";
import { judgeGate } from "lib/campaign";
import { temporaryFolder } from "../runner/temporary-notebooks.js";
import { scratchRun } from "../scratch-run.js";

/** A study of four steps, each made from the ones before, as 01, 03, 04 and 06 are. */
const STEPS: Readonly<Record<string, (study: Study, content: string) => void | Promise<void>>> = {
  "01_variance_audit": (study, content) => study.writeText("requests.arrow", content),
  "03_percentile_labeling": (study, content) => {
    study.readBytes("requests.arrow", "01_variance_audit");
    study.writeText("labelled.arrow", content);
  },
  "04_training": async (study, content) => {
    study.readBytes("labelled.arrow", "03_percentile_labeling");
    await study.write("models/forest", (folder) => {
      mkdirSync(folder);
      writeFileSync(path.join(folder, "header.json"), content);
    });
    study.writeText("training.json", content);
  },
  "06_routing_value": (study, content) => {
    study.readBytes("labelled.arrow", "03_percentile_labeling");
    study.pathOf("models/forest", "04_training");
    study.writeText("routing.json", content);
  },
};

async function step(run: string, notebook: string, content = "as ever"): Promise<void> {
  const study = openStudy(notebook, { run, seed: 1 });
  await STEPS[notebook](study, content);
  study.finish([judgeGate("accuracy", 0.8, notebook)]);
}

async function all(run: string): Promise<void> {
  for (const notebook of Object.keys(STEPS)) await step(run, notebook);
}

test("labels written again stop what reads the models of the old ones, and say what to run", async (t) => {
  const run = scratchRun(t, "stale");
  await all(run);
  assert.deepEqual(staleNotebooks(run), {});
  await step(run, "03_percentile_labeling", "other margins");
  const why = "labelled.arrow was written again after models/: run notebook 04_training again";
  await assert.rejects(step(run, "06_routing_value"), new RegExp(`${run}: ${why}$`));
  assert.deepEqual(staleNotebooks(run), { "04_training": why, "06_routing_value": why });
  await step(run, "04_training");
  // The models came out the same, from other labels: what 06 says of them is still of the old ones.
  assert.deepEqual(Object.keys(staleNotebooks(run)), ["06_routing_value"]);
  await step(run, "06_routing_value");
  assert.deepEqual(staleNotebooks(run), {});
});

test("the first notebook that is stale is the one to run, however far back", async (t) => {
  const run = scratchRun(t, "far-back");
  await all(run);
  await step(run, "01_variance_audit", "other requests");
  await assert.rejects(
    step(run, "06_routing_value"),
    /requests\.arrow was written again after labelled\.arrow: run notebook 03_percentile_labeling/,
  );
});

test("a notebook run again with the same result makes nothing stale", async (t) => {
  const run = scratchRun(t, "same-again");
  await all(run);
  await step(run, "03_percentile_labeling");
  assert.deepEqual(staleNotebooks(run), {});
  await step(run, "06_routing_value");
});

test("the gates of a stale notebook have neither value nor verdict", async (t) => {
  const run = scratchRun(t, "gates-stale");
  await all(run);
  await step(run, "03_percentile_labeling", "other margins");
  const shown = collectGates(run).map(({ notebook, value, verdict, stale }) => [
    notebook,
    value,
    verdict,
    stale !== null,
  ]);
  assert.deepEqual(shown, [
    ["01_variance_audit", 0.8, "pass", false],
    ["03_percentile_labeling", 0.8, "pass", false],
    ["04_training", null, "not applicable", true],
    ["06_routing_value", null, "not applicable", true],
  ]);
});

test("what a notebook left that did not finish is refused, and so is what was changed by hand", async (t) => {
  const run = scratchRun(t, "unfinished");
  await step(run, "01_variance_audit");
  await STEPS["03_percentile_labeling"](
    openStudy("03_percentile_labeling", { run, seed: 1 }),
    "not to its end",
  );
  const refused =
    /labelled\.arrow is not as a finished notebook left it: run notebook 03_percentile_labeling/;
  await assert.rejects(step(run, "04_training"), refused);
  await step(run, "03_percentile_labeling");
  await step(run, "04_training");
  writeFileSync(openStudy("04_training", { run, seed: 1 }).path("labelled.arrow"), "by hand");
  await assert.rejects(step(run, "06_routing_value"), refused);
});

test("an input that changes while a notebook is open is noticed when it is read again", async (t) => {
  const run = scratchRun(t, "while-open");
  await all(run);
  const open = openStudy("04_training", { run, seed: 1 });
  open.readBytes("labelled.arrow", "03_percentile_labeling");
  await step(run, "03_percentile_labeling", "other margins");
  assert.throws(
    () => open.readBytes("labelled.arrow", "03_percentile_labeling"),
    /labelled\.arrow changed while this notebook was open: run notebook 04_training again from/,
  );
});

test("models that lack a family of today name the notebook that trains", async (t) => {
  const run = scratchRun(t, "no-family");
  const study = openStudy("04_training", { run, seed: 1 });
  study.writeJson("training.json", { best: "random-forest" });
  study.finish();
  await assert.rejects(
    loadModels(openStudy("06_routing_value", { run, seed: 1 })),
    /models\/random-forest is not there: run notebook 04_training first/,
  );
});

const LINE = {
  request_id: "1",
  platform: "lambda",
  workload_type: "thumbnail_processing",
  timestamp: "2025-11-22T19:35:44.999",
  http_status: 200,
  response_time_ms: 1290,
  metrics: { execution_time_ms: 382.1, memory_limit_mb: "256", cold_start: false },
  simulated: true,
};

test("logs that change within a run are refused where they are read again", async (t) => {
  const run = scratchRun(t, "logs-change");
  const logs = temporaryFolder(t);
  const write = (ms: number): void =>
    writeFileSync(
      path.join(logs, "a.jsonl"),
      `${JSON.stringify({ ...LINE, response_time_ms: ms })}\n`,
    );
  write(1290);
  const open = (notebook: string): Study => openStudy(notebook, { run, data: logs, seed: 1 });
  const audit = open("01_variance_audit");
  await loadCampaign(audit);
  audit.writeText("requests.arrow", "of these logs");
  audit.finish();
  assert.equal(campaignLocation(open("06_routing_value")), logs);
  write(1300);
  assert.throws(
    () => campaignLocation(open("06_routing_value")),
    /are not those that requests\.arrow was made from: run notebook 01_variance_audit again/,
  );
  await assert.rejects(
    loadCampaign(open("01_variance_audit")),
    /are not those that the run ".*" began with: run all notebooks/,
  );
});

test("a notebook that is killed while it writes leaves the old artefact whole", (t) => {
  const run = scratchRun(t, "killed");
  const script = (body: string): string =>
    `import { openStudy } from "lib/artefacts"; import * as fs from "node:fs";
     const study = openStudy("04_training", { run: ${JSON.stringify(run)}, seed: 1 });
     await study.write("models", (folder) => { fs.mkdirSync(folder); ${body} });
     study.finish();`;
  const execute = (body: string): string | null =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script(body)], { cwd: PROJECT_ROOT })
      .signal;
  assert.equal(execute('fs.writeFileSync(folder + "/a", "old"); '), null);
  assert.equal(
    execute('fs.writeFileSync(folder + "/b", "new"); process.kill(process.pid, "SIGKILL");'),
    "SIGKILL",
  );
  const study = openStudy("06_routing_value", { run, seed: 1 });
  assert.deepEqual(readdirSync(study.path("models")), ["a"]);
  assert.ok(existsSync(study.pathOf("models", "04_training")));
});
