import type { Strata } from "./estimator.js";
import { type Axis, type BothOutcomes, type ObservedOutcomes } from "./outcomes.js";
import type { Policy } from "./policies.js";
/**
 * The policy that sends each request where it would have done better on one axis, and where only
 * one platform would have answered it, there: the bound no router can pass on that axis (but for
 * one that saves by letting requests fail, which are charged nothing).
 */
export declare function requestOracle(both: BothOutcomes, axis: Axis, name: string): Policy;
/**
 * The policy that sends each cell where its requests did better on average on one axis: the best
 * that a router which knows the cell, and nothing else, could have done on these logs. Made from
 * the same logs it is judged on, so it is optimistic.
 */
export declare function cellOracle(observed: ObservedOutcomes, cellOfRow: Uint32Array, cellCount: number, axis: Axis, name: string): Policy;
/**
 * The bounds on both axes, with their names: what knowing each request's outcomes would give where
 * they are known, else what knowing each cell's means would.
 */
export declare function oraclePolicies(both: BothOutcomes | null, observed: ObservedOutcomes, { cellOfRow, cellCount }: Pick<Strata, "cellOfRow" | "cellCount">): {
    policies: Policy[];
    names: Record<Axis, string>;
};
