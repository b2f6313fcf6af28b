import type { CampaignPlan } from "../campaign/index.js";
import { simulateGates, type GateOptions } from "./simulate-gates.js";
import { serveJobs } from "./worker-pool.js";

/** One simulation of a plan to be judged. */
export interface SimulationJob {
  plan: CampaignPlan;
  seed: string;
  options: GateOptions;
}

serveJobs(({ plan, seed, options }: SimulationJob) => simulateGates(plan, seed, options));
