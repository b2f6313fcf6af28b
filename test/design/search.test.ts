import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPlan, planDesign, shippedPlan } from "lib/campaign";
import {
  boundaryFactors,
  candidateOfPlan,
  designFactors,
  paretoFront,
  planOfCandidate,
  replication,
  searchDesign,
  standing,
  type JudgedPlan,
  type Measured,
} from "lib/design";

const base = shippedPlan("duet");
const factors = designFactors(base);

test("every level of every factor makes a plan, and reads back as that level", () => {
  for (const [f, { name, levels, apply, read }] of factors.entries())
    for (const [l, level] of levels.entries()) {
      const plan = checkPlan(apply(base, level), `${name} at ${level}`);
      const nearest = candidateOfPlan(plan, factors)[f];
      // The largest body passes Lambda's limit: a larger ratio than that cannot be read back.
      if (!name.startsWith("largest body")) assert.equal(nearest, l, `${name} at ${level}`);
      assert.ok(Number.isFinite(read(plan)), name);
    }
});

test("the shipped duet is on the grid of the search", () => {
  const found = planOfCandidate(base, factors, candidateOfPlan(base, factors));
  assert.deepEqual(found, base);
});

test("a standing is that of the worst requirement, and 0 where a gate is just met", () => {
  const good: Measured = {
    lambdaShare: { a: 0.5 },
    coldShare: 0.1,
    coldApart: 0.03,
    costDecides: 0,
    trained: {
      accuracy: 0.85,
      gap: 0.01,
      twoColumns: 0.7,
      staticColumns: 0.75,
      topShare: 0.26,
      drops: [0.1, 0.09, 0.05, 0.04, 0.03],
    },
    gates: null,
  };
  assert.ok(standing([good]).worst > 0);
  const edge = { ...good, lambdaShare: { a: 0.5, b: 0.8 } };
  assert.ok(Math.abs(standing([edge]).worst) < 1e-9);
  assert.equal(standing([edge]).binding, "label-share");
  const lookup = { ...good, trained: { ...good.trained!, twoColumns: 0.84 } };
  assert.equal(standing([good, lookup]).binding, "beats a lookup of two columns");
  assert.ok(standing([good, lookup]).worst < 0);
  // A gate counts where it was judged, and the worst of several simulations is what stands.
  const judged = { ...good, gates: { headroom: 0.06, lift: 0.8, "gap-cells": 0.055 } };
  assert.equal(standing([good, judged]).binding, "gap-cells");
  assert.ok(Math.abs(standing([judged]).worst + 1 / 3) < 1e-9);
});

test("a search repeats itself, keeps its limits, and says when nothing is within them", async () => {
  const effort = { draws: 3, rounds: 0, trained: 1, judged: 1 };
  const options = { seed: 3, budgetUsd: 30, hours: 48, effort, fewestPairs: 1000, fixed: ["days"] };
  const oneDay = { ...base, days: 1 };
  const once = await searchDesign(oneDay, options);
  const again = await searchDesign(oneDay, options);
  assert.deepEqual([once.trained, once.judged, once.finalists.length], [1, 1, 1]);
  assert.deepEqual(
    again.finalists.map(({ candidate }) => candidate),
    once.finalists.map(({ candidate }) => candidate),
  );
  for (const { plan, costUsd, hours } of once.finalists) {
    assert.equal(costUsd, planDesign(plan).bill.totalUsd);
    assert.ok(costUsd <= 30 && hours <= 48);
  }
  const none = await searchDesign(oneDay, { ...options, budgetUsd: 0.5 });
  assert.deepEqual([none.withinLimits, none.finalists.length], [0, 0]);
  // A cent more than the cheapest would be enough, and a cent less is not.
  const { costUsd } = none.nearest;
  const within = async (budgetUsd: number): Promise<number> =>
    (await searchDesign(oneDay, { ...options, budgetUsd, effort: { ...effort, trained: 0 } }))
      .withinLimits;
  assert.deepEqual([await within(costUsd - 0.01), (await within(costUsd + 0.01)) > 0], [0, true]);
});

test("the front keeps what nothing beats, effects rest on load tests", () => {
  const judged = (estimate: number, costUsd: number, hours: number): JudgedPlan =>
    ({ allGates: { estimate }, costUsd, hours }) as JudgedPlan;
  const plans = [judged(0.9, 10, 20), judged(0.9, 12, 20), judged(0.95, 20, 20), judged(0.5, 5, 9)];
  assert.deepEqual(paretoFront(plans), [plans[0], plans[2], plans[3]]);
  assert.deepEqual(replication({ ...base, days: 3 }), [
    { factor: "time window", levels: 5, runsPerLevel: 12 },
    { factor: "load pattern", levels: 4, runsPerLevel: 15 },
    { factor: "day", levels: 3, runsPerLevel: 20 },
  ]);
  const smallest = factors.map(() => 0);
  assert.equal(boundaryFactors(smallest, factors).length, factors.length);
});
