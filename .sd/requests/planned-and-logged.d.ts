import { type CampaignPlan, type Platform } from "../campaign/index.js";
import { type Requests } from "./requests.js";
/** A cell of a plan beside the logs: requests planned and requests answered by that platform. */
export interface PlannedAndLogged {
    workload: string;
    payloadKb: number;
    window: string;
    pattern: string;
    platform: Platform;
    planned: number;
    logged: number;
    /** `logged / planned`. */
    loggedShare: number;
}
/**
 * Every cell of a plan's design (workload, size, window, pattern, platform; days added up) with the
 * requests that the logs hold of it. A plan whose logs name neither window nor pattern is compared
 * without them. Requests outside the plan (another size, another scenario, no platform) count
 * nowhere.
 */
export declare function compareWithPlan(requests: Requests, plan: CampaignPlan): PlannedAndLogged[];
/**
 * One platform's cells as a map: sizes down, scenarios across, share of the planned requests that
 * are in the logs.
 */
export declare function loggedMap(compared: readonly PlannedAndLogged[], platform: Platform): {
    rows: string[];
    columns: string[];
    shares: number[][];
};
/** Logged of planned by workload and size, on each platform. */
export declare function loggedBySize(compared: readonly PlannedAndLogged[]): {
    workload: string;
    payloadKb: number;
    lambda: number;
    ecs: number;
}[];
