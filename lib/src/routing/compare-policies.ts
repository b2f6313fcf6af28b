import { ECS } from "../campaign/index.js";
import type { CostTerms } from "../labels/index.js";
import { readCounterfactual, type Cells } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import type { EcsBill } from "./ecs-bill.js";
import { doublyRobustEstimator } from "./doubly-robust.js";
import { exactEstimator } from "./estimate-exactly.js";
import { strataOf, type EstimationMethod, type Strata, type ValueEstimator } from "./estimator.js";
import {
  bothOutcomes,
  counterfactualOutcomes,
  observedOutcomes,
  takeOutcomes,
  type Axis,
  type BothOutcomes,
  type ObservedOutcomes,
  type Outcomes,
} from "./outcomes.js";
import type { Policy } from "./policies.js";
import { DEFAULT_SLO_LIMITS_MS, valuePolicies, type PolicyComparison } from "./policy-value.js";
import { bestFixed } from "./verdict.js";

/** What a comparison of policies is made from. */
export interface PolicyTask {
  observed: ObservedOutcomes;
  /** Both outcomes of each request where they are known; null for real logs. */
  both: BothOutcomes | null;
  /** Must hold "always ECS" and "always Lambda". */
  policies: readonly Policy[];
  cells: Pick<Cells, "codeOfRow" | "codeCount"> & Partial<Pick<Cells, "name">>;
  blocks: Pick<Strata, "blockOfRow" | "blockCount" | "runOfBlock">;
  seed: number;
  /**
   * "counterfactual" where both outcomes are known, else "doubly robust", unless given. Where both
   * were measured, not simulated, say "pairs".
   */
  method?: EstimationMethod;
  /** P(Lambda) of each request where the plan fixed it (doubly robust). */
  lambdaPropensity?: Float64Array;
  /** Policies that regret is counted against. */
  oracles?: Readonly<Record<Axis, string>>;
  sloLimitsMs?: readonly number[];
  /** What a ms of waiting is worth, USD (`priceOfTime`). */
  usdPerMs: number;
  /** Where given, ECS is billed by it and not by the request. */
  bill?: EcsBill;
  /** Bootstrap repeats; 1,000 unless given. */
  repeats?: number;
}

/**
 * Compares policies against the best fixed choice: exactly where both outcomes are known, by doubly
 * robust scores where they are not.
 */
export function comparePolicies(task: PolicyTask): PolicyComparison {
  const {
    policies,
    seed,
    sloLimitsMs = DEFAULT_SLO_LIMITS_MS,
    bill,
    repeats,
    usdPerMs,
    oracles,
  } = task;
  const strata = strataOf(task.cells, task.blocks);
  const estimator = estimatorOf(task, strata, sloLimitsMs);
  const random = createRandom(seed).fork("policies");
  const fixed = policies.filter(({ name }) => name === "always ECS" || name === "always Lambda");
  const reference = bestFixed(
    valuePolicies(estimator, fixed, strata, {
      reference: "always ECS",
      repeats: 0,
      quantiles: [],
      sloLimitsMs: [],
      usdPerMs,
      random,
      bill,
    }),
  );
  return valuePolicies(estimator, policies, strata, {
    reference,
    repeats,
    oracles,
    sloLimitsMs,
    usdPerMs,
    bill,
    random,
  });
}

function estimatorOf(
  { observed, both, bill, lambdaPropensity, ...task }: PolicyTask,
  strata: Strata,
  sloLimitsMs: readonly number[],
): ValueEstimator {
  const method = task.method ?? (both ? "counterfactual" : "doubly robust");
  // By the hour ECS is charged once, for its tasks, and not again by the request.
  const free = <T extends Outcomes>(outcomes: T, onEcs: (row: number) => boolean): T =>
    bill
      ? { ...outcomes, costUsd: outcomes.costUsd.map((usd, row) => (onEcs(row) ? 0 : usd)) }
      : outcomes;
  if (method === "doubly robust") {
    const seen = free(observed, (row) => observed.platform[row] === ECS);
    return doublyRobustEstimator(seen, strata, sloLimitsMs, { lambdaPropensity });
  }
  if (!both)
    throw new RangeError(
      "without both outcomes of each request nothing is known exactly; ask for another method",
    );
  return exactEstimator([free(both[0], () => true), both[1]], strata, sloLimitsMs, method);
}

/** Both outcomes of the requests at `rows` of a simulated campaign's logs that are no duet. */
export async function readBothOutcomes(
  location: string,
  rows: Uint32Array,
  terms: CostTerms,
): Promise<BothOutcomes> {
  const { requests, counterfactual } = await readCounterfactual(location);
  const [ecs, lambda] = bothOutcomes(
    observedOutcomes(requests, terms),
    counterfactualOutcomes(requests, counterfactual, terms),
  );
  return [takeOutcomes(ecs, rows), takeOutcomes(lambda, rows)];
}
