import type { CampaignPlan, Phase, RunPlan, WorkloadPlan } from "../campaign/index.js";

/** Something whoever plans a campaign may choose, with the levels it may take. */
export interface DesignFactor {
  name: string;
  unit: string;
  levels: readonly number[];
  /** What the level stands for, in words. */
  words(level: number): string;
  apply(plan: CampaignPlan, level: number): CampaignPlan;
  /** The value that a plan has of it, a level or not. */
  read(plan: CampaignPlan): number;
}

/** Lambda memory, MB: from the least AWS sells to where a function has its full vCPU and beyond. */
const MEMORY_MB = [128, 192, 256, 320, 384, 448, 512, 640, 768, 1024, 1280, 1536, 1769, 2048, 3008];
/** Smallest body, KiB, and how many times as large the largest is. */
const SMALLEST_KB = [4, 8, 16, 32, 64, 128, 256, 512];
const SIZE_RATIO = [4, 5, 8, 16, 32, 64, 128, 256];
const SIZES = 5;
/** Bodies pass Lambda's 6 MB (with what wraps them). */
const LARGEST_KB = 4800;
/** Task sizes as Fargate sells them: vCPU, with twice as many GB. */
const TASK_VCPU = [0.25, 0.5, 1, 2];
/** Requests an hour of all workloads together. */
const LOW_PER_HOUR = [30, 40, 60, 80, 120];
const MEDIUM_PER_HOUR = [100, 150, 200, 300, 600, 1200];
const BURST_PER_HOUR = [400, 600, 800, 1200, 1600, 2000, 3000, 6000];
const RAMP_PER_HOUR = [200, 300, 500, 800, 1200, 2400];
/** Standard deviation of the gaps in a burst, in means. */
const BURSTINESS = [2, 4, 8, 12, 16];
/** Rate of the quietest window beside the busiest. */
const QUIETEST = [0.2, 0.3, 0.4, 0.5, 0.6, 0.8];
/** Where the client stands: round trip in ms, and its uplink in Mbit/s. */
const CLIENTS: readonly { words: string; roundTripMs: number; uplinkMbitPerSecond: number }[] = [
  { words: "in the region", roundTripMs: 2, uplinkMbitPerSecond: 1000 },
  { words: "in a neighbouring region", roundTripMs: 20, uplinkMbitPerSecond: 500 },
  { words: "on the continent, on a fast link", roundTripMs: 40, uplinkMbitPerSecond: 200 },
  { words: "across an ocean, on a fast link", roundTripMs: 80, uplinkMbitPerSecond: 400 },
];

/** Every factor of a search around a plan, those of single workloads for each of its workloads. */
export function designFactors(base: CampaignPlan): DesignFactor[] {
  return [
    ...base.workloads.flatMap(({ workload }, w) => workloadFactors(workload, w)),
    {
      ...counted("tasks of each service", "tasks", [1, 2]),
      read: ({ ecs }) => ecs.tasks,
      apply: (plan, tasks) => ({ ...plan, ecs: { ...plan.ecs, tasks } }),
    },
    {
      ...counted("requests a task works on at once", "requests", [1, 2, 3, 4]),
      read: ({ ecs }) => ecs.concurrencyPerTask,
      apply: (plan, places) => ({ ...plan, ecs: { ...plan.ecs, concurrencyPerTask: places } }),
    },
    {
      ...counted("low load", "requests/h", LOW_PER_HOUR),
      read: (plan) => phaseOf(plan, "low_load").requestsPerSecond * 3600,
      // A ramp begins where low load stands.
      apply: (plan, perHour) => {
        const change = { requestsPerSecond: perHour / 3600 };
        return setPhase(setPhase(plan, "low_load", change), "ramp_load", change);
      },
    },
    rateOf("medium load", "medium_load", MEDIUM_PER_HOUR),
    rateOf("burst load", "burst_load", BURST_PER_HOUR),
    {
      ...counted("end of the ramp", "requests/h", RAMP_PER_HOUR),
      read: (plan) => (phaseOf(plan, "ramp_load").toRequestsPerSecond ?? NaN) * 3600,
      apply: (plan, perHour) =>
        setPhase(plan, "ramp_load", { toRequestsPerSecond: perHour / 3600 }),
    },
    {
      name: "burstiness",
      unit: "standard deviations of a gap per mean",
      levels: BURSTINESS,
      words: String,
      read: ({ patterns }) => {
        const { arrivals } = patterns.burst_load;
        return typeof arrivals === "object" ? arrivals.cv : 1;
      },
      apply: (plan, cv) => ({
        ...plan,
        patterns: {
          ...plan.patterns,
          burst_load: { ...plan.patterns.burst_load, arrivals: { cv } },
        },
      }),
    },
    {
      name: "rate of the quietest window",
      unit: "of the busiest",
      levels: QUIETEST,
      words: (share) => `${Math.round(100 * share)} % of the busiest`,
      read: ({ runs }) => Math.min(...runs.map(rateOfRun)) / Math.max(...runs.map(rateOfRun)),
      apply: (plan, quietest) => ({ ...plan, runs: spreadRates(plan.runs, quietest) }),
    },
    {
      name: "place of the client",
      unit: "",
      levels: CLIENTS.map((_, i) => i),
      words: (i) => CLIENTS[i].words,
      read: ({ client }) => nearestClient(client.roundTripMs),
      apply: (plan, i) => {
        const { roundTripMs, uplinkMbitPerSecond } = CLIENTS[i];
        return { ...plan, client: { ...plan.client, roundTripMs, uplinkMbitPerSecond } };
      },
    },
    {
      ...counted("days", "days", [1, 2, 3, 4, 5, 6, 8, 10, 14]),
      read: ({ days }) => days,
      apply: (plan, days) => ({ ...plan, days }),
    },
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
      read: ({ workloads }) => workloads[w].lambdaMemoryMb,
      apply: change((_, lambdaMemoryMb) => ({ lambdaMemoryMb })),
    },
    {
      name: `smallest body of ${name}`,
      unit: "KiB",
      levels: SMALLEST_KB,
      words: (kb) => `${kb} KiB`,
      read: ({ workloads }) => Math.min(...workloads[w].payloadKb),
      apply: change(({ payloadKb }, smallest) => ({
        payloadKb: geometricSizes(smallest, sizeRatio(payloadKb)),
      })),
    },
    {
      name: `largest body of ${name} beside the smallest`,
      unit: "times",
      levels: SIZE_RATIO,
      words: (ratio) => `${ratio} times`,
      read: ({ workloads }) => sizeRatio(workloads[w].payloadKb),
      apply: change(({ payloadKb }, ratio) => ({
        payloadKb: geometricSizes(Math.min(...payloadKb), ratio),
      })),
    },
    {
      name: `ECS task of ${name}`,
      unit: "vCPU",
      levels: TASK_VCPU,
      words: (vcpu) => `${vcpu} vCPU, ${2 * vcpu} GB`,
      read: ({ workloads }) => workloads[w].ecsTask.vcpu,
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

/** A factor whose levels are numbers of something. */
function counted(
  name: string,
  unit: string,
  levels: readonly number[],
): Omit<DesignFactor, "read" | "apply"> {
  return { name, unit, levels, words: (level) => `${level} ${unit}` };
}

/** The rate of a pattern of one phase, of all workloads together, stated an hour. */
function rateOf(name: string, pattern: string, perHour: readonly number[]): DesignFactor {
  return {
    ...counted(name, "requests/h", perHour),
    read: (plan) => phaseOf(plan, pattern).requestsPerSecond * 3600,
    apply: (plan, level) => setPhase(plan, pattern, { requestsPerSecond: level / 3600 }),
  };
}

const rateOfRun = ({ rateFactor }: RunPlan): number => rateFactor ?? 1;

/** Runs with the quietest at a share of the busiest, those between moved in proportion. */
function spreadRates(runs: readonly RunPlan[], quietest: number): RunPlan[] {
  const rates = runs.map(rateOfRun);
  const least = Math.min(...rates);
  const most = Math.max(...rates);
  if (least === most) return [...runs];
  return runs.map((run, r) => {
    const above = (rates[r] - least) / (most - least);
    const share = quietest + (1 - quietest) * above;
    return { ...run, rateFactor: Number((most * share).toFixed(3)) };
  });
}

function nearestClient(roundTripMs: number): number {
  const distance = ({ roundTripMs: own }: (typeof CLIENTS)[number]): number =>
    Math.abs(Math.log(own / Math.max(1, roundTripMs)));
  return CLIENTS.reduce(
    (best, client, i) => (distance(client) < distance(CLIENTS[best]) ? i : best),
    0,
  );
}

function phaseOf({ patterns }: CampaignPlan, pattern: string): Phase {
  return patterns[pattern].phases[0];
}

function setPhase(plan: CampaignPlan, pattern: string, change: Partial<Phase>): CampaignPlan {
  const { [pattern]: own } = plan.patterns;
  return {
    ...plan,
    patterns: {
      ...plan.patterns,
      [pattern]: { ...own, phases: own.phases.map((phase) => ({ ...phase, ...change })) },
    },
  };
}
