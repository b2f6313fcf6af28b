import { type CampaignPlan, type Platform, type Workload } from "../campaign/index.js";
import type { Settled } from "./messages.js";
/** How one workload on one platform has done in this session. */
export interface GroupTally {
    platform: Platform;
    workload: Workload;
    rows: number;
    /** By the client's clock, over the last answers with a 2xx; NaN before the first. */
    p50Ms: number;
    p95Ms: number;
    coldStarts: number;
    /** Rows without a 2xx. */
    errors: number;
}
/** Counts what comes in, for those who watch. */
export declare class Tally {
    rows: number;
    /** Rows whose times may not be the platform's. */
    marked: number;
    private readonly groups;
    constructor(plan: CampaignPlan);
    add({ platform, workload, status, responseTimeMs, coldStart, marks }: Settled): void;
    byGroup(): GroupTally[];
}
