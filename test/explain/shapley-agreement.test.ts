import assert from "node:assert/strict";
import { test } from "node:test";
import { shapleyAgreement, shapleyValues, type ShapleyValues } from "lib/explain";
import type { FeatureTable } from "lib/features";
import type { Classifier } from "lib/models";
import { createRandom } from "lib/statistics";

const names = ["a", "b", "c", "d"];
const random = createRandom("agreement");
const table: FeatureTable = {
  rowCount: 200,
  names,
  columns: names.map(() => Float64Array.from({ length: 200 }, () => random.integer(4))),
  categories: names.map(() => null),
};

function additive(weights: readonly number[], order: string[] = names): Promise<ShapleyValues> {
  const model: Classifier = {
    kind: "additive",
    featureNames: order,
    predictProbability: ({ columns, names: given, rowCount }) =>
      Float64Array.from({ length: rowCount }, (_, row) =>
        names.reduce((sum, name, f) => sum + weights[f] * columns[given.indexOf(name)][row], 0),
      ),
    toArtefact: () => {
      throw new Error("not needed here");
    },
  };
  return shapleyValues(model, table, { features: table });
}

test(
  "a model agrees with itself, whatever the order of its features, and is reversed by its " +
    "opposite",
  async () => {
    const model = await additive([0.1, 0.05, 0.02, 0.01]);
    const same = shapleyAgreement(
      model,
      await additive([0.1, 0.05, 0.02, 0.01], ["d", "b", "a", "c"]),
    );
    assert.deepEqual(
      [same.importance.estimate, same.importance.low, same.importance.high],
      [1, 1, 1],
    );
    assert.ok(Math.abs(same.values - 1) < 1e-12);
    // The same importance, but each value the other way round.
    const opposite = shapleyAgreement(model, await additive([-0.1, -0.05, -0.02, -0.01]));
    assert.equal(opposite.importance.estimate, 1);
    assert.ok(Math.abs(opposite.values + 1) < 1e-12);
    assert.equal(
      shapleyAgreement(model, await additive([0.01, 0.02, 0.05, 0.1])).importance.estimate,
      -1,
    );
  },
);

test("near ties in importance widen the interval, and the seed decides it", async () => {
  const first = await additive([0.1, 0.1001, 0.02, 0.0201]);
  const second = await additive([0.1, 0.099, 0.02, 0.0199]);
  const { importance } = shapleyAgreement(first, second, { seed: 7 });
  assert.ok(
    importance.low < 0.9 &&
      importance.high > 0.9 &&
      importance.low <= importance.estimate &&
      importance.estimate <= importance.high,
  );
  assert.deepEqual(shapleyAgreement(first, second, { seed: 7 }).importance, importance);
});

test("explanations of different rows or players are not compared", async () => {
  const model = await additive([0.1, 0.05, 0.02, 0.01]);
  assert.throws(
    () => shapleyAgreement(model, { ...model, vectorOfRow: new Uint32Array(3) }),
    /200 and 3 rows/,
  );
  assert.throws(
    () => shapleyAgreement(model, { ...model, players: model.players.slice(1) }),
    /different players/,
  );
});
