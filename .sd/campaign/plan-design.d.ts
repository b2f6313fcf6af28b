import { type Bill } from "./plan-bill.js";
import { type CampaignPlan } from "./plan.js";
import { type Platform, type Workload } from "./vocabulary.js";
export type Factor = "workload" | "payload" | "window" | "pattern" | "platform";
/** How two factors of a design stand to each other. */
export interface FactorPair {
    factors: [Factor, Factor];
    /** Combinations that are planned, of all there are. */
    planned: number;
    possible: number;
    /**
     * "crossed": every level of one with every level of the other. "aliased": a level of one tells
     * the level of the other, so that their effects cannot be told apart. "partly crossed": neither.
     * "constant": one of them has one level only, and no effect of it can be seen.
     */
    relation: "crossed" | "partly crossed" | "aliased" | "constant";
}
/** Requests expected in one cell of the design. */
export interface PlannedCell {
    window: string;
    pattern: string;
    workload: Workload;
    payloadKb: number;
    platform: Platform;
    expectedRequests: number;
}
/** Something the plan asks for that cannot be, or will not do what it is for. */
export interface Impossibility {
    field: string;
    problem: string;
    remedy: string;
}
export interface PlanDesign {
    plan: string;
    levels: Record<Factor, (string | number)[]>;
    pairs: FactorPair[];
    cells: PlannedCell[];
    expectedRequests: number;
    /** Mean arrivals a second of each run, and whether the client's uplink can carry its bodies. */
    runs: {
        window: string;
        pattern: string;
        startsAt: string;
        minutes: number;
        expectedRequests: number;
        uplinkLoad: number;
    }[];
    /** Time in which runs are on. */
    hours: number;
    days: number;
    bill: Bill;
    impossible: Impossibility[];
}
/**
 * What a plan will yield, before anything is sent: which factors are crossed, requests per cell,
 * duration, bill, and what cannot be.
 */
export declare function planDesign(plan: CampaignPlan): PlanDesign;
