import type { CampaignPlan } from "../campaign/index.js";
import { type GateOptions } from "./simulate-gates.js";
/** One simulation of a plan to be judged. */
export interface SimulationJob {
    plan: CampaignPlan;
    seed: string;
    options: GateOptions;
}
