import {
  checkPlan,
  shippedPlan,
  type CampaignPlan,
  type RunPlan,
  type WorkloadPlan,
} from "lib/campaign";

/** Small bodies, KiB, and Lambda's memory, MB. */
const SMALL: Readonly<Record<string, { payloadKb: number[]; lambdaMemoryMb: number }>> = {
  lightweight_api: { payloadKb: [0.5, 1, 5, 10, 50], lambdaMemoryMb: 128 },
  thumbnail_processing: { payloadKb: [25, 50, 100, 200, 400], lambdaMemoryMb: 512 },
  medium_processing: { payloadKb: [64, 128, 256, 512, 1024], lambdaMemoryMb: 1024 },
  heavy_processing: { payloadKb: [128, 256, 512, 768, 1024], lambdaMemoryMb: 2048 },
};

/** duet-local with small bodies, and each request sent to one platform. */
export function singlePlan(): CampaignPlan {
  const plan = shippedPlan("duet-local");
  return {
    ...plan,
    duet: false,
    ecs: { ...plan.ecs, concurrencyPerTask: 2 },
    workloads: plan.workloads.map((workload) => ({ ...workload, ...SMALL[workload.workload] })),
  };
}

/**
 * That plan with runs of its own; by default one of about so many requests in so many
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
  const plan = singlePlan();
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
