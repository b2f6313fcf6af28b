import type { CampaignPlan } from "../campaign/index.js";
import { type SimulationOptions } from "./simulate.js";
import { type SimulationTotals } from "./totals.js";
export interface WriteLogsOptions extends SimulationOptions {
    /** Write `.jsonl.gz`. */
    gzip?: boolean;
    /** Called after each run with the share of the plan's runs that are written, 0 to 1. */
    onProgress?: (shareDone: number) => void;
}
/**
 * Simulates a plan and writes its logs under `folder`, in the layout of the author's campaigns. The
 * same plan and seed give the same bytes. Throws when a file it is to write is there already: two
 * campaigns in one file would be neither.
 */
export declare function writeSimulatedLogs(plan: CampaignPlan, folder: string, options: WriteLogsOptions): SimulationTotals;
