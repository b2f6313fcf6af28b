import {
  bodyBytes,
  ECS,
  LAMBDA,
  type CampaignPlan,
  type ScheduledRun,
  type ServiceDemand,
  type WorkloadPlan,
} from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import { arrivalTimes } from "./arrivals.js";

/**
 * Everything about a run's requests that no platform changes. A request that is sent to one
 * platform is asked of the other with the same luck; the halves of a pair are two requests with the
 * same body and a luck of their own.
 */
export interface DrawnRequests {
  /** Ms from the start of the run, ascending. */
  sendMs: Float64Array;
  /** Index in the plan's workloads. */
  workload: Uint8Array;
  /** Where each request is sent; in a duet, where its first half is. */
  platform: Uint8Array;
  targetPayloadKb: Float64Array;
  bytes: Float64Array;
  /** Wait of the handler and its work on a full vCPU, by ECS and LAMBDA. */
  service: readonly [ecs: ServiceDraws, lambda: ServiceDraws];
  /** What initialising an environment would take. */
  initialisationMs: Float64Array;
}

/** What the handler of each request takes on one platform. */
export interface ServiceDraws {
  waitMs: Float64Array;
  cpuMs: Float64Array;
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
  const draws = (): ServiceDraws => ({ waitMs: column(), cpuMs: column(), errorDraw: column() });
  const ecs = draws();
  const lambda = plan.duet ? draws() : ecs;
  const drawn: DrawnRequests = {
    sendMs,
    workload,
    platform,
    targetPayloadKb: column(),
    bytes: column(),
    service: [ecs, lambda],
    initialisationMs: column(),
  };
  const { lnMean, lnSd } = plan.lambda.initialisation;
  for (let i = 0; i < count; i++) {
    const { payloadKb, demand } = plan.workloads[workload[i]];
    const kb = payloadKb[random.integer(payloadKb.length)];
    drawn.targetPayloadKb[i] = kb;
    drawn.bytes[i] = bodyBytes(kb);
    drawService(ecs, i, demand, drawn.bytes[i], random);
    drawn.initialisationMs[i] = Math.exp(lnMean + lnSd * random.normal());
    ecs.errorDraw[i] = random.uniform();
    if (lambda === ecs) continue;
    drawService(lambda, i, demand, drawn.bytes[i], random);
    lambda.errorDraw[i] = random.uniform();
  }
  return drawn;
}

/** The wait and the work of one handler: log-normal noise, and now and then a straggler. */
function drawService(
  draws: ServiceDraws,
  i: number,
  demand: ServiceDemand,
  bytes: number,
  random: Random,
): void {
  const { waitMs, stragglerFactor } = demand;
  draws.waitMs[i] = waitMs[0] + (waitMs[1] - waitMs[0]) * random.uniform();
  let cpu =
    (demand.cpuMs + (demand.cpuMsPerMb * bytes) / (1024 * 1024)) *
    Math.exp(demand.noiseLnSd * random.normal());
  if (random.uniform() < demand.stragglerShare)
    cpu *= stragglerFactor[0] + (stragglerFactor[1] - stragglerFactor[0]) * random.uniform();
  draws.cpuMs[i] = cpu;
}

/**
 * Which workload and which platform: by the scenarios' weights, or exact counts in random order
 * where the run states them.
 */
function drawScenarios(
  { workloads, duet = false }: CampaignPlan,
  { run }: ScheduledRun,
  count: number,
  random: Random,
): Pick<DrawnRequests, "workload" | "platform"> {
  const workload = new Uint8Array(count);
  const platform = new Uint8Array(count);
  // In a duet the platform is the one of the half that is sent first: either, at random.
  const toEcs = workloads.map(({ weight }) =>
    duet ? 0.5 : weight.ecs / (weight.ecs + weight.lambda),
  );
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
    platform[i] = (duet ? random.uniform() < 0.5 : scenario & 1) ? LAMBDA : ECS;
  }
  return { workload, platform };
}

/** Two scenarios a workload, ECS first. */
function cumulativeWeights(workloads: readonly WorkloadPlan[]): number[] {
  let sum = 0;
  return workloads.flatMap(({ weight }) => [(sum += weight.ecs), (sum += weight.lambda)]);
}
