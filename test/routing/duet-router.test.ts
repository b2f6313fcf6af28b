import assert from "node:assert/strict";
import { test } from "node:test";
import { labelledRequests } from "lib/attainability";
import { US_EAST_1_PRICES, type CampaignPlan } from "lib/campaign";
import { THESIS_TERMS, labelOptions, labelRequests } from "lib/labels";
import { gradientBoosting, stratifiedSplit, takeTrainingRows } from "lib/models";
import { simulate } from "lib/platforms";
import { groupIntoCells } from "lib/requests";
import {
  buildRouter,
  campaignParts,
  closedLoop,
  comparePolicies,
  fixedPolicies,
  judgedRequests,
  makeRouters,
  oraclePolicies,
  priceOfTime,
  routerRouting,
  routingVerdict,
} from "lib/routing";
import { smallDuet } from "./small-duet.js";

/** Functions with a whole vCPU: each platform is the better one for a good part of the requests. */
const PLAN = withMemory(smallDuet(2), 1769);

function withMemory(plan: CampaignPlan, lambdaMemoryMb: number): CampaignPlan {
  return {
    ...plan,
    workloads: plan.workloads.map((workload) => ({ ...workload, lambdaMemoryMb })),
  };
}

test("from a duet's labels to routers, their worth, and one inside the simulation", async () => {
  const { requests } = simulate(PLAN, { seed: 1 });
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "duet", costMargin: 0 });
  const { features, label, requestRow } = labelledRequests(requests, labels);
  assert.ok(features.names.includes("idle_seconds"));
  const split = stratifiedSplit(label);
  const classifier = await gradientBoosting.fit(
    takeTrainingRows({ features, label }, split.train),
    { seed: 1 },
  );
  const terms = labels.options;
  const parts = campaignParts(requests, requestRow, split, 42);
  assert.ok(parts.paired && parts.train.length + parts.validation.length > 1500);
  const models = [{ name: "boosting", model: classifier, tuned: true }];
  const routers = makeRouters(requests, parts, models, terms);
  const judged = judgedRequests(requests, parts.test, terms);
  const oracles = oraclePolicies(judged.both, judged.observed, judged.strata);
  const { values, ...comparison } = comparePolicies({
    ...judged,
    policies: [
      ...fixedPolicies(parts.test.length),
      ...routers.map(({ test: own }) => own),
      ...oracles.policies,
    ],
    oracles: oracles.names,
    cells: groupIntoCells(judged.requests),
    usdPerMs: priceOfTime(terms),
    seed: 42,
    repeats: 100,
  });
  assert.deepEqual([comparison.method, comparison.rows], ["pairs", parts.test.length]);
  for (const { regret, policy } of values)
    assert.ok(regret!.latencyMs.estimate >= -1e-9, `${policy} is faster than the oracle`);
  assert.match(
    routingVerdict({ values, ...comparison }, "boosting", true),
    /^On this simulated campaign .* \(exact: each request was sent to both platforms, \d+ requests\)\.$/,
  );
  const built = buildRouter({
    classifier,
    campaign: requests,
    labelledRow: requestRow,
    features,
    label,
    split,
    both: null,
    origin: { run: "duet", campaign: "small-duet", simulated: true, seed: 42, labels: terms },
  });
  assert.equal(built.rulesValue.method, "pairs");
  const { rows, failed } = built.router.knowledge!.differences;
  assert.equal(rows + failed, 2 * requestRow.length);
  const loop = closedLoop(PLAN, routerRouting(built.router), { seed: 2, terms, repeats: 50 });
  assert.ok(loop.lambdaShare > 0 && loop.lambdaShare < 1);
  assert.equal(loop.routing, "gradient-boosting, router of duet");
});

test("other prices are charged all the way down: outcomes, the price of time, the router's USD", () => {
  const { requests } = simulate(smallDuet(), { seed: 3 });
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "duet" });
  const { requestRow } = labelledRequests(requests, labels);
  const costs = [
    labels.options,
    labelOptions({ ...THESIS_TERMS, scheme: "duet", prices: US_EAST_1_PRICES }),
  ].map((terms) => {
    const { both } = judgedRequests(requests, requestRow, terms);
    const sums = both!.map(({ costUsd }) => costUsd.reduce((sum, usd) => sum + usd, 0));
    return { ecs: sums[0], time: priceOfTime(terms) };
  });
  const { fargateUsdPerVcpuHour: theirs } = labels.options.prices;
  assert.notEqual(theirs, US_EAST_1_PRICES.fargateUsdPerVcpuHour);
  assert.ok(Math.abs(costs[1].ecs / costs[0].ecs - 1) > 0.01);
  assert.equal(costs[1].time, US_EAST_1_PRICES.lambdaUsdPerGbSecond / 1000);
});
