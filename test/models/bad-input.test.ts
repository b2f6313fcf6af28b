import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluateOnSplit, MODEL_FAMILIES, type ClassifierFamily, type TrainingData } from "lib/models";
import { rowsOf, tableOf } from "./tables.js";

/** Options that keep a fit short, where the kind has them. */
const SHORT: Readonly<Record<string, object>> = { "random-forest": { nEstimators: 10 }, "gradient-boosting": { nEstimators: 10 }, "neural-network": { hiddenLayers: [4], maxRounds: 3 } };
const fit = ({ kind, fit: fitOwn }: ClassifierFamily<{ seed: number }>, data: TrainingData): ReturnType<typeof fitOwn> => fitOwn(data, { seed: 1, ...SHORT[kind] });
const x = rowsOf(60, (row) => row % 6), label = Uint8Array.from(x, (value, row) => Number(value > 2 !== (row % 7 === 0)));

for (const family of MODEL_FAMILIES) {
  test(`${family.title}: what cannot be fitted is refused, what can gives probabilities`, async () => {
    const good = { features: tableOf({ x }), label };
    await assert.rejects(fit(family, { ...good, label: new Uint8Array(60) }), /needs both classes, but every row has label 0; the constant baseline/);
    await assert.rejects(fit(family, { features: tableOf({ x: [1] }), label: Uint8Array.of(1) }), /needs both classes/);
    await assert.rejects(fit(family, { features: tableOf({ x: [] }), label: new Uint8Array(0) }), /no rows to fit/);
    await assert.rejects(fit(family, { ...good, weight: new Float64Array(60) }), /weights of all 60 rows are zero/);
    await assert.rejects(fit(family, { ...good, weight: new Float64Array(60).fill(-1) }), /row 0 has weight -1/);
    await assert.rejects(fit(family, { features: tableOf({ x: x.map((value, row) => (row === 3 ? Infinity : value)) }), label }), /"x" is Infinity in row 3/);

    const strange = { features: tableOf({ x: x.map((value, row) => (row % 5 === 0 ? NaN : value)), constant: new Float64Array(60).fill(7), missing: new Float64Array(60).fill(NaN) }), label };
    const probability = (await fit(family, strange)).predictProbability(strange.features);
    assert.ok(probability.every((p) => p >= 0 && p <= 1), `${[...probability]}`);
    assert.ok(new Set(probability).size > 1, "the column that varies is used");

    const onlyConstant = await fit(family, { features: tableOf({ constant: new Float64Array(60).fill(7) }), label });
    const [said] = onlyConstant.predictProbability(tableOf({ constant: [7] }));
    assert.ok(said > 0 && said < 1);
  });
}

test("10,000 columns: trees and network learn from them, logistic regression says that they are too many", async () => {
  const wide = { features: tableOf(Object.fromEntries(Array.from({ length: 10000 }, (_, f) => [`f${f}`, [0, 0, f === 777 ? 9 : 0, f === 777 ? 9 : 0]]))), label: Uint8Array.of(0, 0, 1, 1) };
  for (const family of MODEL_FAMILIES) {
    if (family.kind === "logistic-regression") await assert.rejects(fit(family, wide), /at most 2000 features/);
    else assert.ok((await fit(family, wide)).predictProbability(wide.features).every((p) => p >= 0 && p <= 1), family.kind);
  }
});

test("a split that leaves one class to train on is refused with the reason", async () => {
  const split = { name: "one class", train: Uint32Array.from(label.keys()).filter((row) => label[row] === 1), validation: new Uint32Array(0), test: Uint32Array.of(0, 1) };
  for (const family of MODEL_FAMILIES) await assert.rejects(evaluateOnSplit(family, { features: tableOf({ x }), label }, split), /needs both classes, but every row has label 1/);
});
