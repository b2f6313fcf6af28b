import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkInteractions,
  expectedCost,
  friedmanH,
  furthestRow,
  importanceRecord,
  importanceStability,
  inputImportance,
  inputModel,
  inputShapley,
  inputWords,
  modelAgreement,
  permutationImportance,
  predictionParts,
  shapleyDependence,
  sharesAlike,
  summariseInteractions,
  summariseStability,
  takeCosts,
  ROUTER_INPUTS,
} from "lib/explain";
import { buildFeatures, type FeatureTable } from "lib/features";
import { requestCostUsd, THESIS_COST } from "lib/labels";
import { authorSplit, evaluateOnSplit, randomForest, type Classifier } from "lib/models";
import { selectRows } from "lib/requests";
import { createRandom } from "lib/statistics";
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
const near = (actual: number, expected: number, tolerance = 1e-12): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

test(
  "expected costs are cell means by platform; cells one platform never served cost the same " +
    "either way",
  () => {
    const requests = requestsOf([
      { workload: 0, platform: 1, executionTimeMs: 100 },
      { workload: 0, platform: 1, executionTimeMs: 300 },
      { workload: 0, platform: 0, executionTimeMs: 50 },
      { workload: 3, platform: 1, executionTimeMs: 900 },
    ]);
    const usd = requestCostUsd(requests, THESIS_COST);
    const { ifZero, ifOne, unknownRows } = expectedCost(requests, THESIS_COST);
    for (const row of [0, 1, 2]) {
      near(ifOne[row], (usd[0] + usd[1]) / 2);
      near(ifZero[row], usd[2]);
    }
    assert.deepEqual([ifZero[3], ifOne[3], unknownRows], [0, 0, 1]);
    assert.deepEqual(takeCosts({ ifZero, ifOne }, Uint32Array.of(3, 0)), {
      ifZero: Float64Array.of(0, ifZero[0]),
      ifOne: Float64Array.of(0, ifOne[0]),
    });
  },
);

test(
  "importance in USD is the expected extra cost of routing by the shuffled input, in closed " +
    "form",
  () => {
    // Workload 0 is cheaper on ECS, workload 1 on Lambda; the model knows. A shuffled workload sends
    // half of each astray.
    const requests = requestsOf(
      Array.from({ length: 400 }, (_, i) => ({
        workload: i % 2,
        platform: (i >> 1) % 2,
        executionTimeMs: i % 2 === (i >> 1) % 2 ? 100 : 5000,
      })),
    );
    const cost = expectedCost(requests, THESIS_COST);
    const model = formulaModel(["workload_type_encoded"], (value) =>
      value("workload_type_encoded"),
    );
    const { groups, baseline } = inputImportance(
      model,
      requests,
      Uint8Array.from(requests.workload),
      { cost },
    );
    const astray = Array.from(
      requests.workload,
      (workload, row) =>
        (workload ? cost.ifZero[row] - cost.ifOne[row] : cost.ifOne[row] - cost.ifZero[row]) / 2,
    );
    near(groups[0].costUsd!.exact!.mean, astray.reduce((sum, usd) => sum + usd, 0) / 400, 1e-15);
    near(
      baseline.costUsd!,
      Array.from(requests.workload, (workload, row) =>
        workload ? cost.ifOne[row] : cost.ifZero[row],
      ).reduce((sum, usd) => sum + usd, 0) / 400,
      1e-15,
    );
    assert.equal(groups[1].costUsd!.mean, 0);
  },
);

const MODEL = ["payload_size_kb", "workload_type_encoded", "hour_of_day"];
const random = createRandom("stories");
const requests = requestsOf(
  Array.from({ length: 240 }, (_, i) => ({
    workload: i % 4,
    targetPayloadKb: [1, 10, 100][random.integer(3)],
    timestampMs: Date.UTC(2025, 10, 24, 8 + random.integer(3)),
  })),
);
const product = formulaModel(
  MODEL,
  (value) =>
    0.1 +
    0.001 * value("payload_size_kb") * value("workload_type_encoded") +
    0.01 * value("hour_of_day"),
);
const shapley = await inputShapley(
  product,
  requests,
  selectRows(
    requests,
    Uint32Array.from({ length: 40 }, (_, i) => 6 * i),
  ),
  { interactions: true },
);

test("the strongest partner of a factor is the other factor, with the values beside each other", () => {
  const {
    partner,
    value,
    shapley: own,
    partnerValue,
    partnerNames,
  } = shapleyDependence(shapley, "payload size");
  assert.equal(partner, "workload");
  assert.equal(partnerNames![partnerValue[0]], requests.workloadNames[partnerValue[0]]);
  const player = shapley.players.findIndex(({ name }) => name === "payload size");
  own.forEach((phi, vector) =>
    assert.equal(phi, shapley.values[vector * shapley.players.length + player]),
  );
  assert.deepEqual(new Set(value), new Set([1, 10, 100]));
  assert.throws(() => shapleyDependence(shapley, "weather"), /no player "weather"/);
  assert.throws(
    () => shapleyDependence({ ...shapley, interactions: null }, "payload size"),
    /without interactions/,
  );
});

test("a prediction's parts add up to it, in order of size, with values in words", () => {
  const row = furthestRow(shapley);
  const { base, parts, output } = predictionParts(shapley, row);
  near(
    parts.reduce((sum, { value }) => sum + value, base),
    output,
    1e-9,
  );
  for (const vector of shapley.vectorOfRow)
    assert.ok(Math.abs(shapley.output[vector] - base) <= Math.abs(output - base));
  assert.ok(
    parts.every(({ value }, p) => p === 0 || Math.abs(value) <= Math.abs(parts[p - 1].value)),
  );
  assert.ok(
    parts.some(({ words }) => words === "payload size: 100 KiB") &&
      parts.some(({ words }) => words === "workload: heavy_processing"),
  );
  assert.throws(() => predictionParts(shapley, 240), /row 240 was not explained/);
});

test("inputs read as words", () => {
  assert.equal(inputWords("time of day", 24 * 6 + 9, null), "Sun 09 h UTC");
  assert.deepEqual(
    [
      inputWords("payload size", 0.5, null),
      inputWords("payload size", NaN, null),
      inputWords("time window", 2, ["a", "b", "c"]),
      inputWords("time window", 255, ["a"]),
    ],
    ["0.5 KiB", "missing", "c", "not logged"],
  );
});

test("both measures of interaction find the product and nothing else", () => {
  const seen = inputModel(product, requests);
  const friedman = friedmanH(seen.model, seen.tableOf(requests), {
    features: seen.tableOf(requests),
  });
  const { pairs, rankCorrelation } = checkInteractions(summariseInteractions(shapley), friedman);
  assert.equal(pairs[0].pair, "workload x payload size");
  assert.ok(pairs[0].h > 0.1 && pairs[0].shapley > 0.01);
  for (const { shapley: joint, deviation } of pairs.slice(1))
    assert.ok(joint < 1e-9 && deviation < 1e-9);
  near(rankCorrelation, 1);
  assert.throws(
    () => checkInteractions(summariseInteractions(shapley), friedman.slice(1)),
    /was not computed/,
  );
});

test("models that agree because they are one function are told apart from models that agree", async () => {
  const label = Uint8Array.from(requests.workload, (workload) => Number(workload > 1));
  const twin = formulaModel(
    MODEL,
    (value) =>
      0.05 +
      0.001 * value("payload_size_kb") * value("workload_type_encoded") +
      0.01 * value("hour_of_day"),
  );
  const of = async (title: string, model: Classifier) => ({
    title,
    shapley: await inputShapley(model, requests, requests),
    importance: inputImportance(model, requests, label),
    probability: model.predictProbability(buildFeatures(requests)),
  });
  const other = formulaModel(
    MODEL,
    (value) => 0.2 + 0.1 * value("workload_type_encoded") + 0.001 * value("payload_size_kb"),
  );
  const models = [await of("product", product), await of("twin", twin), await of("other", other)];
  const [twins, pair] = modelAgreement(models, { seed: 1 });
  assert.equal(twins.importance.estimate, 1);
  near(twins.values, 1);
  const alike = (first: Float64Array, second: Float64Array): number =>
    first.filter((p, row) => p > 0.5 === second[row] > 0.5).length / 240;
  assert.equal(twins.identicalShare, alike(models[0].probability, models[1].probability));
  assert.equal(pair.identicalShare, alike(models[0].probability, models[2].probability));
  assert.deepEqual(
    sharesAlike(models, models[1].probability).map(({ identicalShare }) => identicalShare)[1],
    1,
  );
  assert.throws(() => sharesAlike(models, new Float64Array(3)), /3; agreement is on the same rows/);
});

test(
  "training again varies the seed or the split, from the same first run, as fitting by hand " +
    "does",
  async () => {
    const label = Uint8Array.from(requests.workload, (workload, row) =>
      Number(workload > 1 !== random.uniform() < 0.2 && requests.targetPayloadKb[row] > 0),
    );
    const table = { features: buildFeatures(requests), label };
    const order = Uint32Array.from(label.keys());
    const family = randomForest;
    const optionsOf = { "random-forest": { nEstimators: 5 } };
    const runs = await importanceStability(
      { families: [family], table, requests, order, optionsOf },
      { seed: 7, repeats: 3 },
    );
    assert.deepEqual(
      runs.map(({ varied, seed }) => `${varied} ${seed}`),
      ["seed 7", "seed 8", "seed 9", "split 8", "split 9"],
    );
    assert.equal(runs[0].agreement, 1);
    const split = authorSplit(label, 9, order);
    const { classifier, test: held } = await evaluateOnSplit(family, table, split, {
      seed: 7,
      nEstimators: 5,
    });
    const { groups } = inputImportance(
      classifier,
      selectRows(requests, split.test),
      Uint8Array.from(split.test, (row) => label[row]),
      { seed: 7 },
    );
    assert.equal(runs[4].accuracy, held.accuracy);
    assert.deepEqual(
      runs[4].drops,
      ROUTER_INPUTS.map((input) => groups.find(({ name }) => name === input)!.accuracy.exact!.mean),
    );
    const [seeds, splits] = summariseStability(runs);
    assert.deepEqual([seeds.runs, splits.runs], [3, 3]);
    assert.deepEqual(
      splits.highestDrop,
      ROUTER_INPUTS.map((_, i) => Math.max(...[0, 3, 4].map((run) => runs[run].drops[i]))),
    );
  },
);

test("results are written as numbers, what is no number as its name", () => {
  const found = permutationImportance(
    formulaModel(["payload_size_kb"], () => 0.7),
    { features: buildFeatures(requests), label: new Uint8Array(240) },
    { repeats: 2, groups: [{ name: "size", features: ["payload_size_kb"] }] },
  );
  const { groups } = importanceRecord(found) as {
    groups: { accuracy: { raw: unknown; share: unknown } }[];
  };
  assert.deepEqual([groups[0].accuracy.raw, groups[0].accuracy.share], [[0, 0], "NaN"]);
});
