import { scheduleRuns, type CampaignPlan, type ScheduledRun } from "../campaign/index.js";
import { createRandom, type Random } from "../statistics/index.js";
import { drawRequests, type DrawnRequests } from "./draw-requests.js";

/** The randomness of a campaign; what it draws does not depend on which platforms answer it. */
export function campaignRandom(plan: CampaignPlan, seed: number | string): Random {
  return createRandom(seed).fork(plan.name);
}

/** The part of it that draws one run, whatever the other runs draw. */
export function runRandom({ run, day }: ScheduledRun, random: Random): Random {
  return random.fork(`day ${day}, ${run.startsAt}, ${run.window}, ${run.pattern}`);
}

/**
 * The requests of every run of a plan, in the order of time: those that the simulator answers with
 * the same plan and seed.
 */
export function* plannedRequests(
  plan: CampaignPlan,
  seed: number | string,
): Generator<{ scheduled: ScheduledRun; requests: DrawnRequests }> {
  const random = campaignRandom(plan, seed);
  for (const scheduled of scheduleRuns(plan))
    yield { scheduled, requests: drawRequests(plan, scheduled, runRandom(scheduled, random)) };
}
