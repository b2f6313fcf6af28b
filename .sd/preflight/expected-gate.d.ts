import type { GateResult, GateStage, Verdict } from "../campaign/index.js";
/**
 * A number over the simulations: its mean, and the range that holds 95 % of them (type 7
 * quantiles).
 */
export interface Spread {
    mean: number;
    low: number;
    high: number;
}
/** A gate over the simulations. */
export interface ExpectedGate {
    id: string;
    stage: GateStage;
    target: string;
    unit: GateResult["unit"];
    cannotBeFooled: boolean;
    /**
     * Null where no simulation gives a value. Of `label-share`, the share of the rarer label: the
     * most one-sided workload may lean to Lambda in one simulation and to ECS in the next, and the
     * mean of 1 % and 99 % would look balanced.
     */
    value: Spread | null;
    /** Share of the simulations in which it is met. */
    passShare: number;
    /**
     * Met in all simulations, in none, or in some ("warn"); "not applicable" where it never has a
     * value.
     */
    verdict: Verdict;
}
/** One gate over several simulations of a plan. */
export declare function expectedGate(results: readonly GateResult[]): ExpectedGate;
/** Verdicts of several simulations together, by gate. */
export declare function expectedVerdicts(runs: readonly (readonly GateResult[])[]): Map<string, Verdict>;
/** A gate whose verdict a change alters. */
export interface Flip {
    gate: string;
    from: Verdict;
    to: Verdict;
}
/**
 * What became of the gates: those that flip, and how many are newly met, less those newly missed.
 */
export declare function compareVerdicts(before: ReadonlyMap<string, Verdict>, after: ReadonlyMap<string, Verdict>): {
    flips: Flip[];
    gained: number;
};
export declare function spread(values: readonly number[]): Spread;
