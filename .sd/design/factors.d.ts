import type { CampaignPlan } from "../campaign/index.js";
/** Something whoever plans a campaign may choose, with the levels it may take. */
export interface DesignFactor {
    name: string;
    unit: string;
    levels: readonly number[];
    /** What the level stands for, in words. */
    words(level: number): string;
    apply(plan: CampaignPlan, level: number): CampaignPlan;
    /** The value that a plan has of it, a level or not. */
    read(plan: CampaignPlan): number;
}
/** Every factor of a search around a plan, those of single workloads for each of its workloads. */
export declare function designFactors(base: CampaignPlan): DesignFactor[];
/** Sizes in equal steps of their logarithm, whole KiB, each once. */
export declare function geometricSizes(smallest: number, ratio: number): number[];
