import assert from "node:assert/strict";
import { test } from "node:test";
import {
  agreementFigure,
  dependenceFigure,
  effectsFigure,
  importanceFigure,
  importanceRepeats,
  interactionFigure,
  predictionFigure,
  readAgreement,
  readDependence,
  readEffects,
  readImportance,
  readInteractions,
  readPrediction,
  readShapleyBars,
  readStability,
  readSwarm,
  readWithin,
  shapleyBars,
  shapleySwarm,
  showAgreement,
  showImportance,
  showInteractions,
  showShapley,
  showWithin,
  stabilityFigure,
  type Figure,
} from "lib/display";
import {
  accumulatedLocalEffects,
  checkInteractions,
  expectedCost,
  friedmanH,
  importanceInterval,
  inputImportance,
  inputModel,
  inputShapley,
  predictionParts,
  shapleyDependence,
  summariseInteractions,
  summariseShapley,
  ROUTER_INPUTS,
  type ModelAgreement,
  type StabilitySummary,
} from "lib/explain";
import type { FeatureTable } from "lib/features";
import { THESIS_COST } from "lib/labels";
import type { Classifier } from "lib/models";
import { createRandom } from "lib/statistics";
import { requestsOf } from "../requests-of.js";
import { notebookOutputs } from "./notebook-outputs.js";

const random = createRandom("display-explanation");
const requests = requestsOf(
  Array.from({ length: 300 }, (_, i) => ({
    workload: i % 4,
    platform: random.integer(2),
    executionTimeMs: 50 + 400 * random.uniform(),
    targetPayloadKb: [1, 10, 1000][random.integer(3)],
    timestampMs: Date.UTC(2025, 10, 24, 8 + random.integer(3)),
  })),
);
const names = ["payload_log", "workload_type_encoded"];
const model: Classifier = {
  kind: "formula",
  featureNames: names,
  predictProbability: (features: FeatureTable) => {
    const [size, workload] = names.map((name) => features.columns[features.names.indexOf(name)]);
    return size.map((value, row) => 0.1 + 0.03 * value * workload[row]);
  },
  toArtefact: () => {
    throw new Error("not needed here");
  },
};
const label = Uint8Array.from(requests.workload, (workload, row) =>
  Number(workload > 1 && requests.targetPayloadKb[row] > 5),
);
const importance = inputImportance(model, requests, label, {
  cost: expectedCost(requests, THESIS_COST),
});
const within = inputImportance(model, requests, label, { within: ["workload"] });
const shapley = await inputShapley(model, requests, requests, { interactions: true });
const models = [{ title: "M", importance, shapley }];
const seen = inputModel(model, requests);
const interactions = checkInteractions(
  summariseInteractions(shapley),
  friedmanH(seen.model, seen.tableOf(requests), { features: seen.tableOf(requests) }),
);
const effects = [
  {
    title: "M",
    effects: accumulatedLocalEffects(seen.model, seen.tableOf(requests), "payload size"),
  },
];
const traces = (figure: Figure) =>
  figure.data as {
    name: string;
    x: number[];
    y: number[];
    text?: string[];
    error_y?: { array: number[] };
    marker: { color: unknown };
  }[];
const pair = (
  a: string,
  b: string,
  estimate: number,
  identicalShare: number,
  permutation = 1,
): ModelAgreement => ({
  a,
  b,
  importance: { estimate, low: estimate - 0.1, high: estimate, level: 0.95 },
  values: estimate,
  identicalShare,
  permutation,
});

test("pictures hold the numbers they are made of", () => {
  const bars = traces(importanceFigure(models))[0];
  assert.deepEqual(
    bars.y,
    importance.groups.map(({ accuracy }) => importanceInterval(accuracy).estimate),
  );
  const ranked = summariseShapley(shapley).sort((a, b) => b.meanAbsolute - a.meanAbsolute);
  assert.deepEqual(
    traces(shapleyBars(models))[0].y,
    ranked.map(({ meanAbsolute }) => meanAbsolute),
  );
  assert.ok(
    Math.abs(traces(shapleyBars(models))[0].error_y!.array[0] - 1.96 * ranked[0].standardError) <
      1e-12,
  );
  const swarm = shapleySwarm(shapley, "M");
  assert.deepEqual(
    (swarm.layout.yaxis as { ticktext: string[] }).ticktext,
    ranked.map(({ name }) => name),
  );
  assert.equal(
    (swarm.layout.title as { text: string }).text,
    "Shapley values of M (900 of 1500 points drawn)",
  );
  const dependence = shapleyDependence(shapley, "payload size");
  const groups = traces(dependenceFigure(dependence));
  assert.deepEqual(
    groups.map(({ name }) => name),
    requests.workloadNames,
  );
  groups.forEach(({ x, y }, workload) =>
    x.forEach((kb, i) => {
      const vector = Array.from(dependence.value.keys()).find(
        (v) =>
          dependence.value[v] === kb &&
          dependence.partnerValue[v] === workload &&
          dependence.shapley[v] === y[i],
      );
      assert.notEqual(vector, undefined);
    }),
  );
  const byWorkload = dependenceFigure(shapleyDependence(shapley, "workload"));
  assert.deepEqual(
    (byWorkload.layout.xaxis as { ticktext: string[] }).ticktext,
    requests.workloadNames,
  );
  const strongest = summariseInteractions(shapley)[0];
  assert.ok(
    traces(interactionFigure(shapley))[1].text!.includes((100 * strongest.meanAbsolute).toFixed(1)),
  );
  const parts = predictionParts(shapley, 0);
  const fall = traces(predictionFigure(parts, "one"))[0];
  assert.equal(fall.text!.at(-1), (100 * parts.output).toFixed(1));
  assert.deepEqual(traces(effectsFigure(effects))[0].y, Array.from(effects[0].effects.effect));
  assert.ok(
    traces(agreementFigure([pair("A", "B", 0.7, 0.5)]))[1].text!.includes("0.70<br>0.60 to 0.70"),
  );
});

test("sentences name what the numbers name", () => {
  const top = [...importance.groups].sort(
    (a, b) => importanceInterval(b.accuracy).estimate - importanceInterval(a.accuracy).estimate,
  )[0];
  assert.match(
    readImportance(importance, "M"),
    new RegExp(
      `M\\*\\* owes most to \\*${top.name}\\*.*USD more per million requests\\. Not told ` +
        `from zero: time window, load pattern, time of day\\.`,
    ),
  );
  const idle = { ...importance, groups: importance.groups.slice(2) };
  assert.match(readImportance(idle, "M"), /loses no accuracy whichever input is shuffled/);
  assert.match(
    readWithin(within, "M"),
    /Once the workload is known, \*payload size\* \(.* points\) still matters to M/,
  );
  assert.match(
    readWithin({ ...within, groups: within.groups.slice(2) }, "M"),
    /it is a lookup of the workload/,
  );
  assert.match(readShapleyBars(models), /moves it furthest in every model; in M by/);
  assert.match(readSwarm(shapley), /reaches furthest, from -\d/);
  assert.match(
    readInteractions(interactions),
    /Strongest: \*workload x payload size\*.*Friedman's statistic names the same pair/,
  );
  const parts = predictionParts(shapley, 0);
  assert.match(readPrediction(parts), new RegExp(`lead to ${(100 * parts.output).toFixed(1)} %`));
  assert.match(
    readPrediction({ ...parts, parts: [{ player: "w", words: "workload: <img>", value: 0.1 }] }),
    /&lt;img&gt;/,
  );
  assert.match(readEffects(effects), /only ever up, between .*, the highest at 1,000 KiB/);
});

test("of a product the spread at one value is all the other factor's", () => {
  assert.match(
    readDependence(shapleyDependence(shapley, "payload size")),
    /\*workload\*, its strongest partner, accounts for 100\.0 % of that/,
  );
});

test("agreement of one function with itself confirms nothing, and is told so", () => {
  const lookup = (share: number) => ({
    name: "lookup of three columns",
    models: [{ title: "A", identicalShare: share }],
  });
  assert.match(
    readAgreement([pair("A", "B", 1, 1), pair("A", "C", 0.3, 0.5)], lookup(1)),
    /^1 of 2 pairs.*A and B give the same answer.*confirms nothing.*\*\*A is the lookup of three columns\*\*/s,
  );
  assert.match(readAgreement([pair("A", "B", 1, 0.5, NaN)], lookup(0.9)), /nothing to rank/);
  assert.match(
    readAgreement([pair("A", "B", 0.6, 1)], lookup(0.9)),
    /A and B give the same answer .* yet rank the inputs differently/,
  );
  assert.match(
    readAgreement([pair("A", "B", 1, 0.8, 0.2)], lookup(0.9)),
    /permutation importance none of them do.*None of these pairs is one function.*No model is the lookup of three columns/s,
  );
});

test("stability says whether the input on top is chance", () => {
  const summary = (tops: string[], drops: number[]): StabilitySummary => ({
    title: "M",
    varied: "seed",
    runs: 3,
    lowestAccuracy: 0.6,
    highestAccuracy: 0.7,
    lowestAgreement: 0.8,
    tops,
    meanDrop: drops,
    lowestDrop: drops,
    highestDrop: drops,
  });
  assert.match(
    readStability([summary(["workload"], [1, 0, 0, 0, 0])]),
    /Over 3 trainings \*workload\* comes out on top every time; .* 0\.8 .*M does not depend on its seed at all/,
  );
  assert.match(
    readStability([summary(["workload", "payload size"], [1, 1, 0, 0, 0])]),
    /changes between \*workload\* and \*payload size\*: which is first is chance/,
  );
  assert.match(
    readStability([{ ...summary([], [0, 0, 0, 0, 0]), lowestAgreement: NaN }]),
    /In none of 3 trainings/,
  );
  assert.doesNotMatch(
    readStability([{ ...summary(["workload"], [1, 0, 0, 0, 0]), lowestAgreement: NaN }]),
    /–|NaN/,
  );
  assert.deepEqual(
    traces(stabilityFigure([summary(["workload"], [1, 2, 3, 4, 5])]))[0].y,
    [1, 2, 3, 4, 5],
  );
  assert.equal(ROUTER_INPUTS.length, 5);
});

test("tables and the flat file hold every group and every repeat", (t) => {
  const shown = notebookOutputs(t, () => {
    showImportance(importance, "M");
    showWithin(importance, within, "M");
    showShapley(shapley, "M");
    showInteractions(interactions);
    showAgreement([pair("A", "B", 1, 1)]);
  }).map((bundle) => String(bundle["text/plain"]));
  assert.match(shown[0], /unshuffled: accuracy \d/);
  assert.match(shown[0], /USD per million/);
  for (const input of ROUTER_INPUTS)
    for (const table of shown.slice(0, 3)) assert.ok(table.includes(input));
  assert.match(shown[3], /workload x payload size/);
  const repeats = importanceRepeats([
    { title: "M", importance },
    { title: "M", importance: within },
  ]) as { repeat: number; accuracy_drop: number; within: string; extra_cost_usd: unknown }[];
  assert.equal(repeats.length, 2 * 5 * 5);
  assert.equal(repeats[1].accuracy_drop, importance.groups[0].accuracy.raw[1]);
  assert.deepEqual([repeats[49].within, repeats[49].extra_cost_usd], ["workload", ""]);
});
