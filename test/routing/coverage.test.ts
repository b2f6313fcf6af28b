import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULT_ECS, type CampaignPlan } from "lib/campaign";
import { THESIS_COST } from "lib/labels";
import { simulate } from "lib/platforms";
import {
  bothOutcomes,
  counterfactualOutcomes,
  doublyRobustEstimator,
  exactEstimator,
  fixedPolicies,
  judgedRequests,
  valuePolicies,
  type PolicyValue,
  type ValueEstimator,
} from "lib/routing";
import { createRandom, type Interval } from "lib/statistics";
import { crossedPlan } from "../crossed-plan.js";

/**
 * Two hours at steady rates, two sizes of two workloads, twice as many requests to ECS as to
 * Lambda.
 */
function steadyPlan(): CampaignPlan {
  const crossed = crossedPlan();
  const steady = (perHour: number): CampaignPlan["patterns"][string] => ({
    arrivals: "poisson",
    phases: [{ minutes: 60, requestsPerSecond: perHour / 3600 }],
  });
  return {
    ...crossed,
    name: "steady",
    days: 1,
    workloads: crossed.workloads.slice(1, 3).map((workload, w) => ({
      ...workload,
      payloadKb: [
        [50, 100],
        [512, 1024],
      ][w],
      weight: { lambda: 1, ecs: 2 },
    })),
    patterns: { low_load: steady(600), medium_load: steady(1500) },
    runs: [
      { window: "early_morning", pattern: "low_load", startsAt: "02:00" },
      { window: "midday", pattern: "medium_load", startsAt: "12:00" },
    ],
    client: { ...crossed.client, timeoutMs: 1500, roundTripMs: 2, uplinkMbitPerSecond: 5000 },
    ecs: { ...DEFAULT_ECS, concurrencyPerTask: 1 },
  };
}

const LIMITS = [400];
const JUDGED: Readonly<Record<string, (value: PolicyValue) => Interval>> = {
  "mean latency": ({ mean }) => mean.latencyMs,
  "latency saved": ({ saved }) => saved.latencyMs,
  "cost saved": ({ saved }) => saved.costUsd,
  "limit missed": ({ sloMisses }) => sloMisses[0].share,
  "95th percentile": ({ quantiles }) => quantiles[0].latencyMs,
};

test(
  "on simulated logs with the counterfactual hidden, the intervals cover the exact truth at " +
    "their rate",
  () => {
    const plan = steadyPlan();
    const campaigns = 200;
    const exact: PolicyValue[] = [];
    const estimated: PolicyValue[] = [];
    for (let seed = 0; seed < campaigns; seed++) {
      const { requests, counterfactual } = simulate(plan, { seed });
      const { observed, strata } = judgedRequests(
        requests,
        Uint32Array.from({ length: requests.rowCount }, (_, row) => row),
        THESIS_COST,
      );
      const both = bothOutcomes(
        observed,
        counterfactualOutcomes(requests, counterfactual, THESIS_COST),
      );
      // Large bodies, and of the others those sent in even minutes: the cells know nothing of
      // minutes.
      const toLambda = (row: number): number =>
        Number(
          requests.actualPayloadKb[row] > 300 ||
            Math.floor(requests.timestampMs[row] / 60_000) % 2 === 0,
        );
      const router = {
        name: "router",
        choice: Uint8Array.from({ length: requests.rowCount }, (_, row) => toLambda(row)),
      };
      const judge = (estimator: ValueEstimator, repeats: number): PolicyValue =>
        valuePolicies(estimator, [fixedPolicies(requests.rowCount)[0], router], strata, {
          reference: "always ECS",
          random: createRandom(seed),
          repeats,
          sloLimitsMs: LIMITS,
          quantiles: [0.95],
          usdPerMs: 1e-8,
        }).values[1];
      exact.push(judge(exactEstimator(both, strata, LIMITS), 1));
      estimated.push(judge(doublyRobustEstimator(observed, strata, LIMITS), 200));
    }
    for (const [what, read] of Object.entries(JUDGED)) {
      // What campaigns of this plan give on average, from both outcomes of every request of all of
      // them.
      const truth = exact.reduce((sum, value) => sum + read(value).estimate, 0) / campaigns;
      const covered =
        estimated.filter((value) => read(value).low <= truth && truth <= read(value).high).length /
        campaigns;
      // 95 %, less three standard errors of 200 campaigns. (More is no fault: what the plan fixed
      // within a run counts as chance.)
      assert.ok(
        covered >= 0.95 - 3 * Math.sqrt((0.95 * 0.05) / campaigns),
        `${what}: covered ${covered}`,
      );
      // Right on average, and not so wide that they say nothing: a 95 % interval is about four
      // standard deviations wide.
      const doubly = estimated.map(read);
      const mean = doubly.reduce((sum, { estimate }) => sum + estimate, 0) / campaigns;
      const deviation = Math.sqrt(
        doubly.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2, 0) / campaigns,
      );
      assert.ok(
        Math.abs(mean - truth) < (3.5 * deviation) / Math.sqrt(campaigns),
        `${what}: biased by ${(mean - truth) / deviation} standard deviations`,
      );
      assert.ok(
        doubly.reduce((sum, { low, high }) => sum + high - low, 0) / campaigns < 6 * deviation,
        `${what}: intervals ${doubly[0].high - doubly[0].low} wide`,
      );
    }
  },
);
