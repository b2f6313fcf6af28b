import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import {
  doublyRobustEstimator,
  type ObservedOutcomes,
  type Policy,
  type Strata,
  type ValueEstimator,
} from "lib/routing";
import { createRandom } from "lib/statistics";

const close = (actual: number, expected: number, message?: string): void =>
  assert.ok(
    Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    message ?? `${actual} is not ${expected}`,
  );
const observed = (platform: readonly number[], latencyMs: readonly number[]): ObservedOutcomes => ({
  platform: Uint8Array.from(platform),
  latencyMs: Float64Array.from(latencyMs),
  costUsd: new Float64Array(platform.length),
});
const strata = (
  cellOfRow: readonly number[],
  blockOfRow: readonly number[] = cellOfRow.map(() => 0),
): Strata => ({
  cellOfRow: Uint32Array.from(cellOfRow),
  cellCount: Math.max(...cellOfRow) + 1,
  blockOfRow: Uint32Array.from(blockOfRow),
  blockCount: Math.max(...blockOfRow) + 1,
});
const policy = (choice: readonly number[]): Policy => ({
  name: "router",
  choice: Uint8Array.from(choice),
});
/** Mean latency under a policy, every block weighing 1. */
const value = (estimator: ValueEstimator, choice: readonly number[], blocks = 1): number =>
  estimator.means(policy(choice))(new Float64Array(blocks).fill(1))[1];

/**
 * Both outcomes of six requests in two cells, and a policy that splits the first cell by what only
 * it knows.
 */
const ECS_MS = [10, 40, 25, 80, 5, 60];
const LAMBDA_MS = [30, 20, 45, 10, 70, 15];
const CELLS = [0, 0, 0, 0, 1, 1];
const FINE = [0, 1, 0, 1, 1, 1];
const BY_CELL = [1, 1, 1, 1, 0, 0];
const truth = (choice: readonly number[]): number =>
  choice.reduce((sum, side, row) => sum + (side === LAMBDA ? LAMBDA_MS : ECS_MS)[row], 0) /
  choice.length;
const seen = (platform: readonly number[]): ObservedOutcomes =>
  observed(
    platform,
    platform.map((side, row) => (side === LAMBDA ? LAMBDA_MS : ECS_MS)[row]),
  );
const assignments = Array.from({ length: 64 }, (_, bits) =>
  CELLS.map((__, row) => (bits >> row) & 1),
);

test("with known propensities the values are unbiased: every assignment enumerated", () => {
  const lambdaPropensity = Float64Array.from([0.5, 0.2, 0.7, 0.4, 0.9, 0.35]);
  for (const choice of [FINE, BY_CELL]) {
    let mean = 0;
    for (const platform of assignments) {
      const chance = platform.reduce(
        (p, side, row) => p * (side === LAMBDA ? lambdaPropensity[row] : 1 - lambdaPropensity[row]),
        1,
      );
      const estimator = doublyRobustEstimator(seen(platform), strata(CELLS), [], {
        lambdaPropensity,
      });
      mean += chance * value(estimator, choice);
    }
    close(mean, truth(choice));
  }
  assert.throws(
    () =>
      doublyRobustEstimator(seen(FINE), strata(CELLS), [], {
        lambdaPropensity: new Float64Array(6).fill(1),
      }),
    /row 0: a propensity lies strictly between 0 and 1/,
  );
});

test("what an estimate rests on, and how far it may lie off, by hand", () => {
  // One cell, coins of 1/2 and 1/4 for Lambda; folds 0 to 4, so that each row's mean is the others'.
  const platform = [ECS, LAMBDA, LAMBDA, ECS, LAMBDA];
  const lambdaPropensity = Float64Array.from([0.5, 0.25, 0.5, 0.5, 0.25]);
  const estimator = doublyRobustEstimator(
    observed(platform, [10, 30, 50, 20, 61]),
    strata([0, 0, 0, 0, 0]),
    [],
    { lambdaPropensity },
  );
  const toLambda = policy([1, 1, 1, 1, 1]);
  // Weights 4, 2 and 4.
  assert.deepEqual(estimator.support!(toLambda), {
    servedThere: 3,
    effectiveRows: 100 / 36,
    largestWeight: 4,
  });
  assert.deepEqual(estimator.overlap, { lowest: 0.25, highest: 0.5 });
  // Residuals of rows 1, 2 and 4 against the mean of the two others: -25.5, 4.5, 21.
  const residuals = [-25.5, 4.5, 21];
  const e = [0.25, 0.5, 0.25];
  const terms = residuals.map((r, i) => ((1 - e[i]) * r * r) / (e[i] * e[i]));
  const sum = terms[0] + terms[1] + terms[2];
  const cubes = residuals.reduce(
    (total, r, i) => total + ((1 - e[i]) ** 2 * r ** 3) / e[i] ** 3,
    0,
  );
  const [latency] = estimator.error!(toLambda);
  close(latency.standardError, Math.sqrt(sum) / 5);
  close(latency.lean, cubes / sum / 5);
  const squares = terms.reduce((total, term) => total + term * term, 0);
  assert.equal(latency.degreesOfFreedom, Math.floor((2 * sum * sum) / squares));
  // 47, 55.5, 45.5, 47 and 40, and the residuals times their weights.
  close(value(estimator, [1, 1, 1, 1, 1]), (47 + 47 + 55.5 - 102 + 45.5 + 9 + 40 + 84) / 5);
});

test("doubly robust values equal the hand-calculated ones, each fold learning from the others", () => {
  // One cell: E 10, L 30, L 50, E 20, L 60, dealt to folds 0, 0, 1, 1, 2. For fold 0 the others say
  // m_E = 20, m_L = 55, e_E = 1/3; for fold 1 m_E = 10, m_L = 45, e_E = 1/3; for fold 2 m_E = 15,
  // m_L = 40, e_E = 1/2.
  const estimator = doublyRobustEstimator(
    observed([0, 1, 1, 0, 1], [10, 30, 50, 20, 60]),
    strata([0, 0, 0, 0, 0]),
    [],
  );
  close(value(estimator, [0, 0, 0, 0, 0]), (-10 + 20 + 10 + 40 + 15) / 5);
  close(value(estimator, [1, 1, 1, 1, 1]), (55 + 17.5 + 52.5 + 45 + 80) / 5);
  close(value(estimator, [0, 1, 1, 0, 1]), (-10 + 17.5 + 52.5 + 40 + 80) / 5);
});

test(
  "doubly robust: right on average though the cells' means are far off, as long as the shares " +
    "are right, for policies finer than a cell",
  () => {
    const random = createRandom(3);
    const campaigns = 3000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < campaigns; i++) {
      // Every row forty times, served by the toss of a coin.
      const rows = Array.from({ length: 240 }, (_, row) => row % 6);
      const platform = rows.map(() => random.integer(2));
      const outcomes = observed(
        platform,
        rows.map((row, at) => (platform[at] === LAMBDA ? LAMBDA_MS : ECS_MS)[row]),
      );
      const estimate = value(
        doublyRobustEstimator(outcomes, strata(rows.map((row) => CELLS[row])), []),
        rows.map((row) => FINE[row]),
      );
      sum += estimate;
      squares += estimate * estimate;
    }
    const mean = sum / campaigns;
    const error = Math.sqrt((squares / campaigns - mean ** 2) / campaigns);
    assert.ok(
      Math.abs(mean - truth(FINE)) < 4 * error && error < 0.1,
      `${mean}, truth ${truth(FINE)}, standard error ${error}`,
    );
  },
);

test("where a platform has one request in a cell there is none to learn from elsewhere", () => {
  const estimator = doublyRobustEstimator(seen([0, 1, 0, 0, 1, 0]), strata(CELLS), []);
  // Cell 0 to Lambda: 20; cell 1 to ECS: 60.
  close(value(estimator, BY_CELL), (4 * 20 + 2 * 60) / 6);
});

test("cells that one platform never served are refused, with the reason and their names", () => {
  const outcomes = observed([ECS, LAMBDA, LAMBDA, LAMBDA, 2], [10, 20, 5, 5, 7]);
  const cells = { ...strata([0, 0, 1, 1, 0]), cellName: (cell: number) => `cell ${cell}` };
  const { rows, refused } = doublyRobustEstimator(outcomes, cells, []);
  assert.deepEqual([rows, refused.rows, refused.cells, refused.largest], [2, 3, 1, ["cell 1"]]);
  assert.match(
    refused.reason,
    /platform, time or cost is not known \(1 requests\); one of the platforms was never seen in their cell \(2 requests\)/,
  );
  // A coin that the plan tossed could have sent them to either.
  const known = doublyRobustEstimator(outcomes, cells, [], {
    lambdaPropensity: new Float64Array(5).fill(0.5),
  });
  assert.deepEqual([known.rows, known.refused.rows], [4, 1]);
});
