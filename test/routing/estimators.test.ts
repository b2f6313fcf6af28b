import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import { doublyRobustEstimator, matchingEstimator, weightingEstimator, type ObservedOutcomes, type Policy, type Strata, type ValueEstimator } from "lib/routing";

const close = (actual: number, expected: number, message?: string): void => assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), message ?? `${actual} is not ${expected}`);
const observed = (platform: readonly number[], latencyMs: readonly number[]): ObservedOutcomes =>
  ({ platform: Uint8Array.from(platform), latencyMs: Float64Array.from(latencyMs), costUsd: new Float64Array(platform.length) });
const strata = (cellOfRow: readonly number[], blockOfRow: readonly number[] = cellOfRow.map(() => 0)): Strata =>
  ({ cellOfRow: Uint32Array.from(cellOfRow), cellCount: Math.max(...cellOfRow) + 1, blockOfRow: Uint32Array.from(blockOfRow), blockCount: Math.max(...blockOfRow) + 1 });
const policy = (choice: readonly number[]): Policy => ({ name: "router", choice: Uint8Array.from(choice) });
/** Mean latency under a policy, every block weighing 1. */
const value = (estimator: ValueEstimator, choice: readonly number[], blocks = 1): number => estimator.means(policy(choice))(new Float64Array(blocks).fill(1))[1];

/** Both outcomes of six requests in two cells, and a policy that splits the first cell by what only it knows. */
const ECS_MS = [10, 40, 25, 80, 5, 60], LAMBDA_MS = [30, 20, 45, 10, 70, 15], CELLS = [0, 0, 0, 0, 1, 1];
const FINE = [0, 1, 0, 1, 1, 1], BY_CELL = [1, 1, 1, 1, 0, 0];
const truth = (choice: readonly number[]): number => choice.reduce((sum, side, row) => sum + (side === LAMBDA ? LAMBDA_MS : ECS_MS)[row], 0) / choice.length;
const seen = (platform: readonly number[]): ObservedOutcomes => observed(platform, platform.map((side, row) => (side === LAMBDA ? LAMBDA_MS : ECS_MS)[row]));
const assignments = Array.from({ length: 64 }, (_, bits) => CELLS.map((__, row) => (bits >> row) & 1));

test("with known propensities, weighting without normalising is unbiased: every assignment enumerated", () => {
  const propensity = Float64Array.from([0.5, 0.2, 0.7, 0.4, 0.9, 0.35]);
  let mean = 0;
  for (const platform of assignments) {
    const chance = platform.reduce((p, side, row) => p * (side === LAMBDA ? propensity[row] : 1 - propensity[row]), 1);
    mean += chance * value(weightingEstimator(seen(platform), strata(CELLS), [], { lambdaPropensity: propensity, selfNormalised: false }), FINE);
  }
  close(mean, truth(FINE));
  assert.throws(() => weightingEstimator(seen(FINE), strata(CELLS), [], { lambdaPropensity: new Float64Array(6).fill(1) }), /row 0: a propensity lies strictly between 0 and 1/);
});

test("with shares estimated by cell: unbiased where the dice chose how many of each cell, also for policies finer than a cell, for which matching is not", () => {
  // Two of the four and one of the two go to Lambda: 6 x 2 equally likely assignments.
  const drawn = assignments.filter((platform) => platform.slice(0, 4).filter(Boolean).length === 2 && platform.slice(4).filter(Boolean).length === 1);
  assert.equal(drawn.length, 12);
  const average = (make: (o: ObservedOutcomes) => ValueEstimator, choice: readonly number[]): number => drawn.reduce((sum, platform) => sum + value(make(seen(platform)), choice), 0) / drawn.length;
  const weighting = (o: ObservedOutcomes): ValueEstimator => weightingEstimator(o, strata(CELLS), [], { selfNormalised: false });
  for (const choice of [BY_CELL, FINE]) close(average(weighting, choice), truth(choice));
  close(average((o) => matchingEstimator(o, strata(CELLS), []), BY_CELL), truth(BY_CELL));
  // Matching takes the policy to split the first cell at random: 2/4 of each platform's mean there.
  const blind = (4 * (0.5 * (30 + 20 + 45 + 10) + 0.5 * (10 + 40 + 25 + 80)) / 4 + 70 + 15) / 6;
  close(average((o) => matchingEstimator(o, strata(CELLS), []), FINE), blind);
  assert.ok(blind - truth(FINE) > 8);
});

test("doubly robust values equal the hand-calculated ones, each block learning from the other", () => {
  // One cell; block 0: E 10, L 30, L 50; block 1: E 20, E 40, L 60. For block 0 the other says m_E = 30, m_L = 60, e_L = 1/3;
  // for block 1 m_E = 10, m_L = 40, e_L = 2/3. Scores on ECS 0, 30, 30, 40, 100, 10; on Lambda 60, -30, 30, 40, 40, 70.
  const estimator = doublyRobustEstimator(observed([0, 1, 1, 0, 0, 1], [10, 30, 50, 20, 40, 60]), strata([0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1]), []);
  close(value(estimator, [0, 0, 0, 0, 0, 0], 2), 210 / 6);
  close(value(estimator, [1, 1, 1, 1, 1, 1], 2), 210 / 6);
  close(value(estimator, [0, 1, 1, 0, 0, 1], 2), (0 - 30 + 30 + 40 + 100 + 70) / 6);
});

test("in one block, nothing being left to learn from elsewhere, a policy by cells is worth the same by all three", () => {
  const platform = [0, 1, 1, 0, 1, 0], estimators = [matchingEstimator, weightingEstimator, doublyRobustEstimator].map((make) => make(seen(platform), strata(CELLS), []));
  // Cell 0 to Lambda: mean of 20 and 45; cell 1 to ECS: 60.
  for (const estimator of estimators) close(value(estimator, BY_CELL), (4 * 32.5 + 2 * 60) / 6);
});

test("cells that one platform never served are refused, with the reason and their names", () => {
  const outcomes = observed([ECS, LAMBDA, LAMBDA, LAMBDA, 2], [10, 20, 5, 5, 7]), cells = { ...strata([0, 0, 1, 1, 0]), cellName: (cell: number) => `cell ${cell}` };
  for (const make of [matchingEstimator, weightingEstimator, doublyRobustEstimator]) {
    const { rows, refused } = make(outcomes, cells, []);
    assert.deepEqual([rows, refused.rows, refused.cells, refused.largest], [2, 3, 1, ["cell 1"]]);
    assert.match(refused.reason, /platform, time or cost is not known \(1 requests\); one of the platforms was never seen in their cell \(2 requests\)/);
  }
});
