import { test } from "node:test";
import assert from "node:assert/strict";
import {
  classificationMetrics,
  gradientBoosting,
  randomForest,
  takeTrainingRows,
  type Classifier,
  type TrainingData,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "./tables.js";

/**
 * 24,000 rows of eight features, four of them continuous; the label follows a wave, a product, a
 * step and a trend.
 */
function waves(): { train: TrainingData; test: TrainingData } {
  const random = createRandom("reference");
  const rows = 24000;
  const continuous = Array.from({ length: 4 }, () => rowsOf(rows, () => random.normal()));
  const discrete = [24, 4, 4, 2].map((values) => rowsOf(rows, () => random.integer(values)));
  const [a, b, c, d] = continuous;
  const [hour, kind] = discrete;
  const label = Uint8Array.from(a, (value, i) => {
    const logOdds =
      1.8 * value +
      2.2 * Math.sin(2 * b[i]) +
      1.5 * c[i] * d[i] +
      (hour[i] > 12 ? 1 : -1) +
      1.2 * (kind[i] - 1.5);
    return random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const data = {
    features: tableOf(
      Object.fromEntries([...continuous, ...discrete].map((column, f) => [`x${f}`, column])),
    ),
    label,
  };
  const half = (from: number): Uint32Array =>
    Uint32Array.from({ length: rows / 2 }, (_, i) => from + i);
  return { train: takeTrainingRows(data, half(0)), test: takeTrainingRows(data, half(rows / 2)) };
}

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${actual} is not ${expected} +- ${tolerance}`,
  );
const scores = (
  model: Classifier,
  { features, label }: TrainingData,
): { accuracy: number; logLoss: number } =>
  classificationMetrics(label, model.predictProbability(features));

// Measured with the packages of Debian 12 on this very table: scikit-learn 1.2.1,
// RandomForestClassifier(100, max_depth=16), means over random_state 0 to 9 (standard deviations
// .0017 and .0014); XGBoost 1.7.4, XGBClassifier(100, max_depth=6, learning_rate=.1,
// tree_method="hist", max_bin=255), base_score the training share.
test("random forest: scikit-learn's accuracy and log loss, within half a point", async () => {
  const { train, test: held } = waves();
  const { accuracy, logLoss } = scores(await randomForest.fit(train, { maxDepth: 16 }), held);
  near(accuracy, 0.8166, 0.005);
  near(logLoss, 0.4081, 0.005);
});

test("gradient boosting: XGBoost's accuracy and log loss, within half a point", async () => {
  const { train, test: held } = waves();
  const { accuracy, logLoss } = scores(
    await gradientBoosting.fit(train, { learningRate: 0.1 }),
    held,
  );
  near(accuracy, 0.8294, 0.005);
  near(logLoss, 0.371, 0.005);
});
