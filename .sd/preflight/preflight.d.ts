import { type Bill, type CampaignPlan, type GateResult } from "../campaign/index.js";
import { type Interval } from "../statistics/index.js";
import { type ExpectedGate, type Spread } from "./expected-gate.js";
import type { GateOptions, SimulatedGates } from "./simulate-gates.js";
import type { SimulationJob } from "./simulation-worker.js";
export interface PreflightOptions extends GateOptions {
    seed: number;
    /** How often the plan is simulated: 20 unless said. */
    runs?: number;
    onProgress?: (shareDone: number) => void;
}
export interface Preflight {
    /** Everything here is simulated. */
    simulated: true;
    plan: string;
    runs: number;
    gates: ExpectedGate[];
    /** Share of Lambda labels in each workload. */
    lambdaShare: Record<string, Spread>;
    /** Share of cold starts in each window. */
    coldShare: Record<string, Spread>;
    /** Accuracy of the best lookup of one feature; null where no simulation has labels. */
    floor: Spread | null;
    /**
     * Accuracy of the best model and of lookups of what is planned, on held-out rows; null where no
     * simulation was trained on.
     */
    trained: Record<"accuracy" | "oneColumn" | "twoColumns" | "staticColumns", Spread> | null;
    /** Share of the simulations in which every gate is met, with its Wilson interval. */
    allGates: Interval;
    /** In how many simulations each input had the largest importance. */
    topInput: Record<string, number>;
    requests: Spread;
    answered: Spread;
    bill: Bill;
}
/**
 * What a plan will yield: simulates it several times, each with a seed of its own, trains on each
 * simulation and judges every gate.
 */
export declare function preflight(plan: CampaignPlan, options: PreflightOptions): Promise<Preflight>;
/** Simulates and judges side by side, on as many workers as there are processors. */
export declare function simulateAll(jobs: readonly SimulationJob[], onProgress?: (shareDone: number) => void): Promise<SimulatedGates[]>;
/** Met, or nearly so: a warning is between what is wanted and what must be. */
export declare function allMet(gates: readonly GateResult[]): boolean;
/** Seed of one of a pre-flight's simulations. */
export declare function runSeed({ seed }: Pick<PreflightOptions, "seed">, run: number): string;
