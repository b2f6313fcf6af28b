import {
  ECS,
  LAMBDA,
  scheduleRuns,
  type CampaignPlan,
  type ClientPlan,
  type ScheduledRun,
} from "../campaign/index.js";
import { MISSING } from "../requests/index.js";
import type { Random } from "../statistics/index.js";
import { NO_ANSWER, type Answer } from "./answer.js";
import { drawRequests, type DrawnRequests } from "./draw-requests.js";
import { campaignRandom, runRandom } from "./planned-requests.js";
import { EcsService } from "./ecs-service.js";
import { LambdaService } from "./lambda-service.js";
import { linkBytesPerMs, shareLink, type Uploads } from "./link.js";
import { emptyOutcomes, type Outcomes, type SimulatedRun } from "./simulated-run.js";

export interface SimulationOptions {
  seed: number | string;
  /**
   * Chooses the platform of each request of a run, in place of the plan's scenarios: the closed
   * loop of a router. Every request then goes to one platform, and only its load is there.
   */
  choose?(scheduled: ScheduledRun, requests: DrawnRequests): Uint8Array;
  /**
   * In a duet, one body a request on the client's link and not two, as if it were sent to one
   * platform only: what the link alone does to the times of a duet.
   */
  oneBody?: boolean;
}

/**
 * Simulates a campaign in virtual time, run by run in the order of time. Memory is that of the
 * longest run, whatever the length of the campaign. Functions and services live on from run to run,
 * so a gap between two runs cools them.
 *
 * A run is worked off in three passes: the client's link (the same for both platforms), then each
 * ECS service in the order of sending, then each Lambda function in the order in which the bodies
 * have arrived.
 */
export function* simulateRuns(
  plan: CampaignPlan,
  { seed, choose, oneBody = false }: SimulationOptions,
): Generator<SimulatedRun> {
  const random = campaignRandom(plan, seed);
  const services = plan.workloads.map(({ ecsTask }) => new EcsService(plan.ecs, ecsTask));
  const functions = plan.workloads.map(
    ({ workload, lambdaMemoryMb }) =>
      new LambdaService(plan.lambda, lambdaMemoryMb, random.fork(`keep-alive ${workload}`)),
  );
  let index = 0;
  for (const scheduled of scheduleRuns(plan))
    yield simulateRun(plan, scheduled, index++, { services, functions, random, choose, oneBody });
}

/** What lives on from run to run, and how requests come to the platforms. */
interface Simulation {
  services: readonly EcsService[];
  functions: readonly LambdaService[];
  random: Random;
  choose: SimulationOptions["choose"];
  oneBody: boolean;
}

function simulateRun(
  plan: CampaignPlan,
  scheduled: ScheduledRun,
  index: number,
  { services, functions, random, choose, oneBody }: Simulation,
): SimulatedRun {
  const { startMs, durationMs } = scheduled;
  const drawn = drawRequests(plan, scheduled, runRandom(scheduled, random));
  if (choose) drawn.platform = choose(scheduled, drawn);
  const duet = (plan.duet ?? false) && !choose;
  const uploads =
    duet && !oneBody ? shareLinkInPairs(drawn, plan.client) : shareLinkOnce(drawn, plan.client);
  const billedBefore = functions.map((f) => f.billedMs);
  const outcomes = [
    serveAll(plan, drawn, uploads[ECS], startMs, services, duet),
    invokeAll(plan, drawn, uploads[LAMBDA], startMs, functions, duet),
  ] as const;
  return {
    scheduled,
    index,
    duet,
    requestCount: drawn.sendMs.length,
    sentMs: drawn.sendMs.map((ms) => Math.floor(startMs + ms)),
    workload: drawn.workload,
    targetPayloadKb: drawn.targetPayloadKb,
    actualPayloadKb: drawn.bytes.map((bytes) => bytes / 1024),
    platform: drawn.platform,
    outcomes,
    taskHours: services.map((service) => service.scaling.taskHours(startMs, startMs + durationMs)),
    lambdaGbSeconds: functions.map(
      (f, w) => ((f.billedMs - billedBefore[w]) / 1000) * (plan.workloads[w].lambdaMemoryMb / 1024),
    ),
  };
}

type UploadsByPlatform = readonly [ecs: Uploads, lambda: Uploads];

/** One body a request on the link: its place there is the same wherever it goes. */
function shareLinkOnce({ sendMs, bytes }: DrawnRequests, client: ClientPlan): UploadsByPlatform {
  const uploads = shareLink(sendMs, bytes, client);
  return [uploads, uploads];
}

/** Two bodies a request, the half that is sent first ahead of the other. */
function shareLinkInPairs(
  { sendMs, bytes, platform }: DrawnRequests,
  client: ClientPlan,
): UploadsByPlatform {
  const twice = (of: Float64Array): Float64Array =>
    Float64Array.from({ length: 2 * of.length }, (_, half) => of[half >> 1]);
  const both = shareLink(twice(sendMs), twice(bytes), client);
  const side = (wanted: number): Uploads => {
    const half = (i: number): number => 2 * i + Number(platform[i] !== wanted);
    return {
      uploadMs: both.uploadMs.slice(0, sendMs.length).map((_, i) => both.uploadMs[half(i)]),
      queueMs: both.queueMs.slice(0, sendMs.length).map((_, i) => both.queueMs[half(i)]),
    };
  };
  return [side(ECS), side(LAMBDA)];
}

/**
 * Every request at its ECS service: served where it was sent there, else asked what would have
 * been.
 */
function serveAll(
  { client, ecs }: CampaignPlan,
  drawn: DrawnRequests,
  uploads: Uploads,
  startMs: number,
  services: readonly EcsService[],
  duet: boolean,
): Outcomes {
  const outcomes = emptyOutcomes(drawn.sendMs.length);
  const { waitMs, cpuMs, errorDraw } = drawn.service[ECS];
  const bufferBytes = ecs.bufferedKb * 1024;
  for (let i = 0; i < drawn.sendMs.length; i++) {
    const sentMs = startMs + drawn.sendMs[i];
    const roundTripMs = client.roundTripMs + uploads.queueMs[i];
    const headerMs = sentMs + (ecs.roundTrips - 0.5) * roundTripMs + ecs.overheadMs;
    const service = services[drawn.workload[i]];
    const probe = !duet && drawn.platform[i] !== ECS;
    // A window of one buffer goes out each round trip once the handler reads.
    const readMs =
      Math.max(0, drawn.bytes[i] / bufferBytes - 1) *
      (roundTripMs + bufferBytes / linkBytesPerMs(client));
    const answer = service.serve(
      headerMs,
      headerMs + uploads.uploadMs[i],
      readMs,
      sentMs + client.timeoutMs,
      waitMs[i],
      cpuMs[i],
      probe,
    );
    if (errorDraw[i] < ecs.errorShare && answer.status === 200) answer.status = 500;
    record(outcomes, i, answer, answer.doneMs + roundTripMs / 2 - sentMs, client.timeoutMs);
    outcomes.coldStart[i] = MISSING;
    if (outcomes.status[i] === 200) outcomes.runningTasks[i] = service.runningTasks;
  }
  return outcomes;
}

/** Every request at its function, which the gateway invokes when it has the whole body. */
function invokeAll(
  { client, lambda }: CampaignPlan,
  drawn: DrawnRequests,
  uploads: Uploads,
  startMs: number,
  functions: readonly LambdaService[],
  duet: boolean,
): Outcomes {
  const { waitMs, cpuMs, errorDraw } = drawn.service[LAMBDA];
  const count = drawn.sendMs.length;
  const outcomes = emptyOutcomes(count);
  const invokedMs = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    invokedMs[i] =
      startMs +
      drawn.sendMs[i] +
      (lambda.roundTrips - 0.5) * (client.roundTripMs + uploads.queueMs[i]) +
      uploads.uploadMs[i];
  }
  for (const i of orderByTime(invokedMs)) {
    const sentMs = startMs + drawn.sendMs[i];
    const answerMs = lambda.overheadMs + (client.roundTripMs + uploads.queueMs[i]) / 2;
    if (invokedMs[i] >= sentMs + client.timeoutMs) {
      recordTimeout(outcomes, i, client.timeoutMs);
      continue;
    }
    const answer = functions[drawn.workload[i]].invoke(
      invokedMs[i],
      waitMs[i],
      cpuMs[i],
      drawn.initialisationMs[i],
      drawn.bytes[i],
      !duet && drawn.platform[i] !== LAMBDA,
    );
    if (errorDraw[i] < lambda.errorShare && answer.status === 200) answer.status = 500;
    record(outcomes, i, answer, answer.doneMs + answerMs - sentMs, client.timeoutMs);
    if (outcomes.status[i] !== 200) outcomes.coldStart[i] = MISSING;
    else {
      outcomes.coldStart[i] = Number(answer.coldStart);
      outcomes.billedDurationMs[i] = answer.billedMs;
      if (answer.coldStart) outcomes.initDurationMs[i] = toMicroseconds(drawn.initialisationMs[i]);
    }
  }
  return outcomes;
}

function record(
  outcomes: Outcomes,
  i: number,
  answer: Answer,
  responseMs: number,
  timeoutMs: number,
): void {
  if (!(responseMs < timeoutMs)) return recordTimeout(outcomes, i, timeoutMs);
  const ok = answer.status === 200;
  outcomes.status[i] = answer.status;
  outcomes.executionTimeMs[i] = ok ? toMicroseconds(answer.executionMs) : NaN;
  outcomes.responseTimeMs[i] = toMicroseconds(responseMs);
  outcomes.cpuPercent[i] = ok ? Math.round((1000 * answer.cpuMs) / answer.executionMs) / 10 : NaN;
}

function recordTimeout(outcomes: Outcomes, i: number, timeoutMs: number): void {
  outcomes.status[i] = NO_ANSWER;
  outcomes.executionTimeMs[i] = outcomes.cpuPercent[i] = NaN;
  outcomes.responseTimeMs[i] = timeoutMs;
  outcomes.coldStart[i] = MISSING;
}

/** Whole microseconds: what is written to a log and read again is then the same number. */
function toMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

/** Indices in ascending order of time, equal times in the order they have. */
function orderByTime(timeMs: Float64Array): Uint32Array {
  const order = new Uint32Array(timeMs.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => timeMs[a] - timeMs[b] || a - b);
}
