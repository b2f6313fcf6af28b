import type { CampaignPlan } from "lib/campaign";
import { crossedPlan } from "../crossed-plan.js";

/**
 * Two half hours of pairs at steady rates, three sizes of each workload: about 1,200 pairs, times
 * `scale`.
 */
export function smallDuet(scale = 1): CampaignPlan {
  const crossed = crossedPlan();
  const steady = (perHour: number): CampaignPlan["patterns"][string] => ({
    arrivals: "poisson",
    phases: [{ minutes: 30, requestsPerSecond: (scale * perHour) / 3600 }],
  });
  return {
    ...crossed,
    name: "small-duet",
    duet: true,
    days: 1,
    workloads: crossed.workloads.map((workload) => ({
      ...workload,
      payloadKb: workload.payloadKb.slice(0, 3),
    })),
    patterns: { low_load: steady(600), medium_load: steady(1800) },
    runs: [
      { window: "early_morning", pattern: "low_load", startsAt: "02:00" },
      { window: "midday", pattern: "medium_load", startsAt: "12:00" },
    ],
  };
}
