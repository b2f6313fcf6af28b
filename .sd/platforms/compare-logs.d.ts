import { type CampaignPlan } from "../campaign/index.js";
import { type Requests } from "../requests/index.js";
import type { SimulationOptions } from "./simulate.js";
/** One clock of one cell: its 5 %, 50 % and 95 % quantiles as observed and as simulated, ms. */
export interface ClockFit {
    observed: number[];
    simulated: number[];
    /** Simulated median / observed median - 1. */
    medianError: number;
}
/** One cell of a campaign on one platform, observed and simulated. Answered requests only. */
export interface CellFit {
    cell: string;
    platform: string;
    observedRows: number;
    simulatedRows: number;
    /** Null where either side has no rows. */
    execution: ClockFit | null;
    response: ClockFit | null;
    /**
     * Both medians within the tolerance; null with fewer rows than `minimumRows` on either side,
     * which tell nothing.
     */
    fits: boolean | null;
}
export interface LogComparison {
    cells: CellFit[];
    tolerance: number;
    minimumRows: number;
    /** Share of the observed rows in cells that fit, among the rows in cells that can be judged. */
    shareFitting: number;
    observedRows: number;
    simulatedRows: number;
}
export interface ComparisonOptions extends SimulationOptions {
    /** Largest error of a median that still fits: .15 unless said. */
    tolerance?: number;
    /** 30 unless said. */
    minimumRows?: number;
}
/**
 * Simulates a plan and sets it against logs, cell by cell (workload, payload, window, pattern,
 * platform), cells in the order of the logs. Cells that only one side has are shown, without a
 * verdict.
 */
export declare function compareWithLogs(plan: CampaignPlan, logs: Requests, { seed, tolerance, minimumRows }: ComparisonOptions): LogComparison;
