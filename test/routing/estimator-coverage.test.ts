import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedPlan } from "lib/campaign";
import { SHARED_TASK_HOURS, THESIS_COST } from "lib/labels";
import { estimatorCoverage, type CoverageRow } from "lib/routing";
import { smallDuet } from "./small-duet.js";

const TERMS = { ...THESIS_COST, cost: SHARED_TASK_HOURS };

test("one half of each pair hidden, the intervals cover what both halves say at their rate", () => {
  const duets = 60;
  const { rows, pairs } = estimatorCoverage(smallDuet(3), { terms: TERMS, seed: 1, duets });
  assert.ok(pairs > 3000);
  assert.deepEqual(
    rows.map(({ policy, axis }) => `${policy}, ${axis}`),
    ["always ECS", "always Lambda", "small bodies to Lambda"].flatMap((policy) => [
      `${policy}, latencyMs`,
      `${policy}, costUsd`,
    ]),
  );
  for (const row of rows) {
    const { covered, bias, biasError, policy, axis } = row;
    const what = `${policy}, ${axis}`;
    assert.ok(covered.low <= 0.95 && covered.high >= 0.95, `${what}: ${covered.estimate}`);
    assert.ok(Math.abs(bias) < 3.5 * biasError, `${what}: biased by ${bias / biasError} errors`);
    // A 95 % interval reaches about two errors to either side; no wider than that by half.
    assert.ok(row.halfWidth < 3 * row.error, `${what}: ${row.halfWidth / row.error} errors wide`);
  }
  const all = mean(rows, ({ covered }) => covered.estimate);
  assert.ok(all >= 0.93 && all <= 0.97, `covered ${all} of all`);
});

test("halves sent first are faster where both bodies meet on the link: that coin is none", () => {
  const biasOf = (plan: ReturnType<typeof smallDuet>): CoverageRow =>
    estimatorCoverage(plan, { terms: TERMS, seed: 2, duets: 30, hide: "second" }).rows[0];
  const plan = smallDuet(1);
  const queued = biasOf(plan);
  assert.ok(queued.bias < -3 * queued.biasError, `${queued.bias}, ${queued.biasError}`);
  const free = biasOf({ ...plan, client: { ...plan.client, queuedKbPerBody: 0 } });
  assert.ok(Math.abs(free.bias) < 3 * free.biasError, `${free.bias}, ${free.biasError}`);
});

test("a plan that sends each request once holds no truth to compare with", () => {
  assert.throws(
    () => estimatorCoverage(shippedPlan("variance"), { terms: TERMS, seed: 1 }),
    /variance is no duet: only pairs know both outcomes/,
  );
});

function mean(rows: readonly CoverageRow[], of: (row: CoverageRow) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
}
