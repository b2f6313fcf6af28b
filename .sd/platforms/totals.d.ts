import { type CampaignPlan, type LoadPattern, type Platform, type TimeWindow, type Workload } from "../campaign/index.js";
import type { SimulatedRun } from "./simulated-run.js";
/** What a simulated campaign holds of one workload on one platform in one window and pattern. */
export interface CellTotals {
    window: TimeWindow | null;
    pattern: LoadPattern | string;
    workload: Workload;
    platform: Platform;
    requests: number;
    answered: number;
    /** The client gave up. */
    timedOut: number;
    /** Requests refused or failed, by HTTP status. */
    failedByStatus: Record<string, number>;
    coldStarts: number;
}
/** What a simulated campaign holds and used. Simulated numbers, all of them. */
export interface SimulationTotals {
    requests: number;
    answered: number;
    cells: CellTotals[];
    /** Share of the answered Lambda requests that waited for a new environment. */
    coldStartShare: number;
    /** Tasks x hours while runs were on, by workload. */
    taskHours: Record<string, number>;
    lambdaGbSeconds: Record<string, number>;
}
/** Adds up runs as they come. */
export declare class TotalsCounter {
    private readonly plan;
    private readonly cells;
    private readonly taskHours;
    private readonly lambdaGbSeconds;
    constructor(plan: CampaignPlan);
    add(run: SimulatedRun): void;
    totals(): SimulationTotals;
    private cell;
}
