import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadRequests, openStudy, saveLabels } from "lib/artefacts";
import { labelledRequests } from "lib/attainability";
import { THESIS_TERMS, labelRequests } from "lib/labels";
import { scratchRun } from "../scratch-run.js";
import { scratchFolder, study, studyJson } from "./study-command.js";

/** A day of the duet, in which every factor varies. */
const SMALL_PLAN = `extends: duet
name: small
title: A small campaign
days: 1
`;

interface RunJson {
  verdict: string;
  notebooks: { status: string }[];
  gates: { id: string; value: number | null; verdict: string }[];
}

/** Notebook 03 as somebody runs it by hand who has changed its margins. */
function labelByHand(run: string, data: string, margin: number): void {
  const labelling = openStudy("03_percentile_labeling", { run, data, seed: 42 });
  const requests = loadRequests(labelling);
  const margins = { latencyMargin: margin, costMargin: margin };
  const labels = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "request-vs-median",
    ...margins,
  });
  saveLabels(labelling, requests, labels, labelledRequests(requests, labels));
  labelling.finish();
}

test("all six notebooks run, one after the other, and none on labels that its models do not know", (t) => {
  const folder = scratchFolder(t);
  const plan = path.join(folder, "small.yml");
  const logs = path.join(folder, "logs");
  const run = scratchRun(t, "whole");
  writeFileSync(plan, SMALL_PLAN);
  studyJson(["simulate", "--plan", plan, "--out", logs]);
  const { notebooks, gates } = studyJson<RunJson>(["run", "--data", logs, "--run", run]);
  assert.deepEqual(
    notebooks.map(({ status }) => status),
    Array.from({ length: 6 }, () => "done"),
  );
  assert.equal(new Set(gates.map(({ id }) => id)).size, 20);
  for (const file of [
    "labelled.arrow",
    "models",
    "importance.json",
    "routing.json",
    "router",
    "report/index.html",
  ])
    assert.ok(existsSync(path.join("processed-data", run, file)), file);

  labelByHand(run, logs, 0.15);
  const only = ["run", "--data", logs, "--run", run, "--only", "06"];
  const why = "labelled.arrow was written again after models/: run notebook 04_training again";
  const refused = study([...only, "--json"]);
  assert.equal(refused.status, 2);
  assert.ok(refused.stderr.includes(why), refused.stderr);
  const shown = JSON.parse(refused.stdout) as RunJson;
  const accuracy = shown.gates.find(({ id }) => id === "accuracy")!;
  assert.deepEqual([accuracy.value, accuracy.verdict], [null, "not applicable"]);
  const printed = study(only).stdout.replace(/\s+/g, " ");
  assert.ok(printed.includes(`Stale: ${why}`), printed);
  assert.match(printed, /– stale Accuracy of the best model: no value, wanted .+ \(accuracy\)/);
  assert.match(printed, /Was it learned\? Not known: labelled\.arrow was written again/);
  const page = (name: string): string =>
    readFileSync(path.join("processed-data", run, "report", name), "utf8");
  assert.ok(page("04_training.html").includes(why));
  assert.ok(page("index.html").includes(why));
  assert.match(page("03_percentile_labeling.html"), /was run again after this page/);
  assert.doesNotMatch(page("01_variance_audit.html"), /class="stale"/);
});
