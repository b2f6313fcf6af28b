import { type PriceTable } from "../campaign/index.js";
import { type Cells } from "../requests/index.js";
import type { EcsBill } from "./ecs-bill.js";
import { type EstimationMethod, type Strata } from "./estimator.js";
import { type Axis, type BothOutcomes, type ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
import { type PolicyComparison } from "./policy-value.js";
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
export declare function comparePolicies(task: PolicyTask): PolicyComparison;
/** Both outcomes of the requests at `rows` of a simulated campaign's logs. */
export declare function readBothOutcomes(location: string, rows: Uint32Array, prices?: PriceTable): Promise<BothOutcomes>;
