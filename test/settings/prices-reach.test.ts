import assert from "node:assert/strict";
import { test } from "node:test";
import { planDesign, shippedPlan } from "lib/campaign";
import { expectedCost } from "lib/explain";
import { labelOptions, labelRequests, requestCostUsd, type LabelOptions } from "lib/labels";
import { groupIntoCells } from "lib/requests";
import {
  breakEvenCurve,
  comparePolicies,
  ecsBill,
  ecsBusyMs,
  fixedPolicies,
  KEPT_TASKS,
  judgedRequests,
  makeRouters,
  oraclePolicies,
  priceOfTime,
  workloadLoads,
  type PolicyComparison,
  type PolicyValue,
} from "lib/routing";
import { labelChoice, readSettings } from "lib/settings";
import { smallCampaign } from "../routing/small-router.js";
import { requestsOf } from "../requests-of.js";

const campaign = smallCampaign();
const parts = { train: 0.5, validation: 0.25, test: 0.25 };

/** The options of the thesis's labelling in a study that states these. */
function optionsOf(...set: string[]): LabelOptions {
  const settings = readSettings({ set: ["label.scheme=request-vs-median", ...set] });
  return labelOptions({ ...labelChoice(settings), scheme: "request-vs-median" });
}

const HERE = optionsOf();
const VIRGINIA = optionsOf("prices.region=us-east-1");
const ARM = optionsOf("prices.region=us-east-1", "prices.architecture=arm");

test("labels follow the region: a request between both prices is Lambda's in one of them", () => {
  // At 128 MB a ms of Lambda costs 2.083e-9 USD, and of the thesis's smallest task 3.943e-9; in
  // us-east-1 3.428e-9. Lambda takes 100 ms (4.08e-7 USD with its request), ECS 130: it costs
  // 5.13e-7 here, 10 % of which leaves 4.61e-7, and 4.46e-7 there, which leaves 4.01e-7.
  const requests = requestsOf([
    { platform: 1, executionTimeMs: 100 },
    { platform: 0, executionTimeMs: 130 },
  ]);
  assert.deepEqual([...labelRequests(requests, HERE).balancedOptimal], [1, 1]);
  assert.deepEqual([...labelRequests(requests, VIRGINIA).balancedOptimal], [0, 0]);
});

/** Every figure in USD that hangs on the prices, by what it is. */
function figures(terms: LabelOptions): Record<string, number> {
  const rows = (from: number, to: number): Uint32Array =>
    Uint32Array.from({ length: campaign.rowCount }, (_, row) => row).filter(
      (row) => row % 8 >= from * 8 && row % 8 < to * 8,
    );
  const split = {
    train: rows(0, parts.train),
    validation: rows(parts.train, parts.train + parts.validation),
    test: rows(parts.train + parts.validation, 1),
    ...{ paired: false, failed: 0, unattributed: 0, testShare: 0.25 },
  };
  const judged = judgedRequests(campaign, split.test, terms);
  const task = {
    observed: judged.observed,
    both: null,
    policies: fixedPolicies(split.test.length),
    cells: groupIntoCells(judged.requests),
    blocks: judged.blocks,
    seed: 1,
    usdPerMs: priceOfTime(terms),
    repeats: 50,
  };
  const loads = workloadLoads(campaign, terms);
  const bill = ecsBill(judged.requests, judged.blocks, ecsBusyMs(loads), {
    ...terms,
    hours: KEPT_TASKS,
    sampledShare: split.testShare,
  });
  const [router] = makeRouters(campaign, split, [], terms);
  const curve = breakEvenCurve(loads[0], terms);
  const importance = expectedCost(campaign, terms);
  const alwaysEcs = (comparison: PolicyComparison): PolicyValue =>
    comparison.values.find(({ policy }) => policy === "always ECS")!;
  const oracles = oraclePolicies(null, judged.observed, judged.strata);
  const withOracles = {
    ...task,
    policies: [...task.policies, ...oracles.policies],
    oracles: oracles.names,
  };
  return {
    "cost of a request": requestCostUsd(campaign, terms)[0],
    "importance in USD": importance.ifZero[0] - importance.ifOne[0],
    "value of a policy": alwaysEcs(comparePolicies(task)).mean.costUsd.estimate,
    regret: alwaysEcs(comparePolicies(withOracles)).regret!.costUsd.estimate,
    "with tasks kept": alwaysEcs(comparePolicies({ ...task, bill })).mean.costUsd.estimate,
    "what a router saves": router.validationNetUsd,
    "hour of a task on the break-even curve": curve.taskUsdPerHour,
    "bill of a plan": planDesign(shippedPlan("duet"), terms.prices).bill.totalUsd,
  };
}

test("the region reaches every figure in USD, down to the last", () => {
  const [here, virginia, arm] = [HERE, VIRGINIA, ARM].map(figures);
  for (const name of Object.keys(here)) {
    assert.ok(Number.isFinite(here[name]), name);
    assert.notEqual(here[name], virginia[name], `${name}: eu-west-1 and us-east-1`);
    assert.notEqual(virginia[name], arm[name], `${name}: x86 and Arm`);
  }
  const ratio = virginia["hour of a task on the break-even curve"];
  assert.ok(Math.abs(ratio - (0.25 * 0.04048 + 0.5 * 0.004445)) < 1e-12);
});

test("the price of waiting follows the price of Lambda", () => {
  assert.equal(priceOfTime(HERE), priceOfTime(VIRGINIA));
  assert.ok(Math.abs(priceOfTime(ARM) / priceOfTime(HERE) - 0.8) < 1e-12);
});
