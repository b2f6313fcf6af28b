import { type CampaignPlan, type Verdict } from "../campaign/index.js";
import { type Flip } from "./expected-gate.js";
import { type PreflightOptions } from "./preflight.js";
/** One sourced default halved or doubled, and the gates that flip. */
export interface DefaultChange {
    name: string;
    unit: string;
    source: string;
    /** One value, or one a workload. */
    from: number[];
    to: number[];
    factor: number;
    flips: Flip[];
}
export interface GateSensitivity {
    simulated: true;
    plan: string;
    /** Simulations a setting, with the same seeds in each. */
    runs: number;
    /** Verdicts with the defaults as they are, by gate. */
    verdicts: Record<string, Verdict>;
    changes: DefaultChange[];
    /** Defaults that this plan makes no use of. */
    unused: string[];
}
/**
 * How much of a pre-flight rests on which figure: each sourced default of the simulator is scaled
 * by each factor (halved and doubled unless said), one at a time, and the plan simulated again with
 * the same seeds. A verdict is that of all `options.runs` simulations together, 3 unless said:
 * "pass" in all of them, "fail" in none, "warn" in some.
 */
export declare function gateSensitivity(plan: CampaignPlan, options: PreflightOptions, factors?: readonly number[]): Promise<GateSensitivity>;
/** Whether a changed plan is still one. */
export declare function isValid(plan: CampaignPlan): boolean;
