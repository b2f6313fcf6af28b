import assert from "node:assert/strict";
import { test } from "node:test";
import { attainability, foldDistinct } from "lib/attainability";
import {
  accuracyFigure,
  calibrationFigure,
  generalisationFigure,
  learningCurveFigure,
  readBounds,
  readCalibration,
  readCategories,
  readGeneralisation,
  readLearningCurve,
  readPairs,
  readPosition,
  readSearch,
  showClassScores,
  showGeneralisation,
  showPairs,
  showScores,
  showSearch,
  type Figure,
} from "lib/display";
import {
  accuracyByCategory,
  authorSplit,
  beatsLookup,
  bestByValidation,
  compareAll,
  generalisation,
  gradientBoosting,
  learningCurves,
  logisticRegression,
  lookupOf,
  scoreModels,
  trainFamilies,
  tuneFamilies,
  type GeneralisationResult,
  type NamedComparison,
} from "lib/models";
import { createRandom } from "lib/statistics";
import { rowsOf, tableOf } from "../models/tables.js";
import { notebookOutputs } from "./notebook-outputs.js";

const random = createRandom("display-training");
const rows = 3000;
const a = rowsOf(rows, () => random.integer(4));
const b = rowsOf(rows, () => random.integer(5));
const data = {
  features: tableOf({ time_window_encoded: a, payload_size_kb: b }),
  label: Uint8Array.from(a, (value, row) =>
    Number(random.uniform() < (value > 1 !== b[row] > 2 ? 0.8 : 0.3)),
  ),
};
const split = authorSplit(data.label, 2);
const bounds = attainability(foldDistinct(data.features, data.label));
const trained = await trainFamilies(
  [gradientBoosting, logisticRegression, lookupOf(1), lookupOf(2)],
  data,
  split,
  { seed: 1 },
);
const scored = scoreModels(trained, data.label, { seed: 1 });
const best = bestByValidation(scored);
const testLabel = Uint8Array.from(split.test, (row) => data.label[row]);
const pairs = compareAll(
  testLabel,
  scored.map(({ title, evaluation }) => ({ title, probability: evaluation.testProbability })),
);
const { results: gaps } = await generalisation(
  [gradientBoosting],
  data,
  { cellOfRow: a },
  { seed: 1 },
);
const tunings = await tuneFamilies([logisticRegression], data, split, {
  seed: 1,
  spaces: { "logistic-regression": { grid: { C: [0.1, 10] }, budget: 3, folds: 2 } },
});

test("a ceiling between bounds is said with both ends and how they are known", () => {
  const ends = { estimate: 0.72, low: 0.7, high: 0.8, level: 0.95, reached: 0.72 };
  const between = {
    ...bounds,
    ceiling: 0.7,
    headroom: 0.7 - bounds.best1.accuracy,
    ceilingBounds: { ...ends, above: "missed variance" as const },
  };
  const words = readBounds(between);
  assert.match(words, /between 70\.0 % and 80\.0 %.*cross-fitted learners reach \(72\.0 %/);
  assert.doesNotMatch(words, /minority label/);
  assert.match(
    readBounds({ ...between, ceilingBounds: { ...ends, above: "oracle" } }),
    /inner state/,
  );
});

test("models at the ceiling are said to be there, with their accuracy, and the others are not", () => {
  const words = readPosition(scored, best, bounds);
  const boosted = (100 * scored[0].intervals.accuracy.estimate).toFixed(2).replace(/\.?0+$/, "");
  assert.ok(
    words.includes(`Gradient boosting (${boosted} %)`) && /stand at the ceiling/.test(words),
    words,
  );
  assert.doesNotMatch(words.split("stand at the ceiling")[0], /Logistic/);
  assert.match(words, /of the way from the best lookup of one column to the ceiling/);
  const far = { ...bounds, ceiling: 1, headroom: 0.001 };
  assert.match(
    readPosition(scored, best, far),
    /No model's interval reaches the ceiling of 100\.0 %.*a place between them is chance/,
  );
});

const LOOKUPS = ["Lookup of one column", "Lookup of two columns"];

test("models of the same answers are called the same function, others are not", () => {
  assert.match(
    readPairs(pairs, "Gradient boosting", LOOKUPS),
    /Gradient boosting, Lookup of two columns are the same function on these data/,
  );
  const words = readPairs(pairs, "Gradient boosting", LOOKUPS);
  assert.match(
    words,
    /has not been shown to know more than the lookup of two columns \(.* 600 rows taken as independent/,
  );
  assert.match(
    words,
    /\*\*Gradient boosting knows something that the best lookup of one column does/,
  );
  // The sentence is the gate's verdict, whatever another test would say.
  const against = pairs.find(({ a, b }) => a === "Gradient boosting" && b === LOOKUPS[0])!;
  for (const low of [-0.001, 0.001]) {
    const comparison = { ...against, midP: 0.2, difference: { ...against.difference, low } };
    const { verdict } = beatsLookup(comparison, "Gradient boosting");
    assert.match(
      readPairs([comparison], "Gradient boosting", LOOKUPS),
      verdict === "pass" ? /knows something/ : /has not been shown to know more/,
    );
  }
  const short = {
    ...against,
    difference: { ...against.difference, low: -Infinity, high: Infinity },
  };
  assert.match(readPairs([short], "Gradient boosting", LOOKUPS), /too short to say whether/);
  const apart = [{ ...pairs[0], identicalShare: 0.995, p: 0.2 }] as NamedComparison[];
  assert.match(
    readPairs(apart, "x", ["y"]),
    /^No two of them are identical.*agree with one another on more than 99 %.*No pair differs/,
  );
});

test("a random gap is called memory where vectors repeat, and not where they do not", () => {
  assert.match(
    readGeneralisation(gaps, "Gradient boosting"),
    /On random splits 100\.0 % .*tests memory of the same contexts, not generalisation/,
  );
  const fresh = gaps.map((gap): GeneralisationResult => ({ ...gap, seenShare: 0.2 }));
  assert.doesNotMatch(readGeneralisation(fresh, "Gradient boosting"), /memory/);
  const lost = gaps.map((gap) => ({ ...gap, test: 0.1, constant: 0.6 }));
  assert.match(readGeneralisation(lost, "Gradient boosting"), /carries nothing over/);
  assert.match(readGeneralisation([], "Gradient boosting"), /too few/);
});

test("sentences follow the numbers", async () => {
  assert.match(readBounds(bounds), new RegExp(`${(100 * bounds.headroom).toFixed(1)} points`));
  assert.match(readSearch(tunings), /Logistic regression: .*trials in all/s);
  assert.match(readCalibration(scored, best), /of 10 miss|of \d+ miss/);
  const byWindow = accuracyByCategory(
    data,
    "time_window_encoded",
    split.test,
    best.evaluation.testProbability,
  );
  assert.match(
    readCategories(
      byWindow.map((group) => ({ ...group, constant: 1 })),
      "M",
    ),
    /In none of the 4 groups is M better/,
  );
  assert.match(
    readCategories(
      byWindow.map((group, g) => ({ ...group, name: `<b>${g}`, constant: g === 1 ? 0 : 1 })),
      "M",
    ),
    /in \*&lt;b&gt;1\*; in the other 3 of 4/,
  );
  const [curve] = await learningCurves([gradientBoosting], data, split, { seed: 1 });
  assert.match(
    readLearningCurve(
      [
        {
          ...curve,
          points: curve.points.map((point) => ({
            ...point,
            test: curve.points[4].test,
            accuracy: curve.points[4].accuracy,
          })),
        },
      ],
      bounds,
    ),
    /No rise beyond chance/,
  );
  const rising = {
    ...curve,
    points: curve.points.map((point, p) => ({
      ...point,
      test: { ...point.test, accuracy: 0.5 + p / 10 },
    })),
  };
  assert.match(
    readLearningCurve([rising], { ...bounds, ceiling: 0.95 }),
    /went up by 10 points.*still rises.*lies 5 points above/,
  );
});

test("pictures hold the numbers they are made of", async () => {
  const traces = (figure: Figure) =>
    figure.data as { name: string; x: number[]; y: number[]; error_y?: { array: number[] } }[];
  const [, boosted] = traces(calibrationFigure(scored));
  const { bins } = scored[0].calibration;
  assert.deepEqual(
    [boosted.x, boosted.y],
    [bins.map(({ meanPredicted }) => meanPredicted), bins.map(({ observed }) => observed.estimate)],
  );
  bins.forEach(({ observed }, bin) =>
    assert.ok(Math.abs(boosted.error_y!.array[bin] - (observed.high - observed.estimate)) < 1e-15),
  );
  const accuracy = accuracyFigure(
    scored.map(({ title, intervals }) => ({ title, accuracy: intervals.accuracy })),
    bounds,
  );
  assert.deepEqual(
    traces(accuracy)[0].x,
    scored.map(({ intervals }) => intervals.accuracy.estimate),
  );
  assert.deepEqual(
    (accuracy.layout.shapes as { x0: number }[]).map(({ x0 }) => x0),
    [bounds.constant, bounds.best1.accuracy, bounds.ceiling],
  );
  const curves = await learningCurves([gradientBoosting, logisticRegression], data, split, {
    seed: 1,
  });
  assert.deepEqual(
    traces(learningCurveFigure(curves, bounds))
      .filter(({ name }) => name)
      .map(({ name }) => name),
    ["Gradient boosting, test", "Gradient boosting, training", "Logistic regression, test"],
  );
  assert.deepEqual(
    traces(generalisationFigure(gaps, bounds))[0].x,
    gaps.map((gap) => gap.test),
  );
});

test("tables print every model with its intervals", (t) => {
  const shown = notebookOutputs(t, () => {
    showScores(scored);
    showClassScores(scored);
    showPairs(pairs);
    showGeneralisation(gaps);
    showSearch(tunings);
  }).map((bundle) => String(bundle["text/plain"]));
  const { estimate, low, high } = scored[0].intervals.accuracy;
  const percent = (value: number): string => (100 * value).toFixed(1);
  assert.ok(shown[0].includes(`${percent(estimate)} % [${percent(low)}, ${percent(high)}]`));
  assert.match(shown[1], /recall, Lambda/);
  assert.equal(shown[2].split("\n").length, 3 + pairs.length);
  assert.match(shown[3], /whole context cells/);
  assert.match(shown[4], /trained with/);
});
