import assert from "node:assert/strict";
import { test } from "node:test";
import { SHARED_TASK_HOURS, THESIS_COST } from "lib/labels";
import { simulate } from "lib/platforms";
import { cellStatistics, whatIf } from "lib/what-if";
import { crossedPlan } from "../crossed-plan.js";
import { smallDuet } from "../routing/small-duet.js";
import { byLibrary, SETTINGS } from "./by-library.js";

const duet = simulate(smallDuet(), { seed: 3 }).requests;
const once = simulate(crossedPlan(), { seed: 3 }).requests;
const shared = { ...THESIS_COST, cost: SHARED_TASK_HOURS };

function near(actual: number | null, expected: number | null, what: string): void {
  if (actual === null || expected === null || Number.isNaN(expected))
    assert.deepEqual(actual, expected, what);
  else
    assert.ok(
      Math.abs(actual - expected) <= 1e-9 * Math.abs(expected),
      `${what}: ${actual}, ${expected}`,
    );
}

for (const [name, requests, terms] of [
  ["pairs", duet, shared],
  ["requests sent once", once, THESIS_COST],
] as const)
  test(`label shares and break-even from the cells of ${name} are those of the requests`, () => {
    const data = JSON.parse(JSON.stringify(cellStatistics(requests, terms))) as ReturnType<
      typeof cellStatistics
    >;
    const shares = new Set<number>();
    for (const settings of SETTINGS) {
      const told = whatIf(data, settings);
      const expected = byLibrary(requests, terms, settings);
      near(told.lambdaShare, expected.lambdaShare, "share");
      shares.add(told.lambdaShare);
      for (const { workload, lambdaShare } of told.byWorkload)
        near(lambdaShare, expected.byWorkload[workload], workload);
      for (const { workload, ecsCheaperFrom, ecsCheaperForGoodFrom } of told.breakEven) {
        near(ecsCheaperFrom, expected.breakEven[workload][0], `${workload} from`);
        near(ecsCheaperForGoodFrom, expected.breakEven[workload][1], `${workload} for good`);
      }
    }
    assert.ok(shares.size > 1, "the sliders move the share");
  });

test("policy values from the cells of pairs are the exact ones of the pairs", () => {
  const data = cellStatistics(duet, shared);
  for (const settings of SETTINGS) {
    const expected = byLibrary(duet, shared, settings).policies();
    for (const { policy, latencyMs, costUsd, missedShare } of whatIf(data, settings).policies) {
      near(latencyMs, expected[policy][0], `${policy}: time`);
      near(costUsd, expected[policy][1], `${policy}: cost`);
      near(missedShare, expected[policy][2], `${policy}: missed`);
    }
  }
});

test("every row of the logs is valued or counted as left out", () => {
  for (const [requests, halves] of [
    [duet, 2],
    [once, 1],
  ] as const) {
    const { cells, leftOut } = cellStatistics(requests, shared);
    const valued = cells.reduce((sum, cell) => sum + cell.requests, 0);
    assert.equal(halves * valued + leftOut, requests.rowCount);
  }
});
