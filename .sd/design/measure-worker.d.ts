import type { CampaignPlan } from "../campaign/index.js";
import { type Fidelity } from "./measure.js";
/** One look at a candidate. */
export interface MeasureJob {
    plan: CampaignPlan;
    seed: string;
    fidelity: Fidelity;
}
