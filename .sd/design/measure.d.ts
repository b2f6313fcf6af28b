import { type CampaignPlan } from "../campaign/index.js";
import type { Measured } from "./requirements.js";
/** How closely a candidate is looked at: labels of one simulated day, or a model on all days. */
export type Fidelity = "labels" | "model";
/** Simulates a plan with a seed and measures what the search asks for. */
export declare function measurePlan(plan: CampaignPlan, seed: string, fidelity: Fidelity): Promise<Measured>;
