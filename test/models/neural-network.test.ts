import { test } from "node:test";
import assert from "node:assert/strict";
import { createRandom } from "lib/statistics";
import {
  classificationMetrics,
  loadClassifier,
  neuralNetwork,
  type NeuralNetworkClassifier,
  type TrainingData,
} from "lib/models";
import { rowsOf, tableOf } from "./tables.js";

/** Exclusive or of two signs, which no linear model can learn, with a column of noise. */
function exclusiveOr(rows: number, seed: number): TrainingData {
  const random = createRandom(seed);
  const draw = (): Float64Array => rowsOf(rows, () => random.normal());
  const a = draw();
  const b = draw();
  return {
    features: tableOf({ a, b, noise: draw() }),
    label: Uint8Array.from(a, (value, i) => (value * b[i] > 0 ? 1 : 0)),
  };
}

const small = { hiddenLayers: [16, 8], maxRounds: 12, batchSize: 128 };
const train = exclusiveOr(600, 1);
const validation = exclusiveOr(300, 2);
const unseen = exclusiveOr(400, 3);

test("a network learns what no linear model can, and the same seed gives the same bytes", async () => {
  const progress: number[] = [];
  const model = (await neuralNetwork.fit(train, small, {
    validation,
    onProgress: (share) => progress.push(share),
  })) as NeuralNetworkClassifier;
  const { accuracy } = classificationMetrics(
    unseen.label,
    model.predictProbability(unseen.features),
  );
  assert.ok(accuracy > 0.9, `accuracy ${accuracy}`);
  assert.equal(progress.at(-1), 1);
  assert.ok(["native", "wasm", "cpu"].includes(model.report.backend));
  assert.ok(
    model.report.losses[model.report.bestRound - 1] <= Math.min(...model.report.losses) + 1e-5,
  );

  const again = (await neuralNetwork.fit(train, small, { validation })) as NeuralNetworkClassifier;
  assert.deepEqual(again.toArtefact(), model.toArtefact());
  const other = (await neuralNetwork.fit(
    train,
    { ...small, seed: 43 },
    { validation },
  )) as NeuralNetworkClassifier;
  assert.notDeepEqual(other.toArtefact().binary, model.toArtefact().binary);

  const artefact = model.toArtefact();
  const loaded = loadClassifier({
    ...artefact,
    header: JSON.parse(JSON.stringify(artefact.header)) as Record<string, unknown>,
  });
  assert.deepEqual(
    loaded.predictProbability(unseen.features),
    model.predictProbability(unseen.features),
  );
});

test(
  "on a folded table the network finds each vector's own share, whatever the order and number " +
    "of its rows",
  async () => {
    // Four cells of an exclusive or, 100 rows each, with shares no threshold on one feature can give.
    const features = tableOf({ a: [0, 0, 1, 1, 0, 0, 1, 1], b: [0, 1, 0, 1, 0, 1, 0, 1] });
    const label = Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0);
    const weight = Float64Array.of(90, 20, 30, 80, 10, 80, 70, 20);
    const data = { features, label, weight };
    const options = { hiddenLayers: [16, 8], calibrate: false, maxRounds: 40 };
    const model = (await neuralNetwork.fit(data, options)) as NeuralNetworkClassifier;
    const shares = model.predictProbability(features);
    [0.9, 0.2, 0.3, 0.8].forEach((share, cell) =>
      assert.ok(
        Math.abs(shares[cell] - share) < 0.02,
        `cell ${cell}: ${shares[cell]} is not ${share}`,
      ),
    );

    const order = createRandom(5).shuffle(
      Array.from(weight, (count, row) => new Array<number>(count).fill(row)).flat(),
    );
    // Vectors keep the order of their first appearance: the first eight rows stand as they did.
    const rows = [
      0,
      1,
      2,
      3,
      ...order.filter((row) => row > 3),
      ...order.filter((row) => row <= 3),
    ];
    const counts = new Float64Array(8);
    const unfolded = rows.filter((row) => counts[row]++ < weight[row]);
    const fromRows = await neuralNetwork.fit(
      {
        features: tableOf({
          a: unfolded.map((row) => features.columns[0][row]),
          b: unfolded.map((row) => features.columns[1][row]),
        }),
        label: Uint8Array.from(unfolded, (row) => label[row]),
      },
      options,
    );
    assert.deepEqual(fromRows.toArtefact().binary, model.toArtefact().binary);
  },
);

test("wasm and plain JavaScript agree to single precision at the start of training", async () => {
  const options = { ...small, maxRounds: 1, calibrate: false };
  const [wasm, cpu] = await Promise.all(
    (["wasm", "cpu"] as const).map((backend) =>
      neuralNetwork.fit(train, { ...options, backends: [backend] }),
    ),
  );
  assert.deepEqual(
    [wasm, cpu].map((model) => (model as NeuralNetworkClassifier).report.backend),
    ["wasm", "cpu"],
  );
  const first = wasm.predictProbability(unseen.features);
  const second = cpu.predictProbability(unseen.features);
  first.forEach((p, row) =>
    assert.ok(Math.abs(p - second[row]) < 1e-3, `row ${row}: ${p} and ${second[row]}`),
  );
});

test("dropout changes the fit, and the prediction after it is not random", async () => {
  const model = await neuralNetwork.fit(train, { ...small, dropout: 0.2 }, { validation });
  const p = model.predictProbability(unseen.features);
  assert.deepEqual(model.predictProbability(unseen.features), p);
  assert.ok(classificationMetrics(unseen.label, p).accuracy > 0.8);
});

test("a fit can be ended, and says what is wrong with its input", async () => {
  const controller = new AbortController();
  const fit = neuralNetwork.fit(
    train,
    { ...small, maxRounds: 100_000, patience: 100_000 },
    { signal: controller.signal, onProgress: () => controller.abort() },
  );
  await assert.rejects(fit, { name: "AbortError" });
  await assert.rejects(neuralNetwork.fit({ ...train, label: new Uint8Array(600) }), /both classes/);
  await assert.rejects(neuralNetwork.fit(train, { dropout: 1 }), /dropout/);
  await assert.rejects(neuralNetwork.fit(train, { batchSize: 0 }), /batchSize/);
});
