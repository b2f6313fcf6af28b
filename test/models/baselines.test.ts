import { test } from "node:test";
import assert from "node:assert/strict";
import {
  constantBaseline,
  loadClassifier,
  lookupBaseline,
  type LookupClassifier,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { tableOf } from "./tables.js";

const features = tableOf({
  useless: [0, 0, 0, 0, 0, 1],
  good: [1, 1, 2, 2, NaN, NaN],
  copy: [1, 1, 2, 2, NaN, NaN],
});
const label = Uint8Array.of(1, 1, 0, 1, 0, 0);
const weight = Float64Array.of(1, 1, 3, 1, 1, 1);

test("the constant is the weighted share, and needs no feature", async () => {
  const model = await constantBaseline.fit({ features, label, weight });
  assert.deepEqual([...model.predictProbability(tableOf({ other: [1, 2] }))], [3 / 8, 3 / 8]);
  assert.deepEqual(
    loadClassifier(model.toArtefact()).predictProbability(features),
    model.predictProbability(features),
  );
});

test(
  "the lookup takes the best feature, the share of each value, and the overall share for " +
    "values never seen",
  async () => {
    const model = (await lookupBaseline.fit({ features, label, weight })) as LookupClassifier;
    assert.deepEqual(model.featureNames, ["good"]);
    const asked = tableOf({ good: [1, 2, NaN, 7, -0] });
    assert.deepEqual([...model.predictProbability(asked)], [1, 1 / 4, 0, 3 / 8, 3 / 8]);
    assert.deepEqual(
      loadClassifier(model.toArtefact()).predictProbability(asked),
      model.predictProbability(asked),
    );
  },
);

test("a lookup of two features keys on both", async () => {
  const xor = {
    features: tableOf({ a: [0, 0, 1, 1], b: [0, 1, 0, 1], c: [0, 0, 0, 1] }),
    label: Uint8Array.of(0, 1, 1, 0),
  };
  const model = await lookupBaseline.fit(xor, { size: 2 });
  assert.deepEqual(model.featureNames, ["a", "b"]);
  assert.deepEqual([...model.predictProbability(xor.features)], [0, 1, 1, 0]);
  const chosen = await lookupBaseline.fit(xor, { features: ["c"] });
  assert.deepEqual([...chosen.predictProbability(xor.features)], [2 / 3, 2 / 3, 2 / 3, 0]);
  await assert.rejects(lookupBaseline.fit(xor, { features: ["d"] }), /no feature "d"/);
  await assert.rejects(lookupBaseline.fit(xor, { size: 0 }), /1 or more features/);
});

test("zero and minus zero are one key", async () => {
  const model = await lookupBaseline.fit({
    features: tableOf({ x: [0, -0, 1] }),
    label: Uint8Array.of(1, 1, 0),
  });
  assert.deepEqual([...model.predictProbability(tableOf({ x: [-0, 0] }))], [1, 1]);
});

test("columns of values that are all different are looked up in bins, on new rows and from a file", async () => {
  const random = createRandom("continuous");
  const draw = (): Float64Array => Float64Array.from({ length: 2000 }, () => random.normal());
  const features = { rowCount: 2000, names: ["x", "y"], columns: [draw(), draw()] };
  const table = { ...features, categories: [null, null] };
  const label = Uint8Array.from(table.columns[0], (x) => Number(x > 0));
  const model = (await lookupBaseline.fit({ features: table, label })) as LookupClassifier;
  assert.deepEqual(model.featureNames, ["x"]);
  const fresh = { ...table, columns: [draw(), draw()] };
  const answers = model.predictProbability(fresh);
  const right = fresh.columns[0].filter((x, row) => x > 0 === answers[row] >= 0.5).length;
  assert.ok(right > 0.97 * 2000, `${right} of 2000 rows that it has not seen`);
  const artefact = model.toArtefact();
  const header = JSON.parse(JSON.stringify(artefact.header)) as typeof artefact.header;
  const loaded = loadClassifier({ ...artefact, header });
  assert.deepEqual(loaded.predictProbability(fresh), answers);
});
