import { bodyBytes, ECS, LAMBDA, } from "../campaign/index.js";
import { arrivalTimes } from "./arrivals.js";
/** Draws the requests of one run. */
export function drawRequests(plan, scheduled, random) {
    const sendMs = arrivalTimes(scheduled, plan.patterns[scheduled.run.pattern].arrivals, random);
    const count = sendMs.length;
    const { workload, platform } = drawScenarios(plan, scheduled, count, random);
    const column = () => new Float64Array(count);
    const draws = () => ({ waitMs: column(), cpuMs: column(), errorDraw: column() });
    const ecs = draws();
    const lambda = plan.duet ? draws() : ecs;
    const drawn = {
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
        if (lambda === ecs)
            continue;
        drawService(lambda, i, demand, drawn.bytes[i], random);
        lambda.errorDraw[i] = random.uniform();
    }
    return drawn;
}
/** The wait and the work of one handler: log-normal noise, and now and then a straggler. */
function drawService(draws, i, demand, bytes, random) {
    const { waitMs, stragglerFactor } = demand;
    draws.waitMs[i] = waitMs[0] + (waitMs[1] - waitMs[0]) * random.uniform();
    let cpu = (demand.cpuMs + (demand.cpuMsPerMb * bytes) / (1024 * 1024)) *
        Math.exp(demand.noiseLnSd * random.normal());
    if (random.uniform() < demand.stragglerShare)
        cpu *= stragglerFactor[0] + (stragglerFactor[1] - stragglerFactor[0]) * random.uniform();
    draws.cpuMs[i] = cpu;
}
/**
 * Which workload and which platform: by the scenarios' weights, or exact counts in random order
 * where the run states them.
 */
function drawScenarios({ workloads, duet = false }, { run }, count, random) {
    const workload = new Uint8Array(count);
    const platform = new Uint8Array(count);
    // In a duet the platform is the one of the half that is sent first: either, at random.
    const toEcs = workloads.map(({ weight }) => duet ? 0.5 : weight.ecs / (weight.ecs + weight.lambda));
    if (run.exactRequests) {
        let filled = 0;
        workloads.forEach(({ workload: name }, code) => {
            const end = filled + (run.exactRequests[name] ?? 0);
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
        while (at >= scenarios[scenario])
            scenario++;
        workload[i] = scenario >> 1;
        platform[i] = (duet ? random.uniform() < 0.5 : scenario & 1) ? LAMBDA : ECS;
    }
    return { workload, platform };
}
/** Two scenarios a workload, ECS first. */
function cumulativeWeights(workloads) {
    let sum = 0;
    return workloads.flatMap(({ weight }) => [(sum += weight.ecs), (sum += weight.lambda)]);
}
//# sourceMappingURL=draw-requests.js.map