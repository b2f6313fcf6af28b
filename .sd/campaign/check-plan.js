import { PlanError } from "./plan-error.js";
import { list, nullOr, number, object, oneOf, range, record, share, text, yesOrNo, } from "./plan-shape.js";
import { scheduleRuns } from "./plan-schedule.js";
import { LOAD_PATTERNS, TIME_WINDOWS, WORKLOADS } from "./vocabulary.js";
const ms = number("ms", { from: 0 });
const positiveMs = number("ms", { above: 0 });
const count = number("requests", { from: 1, whole: true });
const rate = number("requests per second", { from: 0 });
const factor = number("times", { from: 1 });
const arrivals = (value, field, source) => {
    if (value === "even" || value === "poisson")
        return;
    if (typeof value === "string" || typeof value !== "object")
        throw new PlanError(source, field, value, "even, poisson, or a coefficient of variation as {cv: 2}");
    object({ cv: number("standard deviations per mean", { above: 0, to: 20 }) })(value, field, source);
};
const keepAlive = (value, field, source) => {
    if (value?.law === "fixed")
        return object({ law: oneOf(["fixed"]), seconds: number("seconds", { above: 0 }) })(value, field, source);
    object({ law: oneOf(["halving", "fixed"]), periodSeconds: number("seconds", { above: 0 }) })(value, field, source);
};
const workload = object({
    workload: oneOf(WORKLOADS),
    payloadKb: list(number("KiB", { above: 0, to: 1024 * 1024 }), "payload sizes"),
    weight: object({ ecs: number("parts", { from: 0 }), lambda: number("parts", { from: 0 }) }),
    demand: object({
        waitMs: range(ms),
        cpuMs: ms,
        cpuMsPerMb: number("ms per MB", { from: 0 }),
        noiseLnSd: number("standard deviations of ln(ms)", { from: 0, to: 3 }),
        stragglerShare: share,
        stragglerFactor: range(factor),
    }),
    lambdaMemoryMb: number("MB", { from: 128, to: 10_240, whole: true }),
    ecsTask: object({
        vcpu: number("vCPU", { from: 0.25, to: 16 }),
        memoryGb: number("GB", { from: 0.5, to: 120 }),
    }),
});
const phases = list(object({ minutes: number("minutes", { above: 0 }), requestsPerSecond: rate }, { toRequestsPerSecond: rate }), "phases");
const PLAN = object({
    name: text(/^[a-z0-9][a-z0-9-]*$/, "a name of small letters, digits and dashes"),
    title: text(/\S/, "a title"),
    prices: oneOf(["author", "us-east-1"]),
    startDate: text(/^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date as YYYY-MM-DD"),
    days: number("days", { from: 1, whole: true }),
    utcOffsetMinutes: number("minutes", { from: -720, to: 840, whole: true }),
    layout: oneOf(["flat", "by-run"]),
    workloads: list(workload, "workloads"),
    patterns: record(/^[a-z][a-z0-9_]*$/, "a name of small letters, digits and underscores", object({ arrivals, phases })),
    runs: list(object({
        window: nullOr(oneOf(TIME_WINDOWS)),
        pattern: text(/./, "the name of one of the plan's patterns"),
        startsAt: text(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day as "HH:MM"'),
    }, {
        phases,
        rateFactor: number("times", { above: 0 }),
        exactRequests: record(/./, "a workload", count),
    }), "runs"),
    client: object({
        timeoutMs: positiveMs,
        roundTripMs: ms,
        firstWindowBytes: number("bytes", { above: 0 }),
        uplinkMbitPerSecond: number("Mbit/s", { above: 0 }),
        queuedKbPerBody: number("KiB", { from: 0 }),
        maxQueueMs: ms,
    }),
    lambda: object({
        initialisation: object({
            lnMean: number("ln(ms)"),
            lnSd: number("standard deviations of ln(ms)", { from: 0, to: 3 }),
        }),
        firstRunFactor: factor,
        fullVcpuMemoryMb: number("MB", { above: 0 }),
        keepAlive,
        concurrencyLimit: number("environments", { from: 1, whole: true }),
        newEnvironmentsPer10Seconds: number("environments", { from: 1, whole: true }),
        payloadLimitBytes: number("bytes", { from: 1, whole: true }),
        roundTrips: number("round trips", { from: 1 }),
        overheadMs: ms,
        errorShare: share,
    }),
    ecs: object({
        tasks: number("tasks", { from: 1, whole: true }),
        concurrencyPerTask: number("requests", { from: 1, whole: true }),
        bufferedKb: number("KiB", { above: 0 }),
        queueLimit: number("requests", { from: 0, whole: true }),
        scaling: nullOr(object({
            targetCpuPercent: number("per cent", { above: 0, to: 100 }),
            maxTasks: number("tasks", { from: 1, whole: true }),
            reactsAfterSeconds: number("seconds", { from: 60 }),
            scalesInAfterSeconds: number("seconds", { from: 60 }),
            taskStartSeconds: number("seconds", { from: 0 }),
        })),
        roundTrips: number("round trips", { from: 1 }),
        overheadMs: ms,
        errorShare: share,
    }),
}, { duet: yesOrNo });
/**
 * Takes a value for a plan, or throws a PlanError that names `source`, the field, its value and
 * what would be right.
 */
export function checkPlan(value, source) {
    PLAN(value, "", source);
    const plan = value;
    checkNames(plan, source);
    return plan;
}
/** What no field shows alone: names that must agree, things that must be there once. */
function checkNames(plan, source) {
    const names = plan.workloads.map(({ workload: name }) => name);
    plan.workloads.forEach(({ workload: name, weight, payloadKb }, i) => {
        if (names.indexOf(name) !== i)
            throw new PlanError(source, `workloads[${i}].workload`, name, "a workload that is not in the list before");
        if (weight.ecs + weight.lambda === 0)
            throw new PlanError(source, `workloads[${i}].weight`, weight, "above 0 for one platform at least");
        if (new Set(payloadKb).size < payloadKb.length)
            throw new PlanError(source, `workloads[${i}].payloadKb`, payloadKb, "a list without repeated sizes");
    });
    // JavaScript takes 30 February for 2 March.
    const day = new Date(`${plan.startDate}T00:00:00Z`);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== plan.startDate)
        throw new PlanError(source, "startDate", plan.startDate, "a day that exists");
    plan.runs.forEach(({ window, pattern, exactRequests }, i) => {
        if (!Object.hasOwn(plan.patterns, pattern))
            throw new PlanError(source, `runs[${i}].pattern`, pattern, `one of the plan's patterns: ${Object.keys(plan.patterns).join(", ")}`);
        if (plan.layout === "by-run") {
            if (window === null)
                throw new PlanError(source, `runs[${i}].window`, window, `one of ${TIME_WINDOWS.join(", ")}; only a plan with layout "flat" has none`);
            if (!LOAD_PATTERNS.includes(pattern))
                throw new PlanError(source, `runs[${i}].pattern`, pattern, `one of ${LOAD_PATTERNS.join(", ")}, which the logs can name`);
        }
        for (const name of Object.keys(exactRequests ?? {})) {
            if (!names.includes(name))
                throw new PlanError(source, `a name in runs[${i}].exactRequests`, name, `one of the plan's workloads: ${names.join(", ")}`);
        }
    });
    scheduleRuns(plan).forEach((later, i, all) => {
        const earlier = all[i - 1];
        if (!earlier || later.startMs >= earlier.startMs + earlier.durationMs)
            return;
        const ends = new Date(earlier.startMs + earlier.durationMs + plan.utcOffsetMinutes * 60_000)
            .toISOString()
            .slice(11, 16);
        throw new PlanError(source, `runs[${plan.runs.indexOf(later.run)}].startsAt`, later.run.startsAt, `${ends} or later, when runs[${plan.runs.indexOf(earlier.run)}] is over`);
    });
}
//# sourceMappingURL=check-plan.js.map