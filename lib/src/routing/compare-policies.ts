import { ECS, type PriceTable } from "../campaign/index.js";
import { readCounterfactual, type Cells } from "../requests/index.js";
import { createRandom } from "../statistics/index.js";
import type { EcsBill } from "./ecs-bill.js";
import { doublyRobustEstimator } from "./doubly-robust.js";
import { matchingEstimator } from "./estimate-by-matching.js";
import { weightingEstimator } from "./estimate-by-weighting.js";
import { exactEstimator } from "./estimate-exactly.js";
import { strataOf, type EstimationMethod, type Strata, type ValueEstimator } from "./estimator.js";
import {
  bothOutcomes,
  counterfactualOutcomes,
  observedOutcomes,
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
  /** "counterfactual" where both outcomes are known, else "doubly robust", unless given. */
  method?: EstimationMethod;
  /** Policies that regret is counted against. */
  oracles?: Readonly<Record<Axis, string>>;
  sloLimitsMs?: readonly number[];
  usdPerMs?: number;
  /** Where given, ECS is billed by it and not by the request. */
  bill?: EcsBill;
  /** Bootstrap repeats; 1,000 unless given. */
  repeats?: number;
}

/**
 * Compares policies against the best fixed choice, by the author's cost: exactly where both
 * outcomes are known, by doubly robust scores where they are not.
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
  { observed, both, bill, method = both ? "counterfactual" : "doubly robust" }: PolicyTask,
  strata: Strata,
  sloLimitsMs: readonly number[],
): ValueEstimator {
  // By the hour ECS is charged once, for its tasks, and not again by the request.
  const free = <T extends Outcomes>(outcomes: T, onEcs: (row: number) => boolean): T =>
    bill
      ? { ...outcomes, costUsd: outcomes.costUsd.map((usd, row) => (onEcs(row) ? 0 : usd)) }
      : outcomes;
  if (method === "counterfactual") {
    if (!both)
      throw new RangeError(
        "without both outcomes of each request nothing is known exactly; ask for another method",
      );
    return exactEstimator([free(both[0], () => true), both[1]], strata, sloLimitsMs);
  }
  const seen = free(observed, (row) => observed.platform[row] === ECS);
  if (method === "matching") return matchingEstimator(seen, strata, sloLimitsMs);
  return method === "inverse propensity"
    ? weightingEstimator(seen, strata, sloLimitsMs)
    : doublyRobustEstimator(seen, strata, sloLimitsMs);
}

/** Both outcomes of the requests at `rows` of a simulated campaign's logs. */
export async function readBothOutcomes(
  location: string,
  rows: Uint32Array,
  prices?: PriceTable,
): Promise<BothOutcomes> {
  const { requests, counterfactual } = await readCounterfactual(location);
  const [ecs, lambda] = bothOutcomes(
    observedOutcomes(requests, "response", prices),
    counterfactualOutcomes(requests, counterfactual, "response", prices),
  );
  const take = ({ latencyMs, costUsd, failed }: Outcomes): Outcomes => ({
    latencyMs: Float64Array.from(rows, (row) => latencyMs[row]),
    costUsd: Float64Array.from(rows, (row) => costUsd[row]),
    failed: Uint8Array.from(rows, (row) => failed?.[row] ?? 0),
  });
  return [take(ecs), take(lambda)];
}
