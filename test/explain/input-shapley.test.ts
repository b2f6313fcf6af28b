import assert from "node:assert/strict";
import { test } from "node:test";
import { inputShapley, summariseShapley } from "lib/explain";
import type { FeatureTable } from "lib/features";
import type { Classifier } from "lib/models";
import { requestsOf } from "../requests-of.js";

/** A model that answers by one formula on the features it is shown. */
function formulaModel(
  featureNames: string[],
  formula: (value: (name: string) => number) => number,
): Classifier {
  return {
    kind: "formula",
    featureNames,
    predictProbability: (features: FeatureTable) =>
      Float64Array.from({ length: features.rowCount }, (_, row) =>
        formula((name) => features.columns[features.names.indexOf(name)][row]),
      ),
    toArtefact: () => {
      throw new Error("not needed here");
    },
  };
}

const PRODUCT = [
  "payload_size_kb",
  "workload_type_encoded",
  "payload_workload_interaction",
  "hour_of_day",
];
const explained = requestsOf([
  { workload: 2, targetPayloadKb: 10 },
  { workload: 0, targetPayloadKb: 4 },
  { workload: 2, targetPayloadKb: 10 },
]);
const background = requestsOf([
  { workload: 1, targetPayloadKb: 1 },
  { workload: 3, targetPayloadKb: 5 },
  { workload: 1, targetPayloadKb: 1 },
  { workload: 3, targetPayloadKb: 5 },
]);

test("a product's credit goes to its two factors, in closed form", async () => {
  const model = formulaModel(PRODUCT, (value) => 0.01 * value("payload_workload_interaction"));
  const { values, interactions, players, method, base, vectorOfRow } = await inputShapley(
    model,
    explained,
    background,
    { interactions: true },
  );
  assert.equal(method, "enumeration");
  assert.deepEqual(Array.from(vectorOfRow), [0, 1, 0]);
  // v({}) = .01 mean(wk), v(w) = .01 w mean(k), v(k) = .01 k mean(w), v(wk) = .01 wk; the
  // background's means: w 2, k 3, wk 8.
  const closed = (w: number, k: number): { workload: number; payload: number; joint: number } => {
    const none = 0.08;
    const onlyW = 0.01 * w * 3;
    const onlyK = 0.01 * k * 2;
    const both = 0.01 * w * k;
    return {
      workload: (onlyW - none + both - onlyK) / 2,
      payload: (onlyK - none + both - onlyW) / 2,
      joint: both - onlyW - onlyK + none,
    };
  };
  assert.ok(Math.abs(base - 0.08) < 1e-15);
  const count = players.length;
  const workload = players.findIndex(({ name }) => name === "workload");
  const payload = players.findIndex(({ name }) => name === "payload size");
  [closed(2, 10), closed(0, 4)].forEach((expected, vector) => {
    assert.ok(Math.abs(values[vector * count + workload] - expected.workload) < 1e-12);
    assert.ok(Math.abs(values[vector * count + payload] - expected.payload) < 1e-12);
    assert.ok(
      Math.abs(interactions![(vector * count + workload) * count + payload] - expected.joint / 2) <
        1e-12,
    );
    for (let p = 0; p < count; p++)
      if (p !== workload && p !== payload) assert.equal(values[vector * count + p], 0);
  });
});

test("no hybrid contradicts itself: products, logarithms and declared memory follow their inputs", async () => {
  const names = [...PRODUCT, "payload_squared", "lambda_memory_limit_mb"];
  const memory = [128, 512, 1024, 2048];
  const model = formulaModel(names, (value) =>
    Number(
      value("payload_workload_interaction") !==
        value("payload_size_kb") * value("workload_type_encoded") ||
        value("payload_squared") !== value("payload_size_kb") ** 2 ||
        value("lambda_memory_limit_mb") !== memory[value("workload_type_encoded")],
    ),
  );
  for (const { meanAbsolute } of summariseShapley(await inputShapley(model, explained, background)))
    assert.equal(meanAbsolute, 0);
});

test("the hour of the week is one input, whatever the minute, and moves hour and weekend together", async () => {
  const saturday = Date.UTC(2025, 10, 22, 9);
  const monday = Date.UTC(2025, 10, 24, 9);
  const at = (timestampMs: number): { timestampMs: number } => ({ timestampMs });
  const model = formulaModel(
    ["hour_of_day", "is_weekend"],
    (value) => 0.5 * value("is_weekend") + 0.01 * value("hour_of_day"),
  );
  const found = await inputShapley(
    model,
    requestsOf([at(saturday), at(saturday + 60_000), at(saturday + 3_600_000)]),
    requestsOf([at(monday)]),
  );
  assert.deepEqual(Array.from(found.vectorOfRow), [0, 0, 1]);
  const time = found.players.findIndex(({ name }) => name === "time of day");
  const count = found.players.length;
  assert.ok(Math.abs(found.values[time] - 0.5) < 1e-12);
  assert.ok(Math.abs(found.values[count + time] - 0.51) < 1e-12);
});

test("features that are no function of their own request are refused", async () => {
  const model = (name: string): Classifier => formulaModel([name], () => 0.5);
  await assert.rejects(
    inputShapley(model("payload_category"), explained, background),
    /depends on the other rows of its table/,
  );
  await assert.rejects(
    inputShapley(model("f7"), explained, background),
    /"f7" is no feature of this study/,
  );
});
