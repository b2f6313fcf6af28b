import { ECS, LAMBDA, scheduleRuns, } from "../campaign/index.js";
import { MISSING } from "../requests/index.js";
import { NO_ANSWER } from "./answer.js";
import { drawRequests } from "./draw-requests.js";
import { campaignRandom, runRandom } from "./planned-requests.js";
import { EcsService } from "./ecs-service.js";
import { LambdaService } from "./lambda-service.js";
import { linkBytesPerMs, shareLink } from "./link.js";
import { emptyOutcomes } from "./simulated-run.js";
/**
 * Simulates a campaign in virtual time, run by run in the order of time. Memory is that of the
 * longest run, whatever the length of the campaign. Functions and services live on from run to run,
 * so a gap between two runs cools them.
 *
 * A run is worked off in three passes: the client's link (the same for both platforms), then each
 * ECS service in the order of sending, then each Lambda function in the order in which the bodies
 * have arrived.
 */
export function* simulateRuns(plan, { seed, choose }) {
    const random = campaignRandom(plan, seed);
    const services = plan.workloads.map(({ ecsTask }) => new EcsService(plan.ecs, ecsTask));
    const functions = plan.workloads.map(({ workload, lambdaMemoryMb }) => new LambdaService(plan.lambda, lambdaMemoryMb, random.fork(`keep-alive ${workload}`)));
    let index = 0;
    for (const scheduled of scheduleRuns(plan))
        yield simulateRun(plan, scheduled, index++, services, functions, random, choose);
}
function simulateRun(plan, scheduled, index, services, functions, random, choose) {
    const { startMs, durationMs } = scheduled;
    const drawn = drawRequests(plan, scheduled, runRandom(scheduled, random));
    if (choose)
        drawn.platform = choose(scheduled, drawn);
    const duet = (plan.duet ?? false) && !choose;
    const uploads = duet ? shareLinkInPairs(drawn, plan.client) : shareLinkOnce(drawn, plan.client);
    const billedBefore = functions.map((f) => f.billedMs);
    const outcomes = [
        serveAll(plan, drawn, uploads[ECS], startMs, services, duet),
        invokeAll(plan, drawn, uploads[LAMBDA], startMs, functions, duet),
    ];
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
        lambdaGbSeconds: functions.map((f, w) => ((f.billedMs - billedBefore[w]) / 1000) * (plan.workloads[w].lambdaMemoryMb / 1024)),
    };
}
/** One body a request on the link: its place there is the same wherever it goes. */
function shareLinkOnce({ sendMs, bytes }, client) {
    const uploads = shareLink(sendMs, bytes, client);
    return [uploads, uploads];
}
/** Two bodies a request, the half that is sent first ahead of the other. */
function shareLinkInPairs({ sendMs, bytes, platform }, client) {
    const twice = (of) => Float64Array.from({ length: 2 * of.length }, (_, half) => of[half >> 1]);
    const both = shareLink(twice(sendMs), twice(bytes), client);
    const side = (wanted) => {
        const half = (i) => 2 * i + Number(platform[i] !== wanted);
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
function serveAll({ client, ecs }, drawn, uploads, startMs, services, duet) {
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
        const readMs = Math.max(0, drawn.bytes[i] / bufferBytes - 1) *
            (roundTripMs + bufferBytes / linkBytesPerMs(client));
        const answer = service.serve(headerMs, headerMs + uploads.uploadMs[i], readMs, sentMs + client.timeoutMs, waitMs[i], cpuMs[i], probe);
        if (errorDraw[i] < ecs.errorShare && answer.status === 200)
            answer.status = 500;
        record(outcomes, i, answer, answer.doneMs + roundTripMs / 2 - sentMs, client.timeoutMs);
        outcomes.coldStart[i] = MISSING;
        if (outcomes.status[i] === 200)
            outcomes.runningTasks[i] = service.runningTasks;
    }
    return outcomes;
}
/** Every request at its function, which the gateway invokes when it has the whole body. */
function invokeAll({ client, lambda }, drawn, uploads, startMs, functions, duet) {
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
        const answer = functions[drawn.workload[i]].invoke(invokedMs[i], waitMs[i], cpuMs[i], drawn.initialisationMs[i], drawn.bytes[i], !duet && drawn.platform[i] !== LAMBDA);
        if (errorDraw[i] < lambda.errorShare && answer.status === 200)
            answer.status = 500;
        record(outcomes, i, answer, answer.doneMs + answerMs - sentMs, client.timeoutMs);
        if (outcomes.status[i] !== 200)
            outcomes.coldStart[i] = MISSING;
        else {
            outcomes.coldStart[i] = Number(answer.coldStart);
            outcomes.billedDurationMs[i] = answer.billedMs;
            if (answer.coldStart)
                outcomes.initDurationMs[i] = toMicroseconds(drawn.initialisationMs[i]);
        }
    }
    return outcomes;
}
function record(outcomes, i, answer, responseMs, timeoutMs) {
    if (!(responseMs < timeoutMs))
        return recordTimeout(outcomes, i, timeoutMs);
    const ok = answer.status === 200;
    outcomes.status[i] = answer.status;
    outcomes.executionTimeMs[i] = ok ? toMicroseconds(answer.executionMs) : NaN;
    outcomes.responseTimeMs[i] = toMicroseconds(responseMs);
    outcomes.cpuPercent[i] = ok ? Math.round((1000 * answer.cpuMs) / answer.executionMs) / 10 : NaN;
}
function recordTimeout(outcomes, i, timeoutMs) {
    outcomes.status[i] = NO_ANSWER;
    outcomes.executionTimeMs[i] = outcomes.cpuPercent[i] = NaN;
    outcomes.responseTimeMs[i] = timeoutMs;
    outcomes.coldStart[i] = MISSING;
}
/** Whole microseconds: what is written to a log and read again is then the same number. */
function toMicroseconds(ms) {
    return Math.round(ms * 1000) / 1000;
}
/** Indices in ascending order of time, equal times in the order they have. */
function orderByTime(timeMs) {
    const order = new Uint32Array(timeMs.length);
    for (let i = 0; i < order.length; i++)
        order[i] = i;
    return order.sort((a, b) => timeMs[a] - timeMs[b] || a - b);
}
//# sourceMappingURL=simulate.js.map