import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { openStudy, saveRequests } from "lib/artefacts";
import { LOAD_PATTERNS, TIME_WINDOWS, WORKLOADS } from "lib/campaign";
import type { ExportedModel } from "lib/exports";
import { buildFeatures, labelledTableToArrow } from "lib/features";
import { gradientBoosting, logisticRegression, randomForest, saveModel } from "lib/models";
import { groupIntoCells } from "lib/requests";
import { createRandom } from "lib/statistics";
import { needsXgboost, runPython } from "../exports/debian-xgboost.js";
import { largestDifference, predictByFile, readXgboostFile } from "../exports/xgboost-file.js";
import { tableOf } from "../models/tables.js";
import { requestsOf } from "../requests-of.js";
import { scratchRun } from "../scratch-run.js";
import { assertRefused, scratchFolder, study, studyEach, studyJson } from "./study-command.js";

const ROWS = 500;

/** A run as its notebooks leave it: requests, labels, two models of trees and one that is none. */
async function trainedRun(t: TestContext, name: string): Promise<string> {
  const run = scratchRun(t, name);
  const random = createRandom(name);
  const requests = requestsOf(
    Array.from({ length: ROWS }, (_, row) => ({
      workload: random.integer(WORKLOADS.length),
      timeWindow: random.integer(TIME_WINDOWS.length),
      loadPattern: random.integer(LOAD_PATTERNS.length),
      targetPayloadKb: random.uniform() < 0.1 ? NaN : random.exponential() * 300,
      actualPayloadKb: NaN,
      timestampMs: Date.UTC(2025, 10, 22) + row * 400_000,
    })),
  );
  const features = buildFeatures(requests);
  const size = features.columns[features.names.indexOf("payload_size_kb")];
  const label = Uint8Array.from(size, (kb) => Number((kb || 400) + 200 * random.normal() > 250));
  const first = openStudy("01_variance_audit", { run, seed: 3 });
  saveRequests(first, requests);
  first.finish();
  const second = openStudy("03_percentile_labeling", { run, seed: 3 });
  second.readBytes("requests.arrow", "01_variance_audit");
  const cells = Float64Array.from(groupIntoCells(requests).codeOfRow);
  const extra = { request: Float64Array.from(label.keys()), cell: cells };
  second.writeBytes("labelled.arrow", labelledTableToArrow({ features, label }, extra));
  second.finish();
  const third = openStudy("04_training", { run, seed: 3 });
  third.readBytes("labelled.arrow", "03_percentile_labeling");
  const known = features.names.indexOf("hour_of_day");
  const complete = tableOf({ hour_of_day: features.columns[known] });
  for (const model of [
    await gradientBoosting.fit({ features, label }, { nEstimators: 30 }),
    await randomForest.fit({ features, label }, { nEstimators: 40 }),
    await logisticRegression.fit({ features: complete, label }),
  ])
    await third.write(`models/${model.kind}`, (folder) => saveModel(model, folder));
  third.writeJson("training.json", { best: "random-forest" });
  third.finish();
  return run;
}

interface FromRows {
  heading: string[];
  rows: number[][];
}

function readRows(file: string): FromRows {
  const [heading, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const number = (text: string): number => (text === "" ? NaN : Number(text));
  return {
    heading: heading.split(","),
    rows: lines.map((line) => line.split(",").map(number)),
  };
}

test("a run's models of trees are written with their test rows, and agree with them", async (t) => {
  const run = await trainedRun(t, "export-model");
  const folder = scratchFolder(t);
  const file = (name: string): string => path.join(folder, name);
  for (const kind of ["gradient-boosting", "random-forest"]) {
    const [out, rowsFile] = [file(`new/${kind}.json`), file(`${kind}.csv`)];
    const told = studyJson<ExportedModel>([
      ...["export-model", run, "--model", kind],
      ...["--out", out, "--rows", rowsFile],
    ]);
    assert.deepEqual([told.kind, told.testRows, told.differingRows], [kind, ROWS / 5, 0]);
    assert.deepEqual([told.simulated, told.renamed], [true, {}]);
    assert.ok(told.largestDifference < 1e-6);
    const model = readXgboostFile(readFileSync(out));
    const { heading, rows } = readRows(rowsFile);
    assert.deepEqual(heading, [...told.columns, "label", "probability"]);
    assert.deepEqual(model.learner.feature_names, told.columns);
    assert.equal(rows.length, told.testRows);
    const column = (at: number): number[] => rows.map((row) => row.at(at)!);
    const table = tableOf(Object.fromEntries(told.columns.map((name, at) => [name, column(at)])));
    assert.ok(table.columns.some((values) => values.some(Number.isNaN)));
    assert.ok(largestDifference(predictByFile(model, table), column(-1)) < 1e-6);
    const right = rows.filter((row) => row.at(-1)! > 0.5 === (row.at(-2) === 1)).length;
    assert.ok(right > 0.7 * rows.length, `${right} of ${rows.length}`);
    const { attributes } = model.learner;
    assert.deepEqual([attributes.study_run, attributes.study_data], [run, "simulated"]);
    const codes = JSON.parse(attributes.study_codes) as Record<string, string[]>;
    assert.deepEqual(codes.workload_type_encoded, [...WORKLOADS]);
    // No path of the machine leaves it.
    assert.ok(!readFileSync(out, "utf8").includes(folder));
  }
});

test("the lines that are printed run in Python, and say the same", needsXgboost, async (t) => {
  const run = await trainedRun(t, "export-model-python");
  const folder = scratchFolder(t);
  const file = (name: string): string => path.join(folder, name);
  const paths = ["--out", file('a "model".json'), "--rows", file("its rows.csv")];
  // The run by the way to its folder, as a shell completes it.
  const { status, stdout, stderr } = study(["export-model", `processed-data/${run}/`, ...paths]);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(
    stdout,
    /^Random forest \(of simulated requests\): 41 trees \(one .*\), \d+ nodes, in .* its test rows in /,
  );
  const lines = stdout.split("\n").flatMap((line) => (line.startsWith("  ") ? [line.trim()] : []));
  assert.equal(lines.length, 5);
  assert.ok(Number(runPython(lines.join("\n"))) < 1e-6);
  // The same lines stand in the file, for whoever has no more than it.
  const { attributes } = readXgboostFile(readFileSync(file('a "model".json'))).learner;
  assert.equal(attributes.study_python, lines.join("\n").replaceAll(`${folder}/`, ""));
});

test("what cannot be exported is refused in one line, and nothing is written", async (t) => {
  const run = await trainedRun(t, "export-model-refused");
  const folder = scratchFolder(t);
  const out = path.join(folder, "model.json");
  const kind = (name: string): string[] => [run, "--model", name, "--out", out];
  const check = (refused: readonly [typed: string[], message: RegExp][]): void => {
    const ended = studyEach(refused.map(([typed]) => ["export-model", ...typed]));
    refused.forEach(([, message], at) => assertRefused(ended[at], message));
  };
  check([
    [kind("logistic-regression"), /"logistic-regression" is no model of trees, .* choose gradient/],
    [kind("../router"), /choose gradient-boosting or random-forest\n/],
    [[run, "--out", out, "--rows", out], /cannot hold both the model and the rows: name two/],
    [[run], /say where to write: --out FILE/],
    [[], /name a run/],
    [[`${run}-not`, "--out", out], /is no run: it has no manifest\.json/],
  ]);
  const third = openStudy("04_training", { run, seed: 3 });
  third.writeJson("training.json", { best: "neural-network" });
  third.finish();
  const second = openStudy("03_percentile_labeling", { run, seed: 3 });
  second.writeBytes("labelled.arrow", new Uint8Array(8));
  second.finish();
  check([
    [[run, "--out", out], /the run's best model, neural-network, is no model of trees/],
    [kind("random-forest"), /models\/ is not as a finished notebook left it: run notebook 04_tr/],
  ]);
  assert.ok(!existsSync(out));
});
