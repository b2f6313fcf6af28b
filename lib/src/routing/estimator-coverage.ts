import type { CampaignPlan } from "../campaign/index.js";
import type { CostTerms } from "../labels/index.js";
import { simulate } from "../platforms/index.js";
import { findPairs, type Requests } from "../requests/index.js";
import {
  createRandom,
  InputError,
  median,
  wilsonInterval,
  type Interval,
} from "../statistics/index.js";
import { judgedRequests, type JudgedRequests } from "./campaign-parts.js";
import { doublyRobustEstimator } from "./doubly-robust.js";
import { exactEstimator } from "./estimate-exactly.js";
import { AXES, type Axis, type BothOutcomes, type ObservedOutcomes } from "./outcomes.js";
import { fixedPolicies, type Policy } from "./policies.js";
import { valuePolicies, type PolicyValue } from "./policy-value.js";

export interface CoverageOptions {
  /** What requests cost; a duet's labels say it. */
  terms: CostTerms;
  seed: number;
  /** Duets to simulate; 200 unless given. */
  duets?: number;
  /**
   * Which half of a pair is hidden: either, by the toss of a coin of its own (unless said), or the
   * one that was sent second. The order of sending is a coin, too, but it has an effect where both
   * bodies meet on the client's link: halves that were sent first are faster than halves are.
   */
  hide?: "either" | "second";
  /** Whether the estimator is told that a coin chose the platform; true unless said. */
  coinKnown?: boolean;
}

/** How the estimator did at one axis of one policy's value, over all duets. */
export interface CoverageRow {
  policy: string;
  axis: Axis;
  /** Mean over the duets of the value that their pairs say: ms, or USD a request. */
  truth: number;
  /** Mean of estimate minus the pairs' value, and the standard error of that mean. */
  bias: number;
  biasError: number;
  /** Root of the mean square of the same, and the mean half width of the intervals. */
  error: number;
  halfWidth: number;
  /** Share of the 95 % intervals that cover the pairs' value of their duet (Wilson's interval). */
  covered: Interval;
}

export interface EstimatorCoverage {
  simulated: true;
  plan: string;
  duets: number;
  /** Pairs of a duet, on average. */
  pairs: number;
  rows: CoverageRow[];
}

/**
 * How far the doubly robust estimator can be trusted: simulates duets, in which both outcomes of
 * every request are known, hides one half of each pair, estimates policy values from what is left,
 * and counts how often their 95 % intervals (`onTheseRequests`) cover the value that the pairs say.
 * The policies are always ECS, always Lambda, and Lambda for bodies up to the median size.
 *
 * Costs are those of the duet, in which each platform carried every request: a campaign that sent
 * each request to one platform only would share the same task-hours over half as many.
 */
export function estimatorCoverage(
  plan: CampaignPlan,
  { terms, seed, duets = 200, hide = "either", coinKnown = true }: CoverageOptions,
): EstimatorCoverage {
  if (!plan.duet)
    throw new InputError(`the plan ${plan.name} is no duet: only pairs know both outcomes`);
  const trials = Array.from({ length: duets }, (_, duet) =>
    oneDuet(plan, `${seed}/${duet}`, terms, { hide, coinKnown }),
  );
  return {
    simulated: true,
    plan: plan.name,
    duets,
    pairs: trials.reduce((sum, { pairs }) => sum + pairs, 0) / duets,
    rows: trials[0].truth.flatMap(({ policy }, p) =>
      AXES.map((axis) => coverageRow(policy, axis, trials, p)),
    ),
  };
}

/** The values of the policies in one duet: as the pairs say, and as estimated from half of them. */
interface Trial {
  pairs: number;
  truth: PolicyValue[];
  estimated: PolicyValue[];
}

function oneDuet(
  plan: CampaignPlan,
  seed: string,
  terms: CostTerms,
  { hide, coinKnown }: Required<Pick<CoverageOptions, "hide" | "coinKnown">>,
): Trial {
  const { requests } = simulate(plan, { seed });
  const judged = judgedRequests(requests, findPairs(requests).firstRow.slice().sort(), terms);
  const pairs = judged.requests.rowCount;
  const policies = [...fixedPolicies(pairs), smallBodies(judged.requests)];
  const options = {
    reference: policies[0].name,
    random: createRandom(seed),
    repeats: 0,
    quantiles: [],
    sloLimitsMs: [],
    usdPerMs: 0,
  };
  const both = judged.both!;
  const seen = hide === "second" ? judged.observed : tossedHalves(judged, both, seed);
  const estimator = doublyRobustEstimator(seen, judged.strata, [], {
    lambdaPropensity: coinKnown ? new Float64Array(pairs).fill(0.5) : undefined,
  });
  return {
    pairs,
    truth: valuePolicies(
      exactEstimator(both, judged.strata, [], "pairs"),
      policies,
      judged.strata,
      {
        ...options,
      },
    ).values,
    estimated: valuePolicies(estimator, policies, judged.strata, options).values,
  };
}

/** Lambda for bodies up to the median size, ECS for larger ones. */
function smallBodies(requests: Requests): Policy {
  const middle = median(requests.payloadKb);
  return {
    name: "small bodies to Lambda",
    choice: Uint8Array.from(requests.payloadKb, (size) => Number(size <= middle)),
  };
}

function tossedHalves(
  { requests }: JudgedRequests,
  both: BothOutcomes,
  seed: string,
): ObservedOutcomes {
  const random = createRandom(seed).fork("hidden halves");
  const platform = Uint8Array.from({ length: requests.rowCount }, () => random.integer(2));
  const take = (axis: Axis): Float64Array =>
    Float64Array.from(platform, (side, row) => both[side][axis][row]);
  return {
    platform,
    latencyMs: take("latencyMs"),
    costUsd: take("costUsd"),
    failed: Uint8Array.from(platform, (side, row) => both[side].failed?.[row] ?? 0),
  };
}

function coverageRow(policy: string, axis: Axis, trials: readonly Trial[], p: number): CoverageRow {
  const duets = trials.length;
  const mean = (of: (trial: Trial) => number): number =>
    trials.reduce((sum, trial) => sum + of(trial), 0) / duets;
  const truthOf = ({ truth }: Trial): number => truth[p].mean[axis].estimate;
  const intervalOf = ({ estimated }: Trial): Interval => estimated[p].onTheseRequests![axis];
  const missBy = (trial: Trial): number => intervalOf(trial).estimate - truthOf(trial);
  const bias = mean(missBy);
  const error = Math.sqrt(mean((trial) => missBy(trial) ** 2));
  const covering = trials.filter((trial) => {
    const { low, high } = intervalOf(trial);
    return low <= truthOf(trial) && truthOf(trial) <= high;
  }).length;
  return {
    policy,
    axis,
    truth: mean(truthOf),
    bias,
    biasError: Math.sqrt(Math.max(0, error ** 2 - bias ** 2) / (duets - 1)),
    error,
    halfWidth: mean((trial) => (intervalOf(trial).high - intervalOf(trial).low) / 2),
    covered: wilsonInterval(covering, duets),
  };
}
