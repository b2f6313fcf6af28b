import {
  DEFAULT_CLIENT,
  DEFAULT_ECS,
  DEFAULT_SCALING,
  LAMBDA_MEMORY_DECLARED_MB,
  shippedPlan,
  type CampaignPlan,
  type PatternPlan,
  type Workload,
} from "lib/campaign";

const perHour = (requests: number): number => requests / 3600;
const sparse = (phases: PatternPlan["phases"][number], cv?: number): PatternPlan => ({
  arrivals: cv === undefined ? "poisson" : { cv },
  phases: [phases],
});

/**
 * A campaign that sends each request to one platform, every factor crossed with every other: the
 * same sizes for all workloads, sparse enough for cold starts.
 */
export function crossedPlan(changes: Partial<CampaignPlan> = {}): CampaignPlan {
  const duet = shippedPlan("duet");
  return {
    ...duet,
    name: "crossed",
    duet: false,
    days: 14,
    workloads: duet.workloads.map((workload) => ({
      ...workload,
      payloadKb: [4, 12, 32, 1024, 4096],
      lambdaMemoryMb: LAMBDA_MEMORY_DECLARED_MB[workload.workload as Workload],
    })),
    patterns: {
      low_load: sparse({ minutes: 28, requestsPerSecond: perHour(60) }),
      medium_load: sparse({ minutes: 28, requestsPerSecond: perHour(240) }),
      burst_load: sparse({ minutes: 28, requestsPerSecond: perHour(240) }, 4),
      ramp_load: sparse({
        minutes: 28,
        requestsPerSecond: perHour(60),
        toRequestsPerSecond: perHour(420),
      }),
    },
    client: DEFAULT_CLIENT,
    ecs: { ...DEFAULT_ECS, scaling: DEFAULT_SCALING },
    ...changes,
  };
}
