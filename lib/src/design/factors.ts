import type { CampaignPlan, WorkloadPlan } from "../campaign/index.js";

/** Something whoever plans a campaign may choose, with the levels it may take. */
export interface DesignFactor {
  name: string;
  unit: string;
  levels: readonly number[];
  /** What the level stands for, in words. */
  words(level: number): string;
  apply(plan: CampaignPlan, level: number): CampaignPlan;
}

/** Lambda memory, MB: from the least AWS sells to where a function has its full vCPU and beyond. */
const MEMORY_MB = [128, 192, 256, 384, 512, 768, 1024, 1536, 1769, 2048, 3008];
/** Smallest body, KiB, and how many times as large the largest is. */
const SMALLEST_KB = [4, 8, 16, 32, 64, 128, 256, 512];
const SIZE_RATIO = [4, 8, 16, 32, 64, 128, 256];
const SIZES = 5;
/** Bodies pass Lambda's 6 MB (with what wraps them). */
const LARGEST_KB = 4800;
/** Task sizes as Fargate sells them: vCPU, with twice as many GB. */
const TASK_VCPU = [0.25, 0.5, 1, 2];
/** Requests an hour of all workloads together. */
const LOW_PER_HOUR = [30, 40, 60, 80, 120];
const MEDIUM_PER_HOUR = [100, 150, 200, 300, 600, 1200];
const BURST_PER_HOUR = [400, 800, 1200, 1600, 2000, 3000, 6000];
const RAMP_PER_HOUR = [200, 300, 500, 800, 1200, 2400];
/** Standard deviation of the gaps in a burst, in means. */
const BURSTINESS = [2, 4, 8, 12, 16];
/** Where the client stands: round trip in ms, and its uplink in Mbit/s. */
const CLIENTS: readonly { words: string; roundTripMs: number; uplinkMbitPerSecond: number }[] = [
  { words: "in the region", roundTripMs: 2, uplinkMbitPerSecond: 1000 },
  { words: "in a neighbouring region", roundTripMs: 20, uplinkMbitPerSecond: 500 },
  { words: "on the continent, on a fast link", roundTripMs: 40, uplinkMbitPerSecond: 200 },
  { words: "across an ocean, on a fast link", roundTripMs: 80, uplinkMbitPerSecond: 200 },
];

/** Every factor of a search around a plan, those of single workloads for each of its workloads. */
export function designFactors(base: CampaignPlan): DesignFactor[] {
  return [
    ...base.workloads.flatMap(({ workload }, w) => workloadFactors(workload, w)),
    count("tasks of each service", "tasks", [1, 2], (plan, tasks) => ({
      ...plan,
      ecs: { ...plan.ecs, tasks },
    })),
    count("requests a task works on at once", "requests", [1, 2, 3, 4], (plan, places) => ({
      ...plan,
      ecs: { ...plan.ecs, concurrencyPerTask: places },
    })),
    rate("low load", LOW_PER_HOUR, (plan, perSecond) => {
      const withLow = setPhase(plan, "low_load", { requestsPerSecond: perSecond });
      return setPhase(withLow, "ramp_load", { requestsPerSecond: perSecond });
    }),
    rate("medium load", MEDIUM_PER_HOUR, (plan, perSecond) =>
      setPhase(plan, "medium_load", { requestsPerSecond: perSecond }),
    ),
    rate("burst load", BURST_PER_HOUR, (plan, perSecond) =>
      setPhase(plan, "burst_load", { requestsPerSecond: perSecond }),
    ),
    rate("end of the ramp", RAMP_PER_HOUR, (plan, perSecond) =>
      setPhase(plan, "ramp_load", { toRequestsPerSecond: perSecond }),
    ),
    {
      name: "burstiness",
      unit: "standard deviations of a gap per mean",
      levels: BURSTINESS,
      words: String,
      apply: (plan, cv) => ({
        ...plan,
        patterns: {
          ...plan.patterns,
          burst_load: { ...plan.patterns.burst_load, arrivals: { cv } },
        },
      }),
    },
    {
      name: "place of the client",
      unit: "",
      levels: CLIENTS.map((_, i) => i),
      words: (i) => CLIENTS[i].words,
      apply: (plan, i) => {
        const { roundTripMs, uplinkMbitPerSecond } = CLIENTS[i];
        return { ...plan, client: { ...plan.client, roundTripMs, uplinkMbitPerSecond } };
      },
    },
    count("days", "days", [1, 2, 3, 4, 5, 6, 8, 10, 14], (plan, days) => ({ ...plan, days })),
  ];
}

function workloadFactors(name: string, w: number): DesignFactor[] {
  const change =
    (make: (workload: WorkloadPlan, level: number) => Partial<WorkloadPlan>) =>
    (plan: CampaignPlan, level: number): CampaignPlan => ({
      ...plan,
      workloads: plan.workloads.map((own, i) => (i === w ? { ...own, ...make(own, level) } : own)),
    });
  return [
    {
      name: `Lambda memory of ${name}`,
      unit: "MB",
      levels: MEMORY_MB,
      words: (mb) => `${mb} MB`,
      apply: change((_, lambdaMemoryMb) => ({ lambdaMemoryMb })),
    },
    {
      name: `smallest body of ${name}`,
      unit: "KiB",
      levels: SMALLEST_KB,
      words: (kb) => `${kb} KiB`,
      apply: change(({ payloadKb }, smallest) => ({
        payloadKb: geometricSizes(smallest, sizeRatio(payloadKb)),
      })),
    },
    {
      name: `largest body of ${name} beside the smallest`,
      unit: "times",
      levels: SIZE_RATIO,
      words: (ratio) => `${ratio} times`,
      apply: change(({ payloadKb }, ratio) => ({
        payloadKb: geometricSizes(Math.min(...payloadKb), ratio),
      })),
    },
    {
      name: `ECS task of ${name}`,
      unit: "vCPU",
      levels: TASK_VCPU,
      words: (vcpu) => `${vcpu} vCPU, ${2 * vcpu} GB`,
      apply: change((_, vcpu) => ({ ecsTask: { vcpu, memoryGb: 2 * vcpu } })),
    },
  ];
}

/** Sizes in equal steps of their logarithm, whole KiB, each once. */
export function geometricSizes(smallest: number, ratio: number): number[] {
  const largest = Math.min(LARGEST_KB, smallest * ratio);
  const sizes = Array.from({ length: SIZES }, (_, i) =>
    Math.round(smallest * (largest / smallest) ** (i / (SIZES - 1))),
  );
  return [...new Set(sizes)];
}

function sizeRatio(payloadKb: readonly number[]): number {
  return Math.max(...payloadKb) / Math.min(...payloadKb);
}

function count(
  name: string,
  unit: string,
  levels: readonly number[],
  apply: DesignFactor["apply"],
): DesignFactor {
  return { name, unit, levels, words: (level) => `${level} ${unit}`, apply };
}

/** A rate of all workloads together, stated an hour. */
function rate(
  name: string,
  perHour: readonly number[],
  apply: (plan: CampaignPlan, perSecond: number) => CampaignPlan,
): DesignFactor {
  return {
    name,
    unit: "requests/h",
    levels: perHour,
    words: (level) => `${level} requests/h`,
    apply: (plan, level) => apply(plan, level / 3600),
  };
}

function setPhase(
  plan: CampaignPlan,
  pattern: string,
  change: Partial<CampaignPlan["patterns"][string]["phases"][number]>,
): CampaignPlan {
  const { [pattern]: own } = plan.patterns;
  return {
    ...plan,
    patterns: {
      ...plan.patterns,
      [pattern]: { ...own, phases: own.phases.map((phase) => ({ ...phase, ...change })) },
    },
  };
}
