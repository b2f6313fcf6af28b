import type { CampaignPlan, PriceTable } from "../campaign/index.js";
/** What a simulation rests on: the plan, and the prices its labels are made with. */
export interface Setting {
    plan: CampaignPlan;
    prices: PriceTable;
}
/**
 * One figure of the simulator that the plan did not choose but found: measured, documented or
 * estimated by somebody.
 */
export interface SourcedDefault {
    name: string;
    unit: string;
    /** Where the figure comes from; `plan-defaults.ts` and `prices.ts` say more. */
    source: string;
    /** Its value, or one a workload; null where the plan makes no use of it. */
    values(setting: Setting): number[] | null;
    scaled(setting: Setting, factor: number): Setting;
}
/**
 * Every figure the simulator did not get from the plan's design, each to be halved and doubled.
 * Left out are AWS's published limits (payload, concurrency, new environments), which are not
 * estimates, and what a plan chooses: sizes, rates, windows, memory, tasks.
 */
export declare const SOURCED_DEFAULTS: readonly SourcedDefault[];
