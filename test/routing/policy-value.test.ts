import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import type { bothOutcomes } from "lib/routing";
import {
  bestFixed,
  comparePoliciesExactly,
  doublyRobustEstimator,
  fixedPolicies,
  requestOracle,
  routingVerdict,
  valuePolicies,
  type ObservedOutcomes,
  type Policy,
} from "lib/routing";
import { createRandom, type Random } from "lib/statistics";

/**
 * A campaign in which both outcomes of each request are known: latency depends on the cell, the
 * platform, a shared block effect and noise.
 */
function campaign(random: Random, rows: number, blocks: number) {
  const cellOfRow = new Uint32Array(rows);
  const blockOfRow = new Uint32Array(rows);
  const platform = new Uint8Array(rows);
  const both = [0, 1].map(() => ({
    latencyMs: new Float64Array(rows),
    costUsd: new Float64Array(rows),
  })) as never as ReturnType<typeof bothOutcomes>;
  const effect = Float64Array.from({ length: blocks }, () => 5 * random.normal());
  for (let row = 0; row < rows; row++) {
    cellOfRow[row] = random.integer(4);
    blockOfRow[row] = Math.floor((row * blocks) / rows);
    platform[row] = random.integer(2);
    const shared = effect[blockOfRow[row]] + 10 * random.normal();
    both[ECS].latencyMs[row] = 100 + shared;
    both[LAMBDA].latencyMs[row] = 70 + 20 * cellOfRow[row] + shared + 3 * random.normal();
    both[ECS].costUsd[row] = 2e-6;
    both[LAMBDA].costUsd[row] = 1e-6 * cellOfRow[row];
  }
  const observed: ObservedOutcomes = {
    platform,
    latencyMs: platform.reduce(
      (seen, p, row) => ((seen[row] = both[p].latencyMs[row]), seen),
      new Float64Array(rows),
    ),
    costUsd: platform.reduce(
      (seen, p, row) => ((seen[row] = both[p].costUsd[row]), seen),
      new Float64Array(rows),
    ),
  };
  const router: Policy = {
    name: "router",
    choice: Uint8Array.from(cellOfRow, (cell) => Number(cell < 2)),
  };
  return {
    both,
    observed,
    policies: [...fixedPolicies(rows), router],
    strata: { cellOfRow, cellCount: 4, blockOfRow, blockCount: blocks },
  };
}

test("with both outcomes known, policy values are the plain means", () => {
  const { both, policies, strata } = campaign(createRandom(1), 3000, 30);
  const { values } = comparePoliciesExactly(both, policies, strata, {
    reference: "always ECS",
    usdPerMs: 1e-8,
    random: createRandom(2),
    repeats: 50,
  });
  for (const [p, policy] of policies.entries()) {
    let sum = 0;
    policy.choice.forEach((choice, row) => (sum += both[choice].latencyMs[row]));
    assert.ok(Math.abs(values[p].mean.latencyMs.estimate - sum / 3000) < 1e-9);
    assert.ok(
      Math.abs(
        values[p].saved.latencyMs.estimate - (values[0].mean.latencyMs.estimate - sum / 3000),
      ) < 1e-9,
    );
  }
});

test("with the counterfactual hidden, the intervals of the savings cover the truth at their rate", () => {
  const random = createRandom(6);
  let covered = 0;
  const rounds = 200;
  // expected saving of the router against always ECS: cells 0 and 1 win 30 and 10 ms
  const truth = 0.5 * 100 - 0.25 * (70 + 90);
  for (let round = 0; round < rounds; round++) {
    const { observed, policies, strata } = campaign(random, 1200, 40);
    const { values } = valuePolicies(
      doublyRobustEstimator(observed, strata, []),
      policies,
      strata,
      { reference: "always ECS", random, repeats: 200, sloLimitsMs: [], usdPerMs: 1e-8 },
    );
    const { low, high } = values[2].saved.latencyMs;
    if (low <= truth && high >= truth) covered++;
  }
  // 95 % nominal; a percentile bootstrap over 40 blocks falls a little short. Three standard errors
  // of 200 rounds are .046.
  assert.ok(covered / rounds > 0.88 && covered / rounds <= 0.99, `covered ${covered / rounds}`);
});

test("the oracle is the bound, and the verdict says what the interval allows", () => {
  const { both, policies, strata } = campaign(createRandom(9), 4000, 40);
  const oracle = requestOracle(both, "latencyMs", "oracle");
  const comparison = comparePoliciesExactly(both, [...policies, oracle], strata, {
    reference: "always ECS",
    usdPerMs: 1e-8,
    random: createRandom(2),
    repeats: 200,
  });
  const best = Math.min(...comparison.values.map(({ mean }) => mean.latencyMs.estimate));
  assert.equal(comparison.values.at(-1)!.mean.latencyMs.estimate, best);
  assert.equal(bestFixed(comparison), "always ECS");
  assert.match(
    routingVerdict(comparison, "router", true),
    /^On this simulated campaign the router "router" would have saved 10\.\d+ ms a request \[/,
  );
  // Lambda is cheaper by 0.5 USD per million on average and as fast: cells 0 to 3 win 30 and 10 and
  // lose 10 and 30 ms.
  assert.match(
    routingVerdict(comparison, "always Lambda", false),
    /^On these data .* would have not surely changed a request's time \(saved .*\) and saved 0\.\d+ USD per million requests .* \(exact: .*, 4,000 requests\)\.$/,
  );
  assert.throws(() => routingVerdict(comparison, "nobody", true), /no policy "nobody"/);
});

test("one block of time: intervals are not known, and the verdict is that it is too short to say", () => {
  const { both, strata } = campaign(createRandom(12), 400, 1);
  const router: Policy = {
    name: "router",
    choice: requestOracle(both, "latencyMs", "router").choice,
  };
  const twin: Policy = { name: "twin", choice: new Uint8Array(400).fill(ECS) };
  const comparison = comparePoliciesExactly(both, [...fixedPolicies(400), router, twin], strata, {
    reference: "always ECS",
    usdPerMs: 1e-8,
    random: createRandom(1),
    repeats: 50,
  });
  const value = comparison.values[2];
  assert.ok(value.saved.latencyMs.estimate > 5);
  for (const interval of [
    value.mean.latencyMs,
    value.saved.latencyMs,
    value.savedNetUsd,
    value.sloMisses[0].share,
    value.quantiles[1].latencyMs,
  ])
    assert.deepEqual([interval.low, interval.high], [-Infinity, Infinity]);
  const verdict = routingVerdict(comparison, "router", false);
  assert.match(
    verdict,
    /^The data are too short to say \(1 block of time; two at the least are needed\): on these data the router "router" would have saved 1?\d\.\d ms a request \[not known\] and .* \[not known\]/,
  );
  assert.doesNotMatch(verdict, /Infinity|NaN|∞/);
  assert.match(routingVerdict(comparison, "router", true), /^The simulated campaign is too short/);
  // A policy that answers as the reference does differs from it by exactly nothing.
  assert.deepEqual(comparison.values[3].saved.latencyMs, {
    estimate: 0,
    low: 0,
    high: 0,
    level: 0.95,
  });
  assert.match(routingVerdict(comparison, "twin", false), /would have saved nothing/);
});
