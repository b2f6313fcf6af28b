import { InputError } from "../statistics/index.js";
import type { CampaignPlan } from "./plan.js";
import { MOST_DAYS, MOST_REQUESTS, MOST_RUNS } from "./plan-limits.js";
import { scheduleRuns } from "./plan-schedule.js";

/**
 * The same campaign on as many days as it takes to ask for `requests` requests at least: rates,
 * gaps and load are those of the plan, however large the number. Throws an InputError for less than
 * one day's, which would be another campaign, and for more than is simulated (plan-limits).
 */
export function repeatPlan(plan: CampaignPlan, requests: number): CampaignPlan {
  const perDay = scheduleRuns({ ...plan, days: 1 }).reduce(
    (sum, run) => sum + run.expectedRequests,
    0,
  );
  if (requests < perDay) {
    throw new InputError(
      `one day of the plan ${plan.name} asks for ${Math.round(perDay)} requests; ask for ` +
        "that many or more, or name a plan with lower rates",
    );
  }
  const days = Math.ceil(requests / perDay);
  const mostDays = Math.min(MOST_DAYS, Math.floor(MOST_RUNS / plan.runs.length));
  if (requests > MOST_REQUESTS || days > mostDays)
    throw new InputError(
      `${requests} requests take ${days} days of the plan ${plan.name}; at most ${mostDays} days ` +
        `and ${MOST_REQUESTS} requests are simulated, so ask for fewer, or name a plan with ` +
        "higher rates",
    );
  return { ...plan, days };
}
