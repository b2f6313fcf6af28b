import { test, type TestContext } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { loadCampaign, loadRequests, openStudy, saveLabels, saveRequests } from "lib/artefacts";
import { labelledRequests } from "lib/attainability";
import { labelGates, labelRequests } from "lib/labels";
import { scratchRun } from "../scratch-run.js";
import { assertRefused, scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

interface ComparisonJson {
  options: string[];
  gates: { id: string; here: { value: number } | null; there: { value: number } | null }[];
  labels: { compared: number; changed: number; onlyHere: number; onlyThere: number } | null;
  accuracies: unknown[];
}

/** Notebooks 01 and 03 of a run, as far as labels go. */
async function labelled(t: TestContext, name: string, data: string, set: string[]) {
  const run = scratchRun(t, name);
  const audit = openStudy("01_variance_audit", { run, data, seed: 42, set });
  const { requests, digests } = await loadCampaign(audit);
  saveRequests(audit, requests);
  audit.finish([], digests);
  // By hand, without options: a notebook goes on as the run began.
  const own = openStudy("03_percentile_labeling", { run, data, seed: 42 });
  const read = loadRequests(own);
  const labels = labelRequests(read, own.labelling);
  saveLabels(own, read, labels, labelledRequests(read, labels, own.featureSets));
  own.finish(own.judged(labelGates(read, labels)));
  return { run, balanced: labels.balancedOptimal };
}

test("two studies of the same logs side by side: options, gates, and the labels that changed", async (t) => {
  const folder = scratchFolder(t);
  const data = path.join(folder, "logs");
  studyJson(["simulate", "--plan", tinyPlan(folder), "--out", data]);
  const usual = await labelled(t, "usual", data, ["label.failures=dropped"]);
  const set = ["label.margin=0.6", "label.clock=response", "gates.label-share.low=0.01"];
  const other = await labelled(t, "other", data, [...set, "label.failures=dropped"]);
  const changed = usual.balanced.filter((label, row) => label !== other.balanced[row]).length;
  assert.ok(changed > 0);
  const compare = ["run", "--data", data, "--run", other.run, "--compare", usual.run];
  const compared = studyJson<ComparisonJson>(compare);
  assert.deepEqual(compared.options, [
    "label.clock response, not the usual",
    "label.latencyMargin 0.6, not 0.1",
    "label.costMargin 0.6, not 0.1",
    "gates.label-share.low 0.01, not 0.2",
  ]);
  assert.equal(compared.labels!.changed, changed);
  const share = compared.gates.find(({ id }) => id === "label-share")!;
  assert.notEqual(share.here!.value, share.there!.value);
  assert.deepEqual(compared.accuracies, []);
  const text = study(compare).stdout;
  assert.ok(text.includes(`Labels: ${changed} of `), text);
  assert.match(text, /neither run has trained models/);
  assertRefused(study([...compare.slice(0, -1), "no-such-run"]), /holds no run of this version/);
});

test("a run is of one study: other options are refused, with what differs", async (t) => {
  const folder = scratchFolder(t);
  const data = path.join(folder, "logs");
  studyJson(["simulate", "--plan", tinyPlan(folder), "--out", data]);
  const { run } = await labelled(t, "one-study", data, ["label.margin=0.2"]);
  const open = (set: string[]) => openStudy("04_training", { run, data, seed: 42, set });
  assert.deepEqual(open([]).settings.options, [
    { option: "label.margin", value: 0.2, usual: 0.1, from: "--set" },
  ]);
  assert.equal(open(["label.margin=0.2"]).labelling.costMargin, 0.2);
  assert.throws(
    () => open(["label.margin=0.3"]),
    /another study \(label\.latencyMargin 0\.2, not 0/,
  );
  assertRefused(
    study(["audit", data, "--set", "label.margin=7"]),
    /--set: label\.margin is 7; it must be a number of 0 or more and up to 1/,
  );
});
