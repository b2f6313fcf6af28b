import {
  bodyBytes,
  ECS,
  LAMBDA,
  type CampaignPlan,
  type ScheduledRun,
  type WorkloadPlan,
} from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import { arrivalTimes } from "./arrivals.js";

/**
 * Everything about a run's requests that no platform changes: both platforms answer the same ones,
 * with the same luck.
 */
export interface DrawnRequests {
  /** Ms from the start of the run, ascending. */
  sendMs: Float64Array;
  /** Index in the plan's workloads. */
  workload: Uint8Array;
  platform: Uint8Array;
  targetPayloadKb: Float64Array;
  bytes: Float64Array;
  /** Wait of the handler and its work on a full vCPU. */
  waitMs: Float64Array;
  cpuMs: Float64Array;
  /** What initialising an environment would take. */
  initialisationMs: Float64Array;
  /** Uniform; below the platform's share of errors, the request fails. */
  errorDraw: Float64Array;
}

/** Draws the requests of one run. */
export function drawRequests(
  plan: CampaignPlan,
  scheduled: ScheduledRun,
  random: Random,
): DrawnRequests {
  const sendMs = arrivalTimes(scheduled, plan.patterns[scheduled.run.pattern].arrivals, random);
  const count = sendMs.length;
  const { workload, platform } = drawScenarios(plan, scheduled, count, random);
  const column = (): Float64Array => new Float64Array(count);
  const drawn: DrawnRequests = {
    sendMs,
    workload,
    platform,
    targetPayloadKb: column(),
    bytes: column(),
    waitMs: column(),
    cpuMs: column(),
    initialisationMs: column(),
    errorDraw: column(),
  };
  const { lnMean, lnSd } = plan.lambda.initialisation;
  for (let i = 0; i < count; i++) {
    const { payloadKb, demand } = plan.workloads[workload[i]];
    const kb = payloadKb[random.integer(payloadKb.length)];
    const bytes = bodyBytes(kb);
    drawn.targetPayloadKb[i] = kb;
    drawn.bytes[i] = bytes;
    drawn.waitMs[i] = demand.waitMs[0] + (demand.waitMs[1] - demand.waitMs[0]) * random.uniform();
    let cpu =
      (demand.cpuMs + (demand.cpuMsPerMb * bytes) / (1024 * 1024)) *
      Math.exp(demand.noiseLnSd * random.normal());
    if (random.uniform() < demand.stragglerShare) {
      cpu *=
        demand.stragglerFactor[0] +
        (demand.stragglerFactor[1] - demand.stragglerFactor[0]) * random.uniform();
    }
    drawn.cpuMs[i] = cpu;
    drawn.initialisationMs[i] = Math.exp(lnMean + lnSd * random.normal());
    drawn.errorDraw[i] = random.uniform();
  }
  return drawn;
}

/**
 * Which workload and which platform: by the scenarios' weights, or exact counts in random order
 * where the run states them.
 */
function drawScenarios(
  { workloads }: CampaignPlan,
  { run }: ScheduledRun,
  count: number,
  random: Random,
): Pick<DrawnRequests, "workload" | "platform"> {
  const workload = new Uint8Array(count);
  const platform = new Uint8Array(count);
  const toEcs = workloads.map(({ weight }) => weight.ecs / (weight.ecs + weight.lambda));
  if (run.exactRequests) {
    let filled = 0;
    workloads.forEach(({ workload: name }, code) => {
      const end = filled + (run.exactRequests![name] ?? 0);
      workload.fill(code, filled, end);
      filled = end;
    });
    random.shuffle(workload);
    for (let i = 0; i < count; i++)
      platform[i] = random.uniform() < toEcs[workload[i]] ? ECS : LAMBDA;
    return { workload, platform };
  }
  const scenarios = cumulativeWeights(workloads);
  const total = scenarios[scenarios.length - 1];
  for (let i = 0; i < count; i++) {
    const at = random.uniform() * total;
    let scenario = 0;
    while (at >= scenarios[scenario]) scenario++;
    workload[i] = scenario >> 1;
    platform[i] = scenario & 1 ? LAMBDA : ECS;
  }
  return { workload, platform };
}

/** Two scenarios a workload, ECS first. */
function cumulativeWeights(workloads: readonly WorkloadPlan[]): number[] {
  let sum = 0;
  return workloads.flatMap(({ weight }) => [(sum += weight.ecs), (sum += weight.lambda)]);
}
