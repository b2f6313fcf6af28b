import type { CampaignPlan } from "../campaign/index.js";
import { serveJobs } from "../preflight/index.js";
import { measurePlan, type Fidelity } from "./measure.js";

/** One look at a candidate. */
export interface MeasureJob {
  plan: CampaignPlan;
  seed: string;
  fidelity: Fidelity;
}

serveJobs(({ plan, seed, fidelity }: MeasureJob) => measurePlan(plan, seed, fidelity));
