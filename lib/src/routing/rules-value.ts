import {
  blockRatio,
  createRandom,
  isKnown,
  pairedTest,
  wilsonInterval,
  type Interval,
} from "../statistics/index.js";
import type { Requests } from "../requests/index.js";
import type { PolicyTask } from "./compare-policies.js";
import { doublyRobustEstimator } from "./doubly-robust.js";
import { strataOf, type EstimationMethod } from "./estimator.js";
import type { Axis, BothOutcomes, ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
import { comparePoliciesExactly, valuePolicies, type PolicyComparison } from "./policy-value.js";
import { applyRules, type RuleList } from "./rules.js";

/** What rules are judged on: held-out requests, with the model's answers for them. */
export interface RulesTask {
  requests: Requests;
  /** P(Lambda optimal) of each request, by the model. */
  probability: ArrayLike<number>;
  /** Labels of the same requests: 1 = Lambda optimal. */
  label: ArrayLike<number>;
  observed: ObservedOutcomes;
  /** Both outcomes of each request where they are known; null for real logs. */
  both: BothOutcomes | null;
  /** "pairs" where both were measured; "counterfactual" where left out. */
  method?: EstimationMethod;
  cells: PolicyTask["cells"];
  blocks: PolicyTask["blocks"];
  seed: number;
  /** P above which the model sends a request to Lambda; .5 unless given. */
  threshold?: number;
}

/** How well a list of rules stands in for its model on requests that neither was made from. */
export interface RulesValue {
  rows: number;
  /** Share of requests that both send to the same platform. */
  agreement: Interval;
  /** Shares of requests sent where their label says. */
  modelAccuracy: number;
  rulesAccuracy: number;
  /** Rules minus model. */
  accuracyDifference: Interval;
  /**
   * What following the rules costs a request more than following the model: ms and USD (negative:
   * less).
   */
  costAgainstModel: Record<Axis, Interval>;
  /** How ms and USD were found, and for how many requests they could be. */
  method: PolicyComparison["method"];
  judged: number;
  refused: PolicyComparison["refused"];
}

/**
 * Judges rules against the model they were made from: agreement, accuracy, ms and USD, each with
 * its interval over blocks of time, resampled within runs.
 */
export function rulesValue(list: RuleList, task: RulesTask): RulesValue {
  const { requests, probability, label, blocks, seed, threshold = 0.5 } = task;
  const rows = requests.rowCount;
  const random = createRandom(seed).fork("rules");
  const { choice: byRules } = applyRules(list, requests);
  const byModel = Uint8Array.from({ length: rows }, (_, row) =>
    Number(probability[row] > threshold),
  );
  const same = byModel.map((choice, row) => Number(choice === byRules[row]));
  const right = (choices: Uint8Array): number =>
    choices.reduce((count, choice, row) => count + Number(choice === label[row]), 0);
  const difference = Int8Array.from(
    byRules,
    (choice, row) => Number(choice === label[row]) - Number(byModel[row] === label[row]),
  );
  const {
    method,
    rows: judged,
    refused,
    values: [, rules],
  } = compare(task, [
    { name: "the model", choice: byModel },
    { name: "its rules", choice: byRules },
  ]);
  return {
    rows,
    agreement: blockRatio(
      same,
      blocks,
      wilsonInterval(
        same.reduce((sum, one) => sum + one, 0),
        rows,
      ),
      random.fork("agreement"),
    ),
    modelAccuracy: right(byModel) / rows,
    rulesAccuracy: right(byRules) / rows,
    accuracyDifference: pairedTest(difference, { blocks }).difference,
    costAgainstModel: {
      latencyMs: negative(rules.saved.latencyMs),
      costUsd: negative(rules.saved.costUsd),
    },
    method,
    judged,
    refused,
  };
}

function compare(
  { observed, both, method, cells, blocks, seed }: RulesTask,
  policies: readonly Policy[],
): PolicyComparison {
  const options = {
    reference: policies[0].name,
    random: createRandom(seed).fork("rules against model"),
    sloLimitsMs: [],
    usdPerMs: 0,
  };
  if (both)
    return comparePoliciesExactly(both, policies, blocks, {
      ...options,
      method: method === "pairs" ? method : "counterfactual",
    });
  const strata = strataOf(cells, blocks);
  return valuePolicies(doublyRobustEstimator(observed, strata, []), policies, strata, options);
}

function negative({ estimate, low, high, level }: Interval): Interval {
  // Adding 0 makes -0 the 0 it is.
  return { estimate: -estimate + 0, low: -high + 0, high: -low + 0, level };
}

/**
 * "The rules send 98.31 [97.92, 98.60] % of 17,633 held-out requests where the model sends them;
 * following them costs ..."
 */
export function rulesVerdict(value: RulesValue, simulated: boolean): string {
  const percent = (share: number): string => (100 * share).toFixed(2);
  const interval = (value: Interval, scale: number, digits: number): string => {
    const [middle, from, to] = [value.estimate, value.low, value.high].map((n) =>
      (n * scale).toFixed(digits).replace(/^-(0(\.0+)?)$/, "$1"),
    );
    return isKnown(value) ? `${middle} [${from}, ${to}]` : `${middle} [not known]`;
  };
  return (
    `The rules send ${interval(value.agreement, 100, 2)} % of ` +
    `${value.rows.toLocaleString("en")} held-out ${simulated ? "simulated " : ""}requests ` +
    "where the model sends them " +
    `(accuracy ${percent(value.rulesAccuracy)} % against the model's ` +
    `${percent(value.modelAccuracy)} %: ${interval(value.accuracyDifference, 100, 2)} ` +
    "points). " +
    `Against the model they cost ${interval(value.costAgainstModel.latencyMs, 1, 1)} ms a ` +
    `request and ${interval(value.costAgainstModel.costUsd, 1e6, 2)} USD per million ` +
    "requests more (below zero: less)."
  );
}
