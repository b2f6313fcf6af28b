import type { CampaignPlan } from "../campaign/index.js";
import { type SimulationTotals } from "./totals.js";
import type { WriteLogsOptions } from "./write-logs.js";
/**
 * Simulates a plan into Arrow parts (`requests-00001.arrow` ... and the counterfactuals beside
 * them), requests in the order of sending. Memory is that of one part and the longest run, whatever
 * the length of the campaign. The same plan and seed give the same bytes. Throws where the folder
 * holds such parts.
 */
export declare function writeSimulatedArrow(plan: CampaignPlan, folder: string, options: Omit<WriteLogsOptions, "gzip">): SimulationTotals;
