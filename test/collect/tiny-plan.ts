import {
  checkPlan,
  shippedPlan,
  type CampaignPlan,
  type RunPlan,
  type WorkloadPlan,
} from "lib/campaign";

/**
 * The demonstration plan with runs of its own; by default one of about so many requests in so many
 * seconds of a clock 60 times as fast.
 */
export function tinyPlan({
  requests = 100,
  seconds = 2,
  runs,
  workloads,
  timeoutMs = 10_000,
}: {
  requests?: number;
  seconds?: number;
  runs?: RunPlan[];
  workloads?: (all: readonly WorkloadPlan[]) => WorkloadPlan[];
  timeoutMs?: number;
} = {}): CampaignPlan {
  const plan = shippedPlan("demonstration");
  const one: RunPlan = {
    window: "midday",
    pattern: "low_load",
    startsAt: "12:00",
    phases: [{ minutes: seconds, requestsPerSecond: requests / (60 * seconds) }],
  };
  return checkPlan(
    {
      ...plan,
      name: "tiny",
      runs: runs ?? [one],
      workloads: (workloads ?? ((all) => [...all]))(plan.workloads),
      client: { ...plan.client, timeoutMs },
    },
    "tiny",
  );
}

/**
 * A run that began `minutesAgo` minutes ago by the clock on the wall and is on for an hour, with
 * all its requests in the first `seconds`.
 */
export function runOfAnHour(
  minutesAgo: number,
  seconds: number,
  requestsPerSecond: number,
): RunPlan {
  const startsAt = new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(11, 16);
  return {
    window: "other",
    pattern: "low_load",
    startsAt,
    phases: [
      { minutes: seconds / 60, requestsPerSecond },
      { minutes: 60, requestsPerSecond: 0 },
    ],
  };
}

/** A tiny plan that sends about so many pairs: its two lightest workloads, every body small. */
export function duetPlan({
  pairs = 40,
  seconds = 4,
  timeoutMs,
}: {
  pairs?: number;
  seconds?: number;
  timeoutMs?: number;
}): CampaignPlan {
  const plan = tinyPlan({
    requests: pairs,
    seconds,
    timeoutMs,
    workloads: (all) =>
      all
        .filter(({ workload }) => workload !== "thumbnail_processing")
        .slice(0, 2)
        .map((workload) => ({ ...workload, payloadKb: [1, 16] })),
  });
  return checkPlan({ ...plan, name: "tiny-duet", duet: true }, "tiny duet");
}
