import { PlanError } from "./plan-error.js";
import { PRICE_TABLES } from "./prices.js";
import {
  list,
  nullOr,
  number,
  object,
  oneOf,
  range,
  record,
  share,
  text,
  yesOrNo,
  type Shape,
} from "./plan-shape.js";
import {
  MOST_BYTES,
  MOST_DAYS,
  MOST_ITEMS,
  MOST_MINUTES,
  MOST_MS,
  MOST_PLACES,
  MOST_REQUESTS,
  MOST_REQUESTS_A_RUN,
  MOST_REQUESTS_PER_SECOND,
  MOST_RUNS,
  MOST_RUNS_A_DAY,
  MOST_SECONDS,
  MOST_TASKS,
  MOST_TIMES,
} from "./plan-limits.js";
import type { CampaignPlan } from "./plan.js";
import { scheduleRuns } from "./plan-schedule.js";
import { TIME_WINDOWS } from "./vocabulary.js";

const ms = number("ms", { from: 0, to: MOST_MS });
const positiveMs = number("ms", { above: 0, to: MOST_MS });
const positiveSeconds = number("seconds", { above: 0, to: MOST_SECONDS });
const count = number("requests", { from: 1, to: MOST_REQUESTS_A_RUN, whole: true });
const rate = number("requests per second", { from: 0, to: MOST_REQUESTS_PER_SECOND });
const factor = number("times", { from: 1, to: MOST_TIMES });
const weight = number("parts", { from: 0, to: MOST_TIMES });
const roundTrips = number("round trips", { from: 1, to: MOST_ITEMS });
const environments = number("environments", { from: 1, to: MOST_PLACES, whole: true });
const tasks = number("tasks", { from: 1, to: MOST_TASKS, whole: true });

const arrivals: Shape = (value, field, source) => {
  if (value === "even" || value === "poisson") return;
  if (typeof value === "string" || typeof value !== "object")
    throw new PlanError(
      source,
      field,
      value,
      "even, poisson, or a coefficient of variation as {cv: 2}",
    );
  object({ cv: number("standard deviations per mean", { above: 0, to: 20 }) })(
    value,
    field,
    source,
  );
};

const keepAlive: Shape = (value, field, source) => {
  if ((value as { law?: unknown } | null)?.law === "fixed")
    return object({ law: oneOf(["fixed"]), seconds: positiveSeconds })(value, field, source);
  object({ law: oneOf(["halving", "fixed"]), periodSeconds: positiveSeconds })(
    value,
    field,
    source,
  );
};

const workload = object({
  workload: text(/^[A-Za-z0-9][\w.-]*$/, "a name of letters, digits, dots, dashes and underscores"),
  payloadKb: list(number("KiB", { above: 0, to: 1024 * 1024 }), "payload sizes", MOST_ITEMS),
  weight: object({ ecs: weight, lambda: weight }),
  demand: object({
    waitMs: range(ms),
    cpuMs: ms,
    cpuMsPerMb: number("ms per MB", { from: 0, to: MOST_MS }),
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

const phases = list(
  object(
    { minutes: number("minutes", { above: 0, to: MOST_MINUTES }), requestsPerSecond: rate },
    { toRequestsPerSecond: rate },
  ),
  "phases",
  MOST_ITEMS,
);

/** Names become parts of the names of files. */
const NAME = /^[A-Za-z0-9][\w .-]*$/;
const NAME_IN_WORDS = "a name of letters, digits, blanks, dots, dashes and underscores";

const PLAN = object(
  {
    name: text(/^[a-z0-9][a-z0-9-]*$/, "a name of small letters, digits and dashes"),
    title: text(/\S/, "a title"),
    prices: oneOf(PRICE_TABLES.map(({ name }) => name)),
    startDate: text(
      /^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
      "a date as YYYY-MM-DD",
    ),
    days: number("days", { from: 1, to: MOST_DAYS, whole: true }),
    utcOffsetMinutes: number("minutes", { from: -720, to: 840, whole: true }),
    layout: oneOf(["flat", "by-run"]),
    workloads: list(workload, "workloads", MOST_ITEMS),
    patterns: record(NAME, NAME_IN_WORDS, object({ arrivals, phases }), MOST_ITEMS),
    runs: list(
      object(
        {
          window: nullOr(text(NAME, NAME_IN_WORDS)),
          pattern: text(/./, "the name of one of the plan's patterns"),
          startsAt: text(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day as "HH:MM"'),
        },
        {
          phases,
          rateFactor: number("times", { above: 0, to: MOST_TIMES }),
          exactRequests: record(/./, "a workload", count),
        },
      ),
      "runs",
      MOST_RUNS_A_DAY,
    ),
    client: object({
      timeoutMs: positiveMs,
      roundTripMs: ms,
      firstWindowBytes: number("bytes", { above: 0, to: MOST_BYTES }),
      uplinkMbitPerSecond: number("Mbit/s", { above: 0, to: MOST_TIMES }),
      queuedKbPerBody: number("KiB", { from: 0, to: MOST_TIMES }),
      maxQueueMs: ms,
    }),
    lambda: object({
      initialisation: object({
        lnMean: number("ln(ms)", { from: -20, to: Math.log(MOST_MS) }),
        lnSd: number("standard deviations of ln(ms)", { from: 0, to: 3 }),
      }),
      firstRunFactor: factor,
      fullVcpuMemoryMb: number("MB", { above: 0, to: MOST_TIMES }),
      keepAlive,
      concurrencyLimit: environments,
      newEnvironmentsPer10Seconds: environments,
      payloadLimitBytes: number("bytes", { from: 1, to: MOST_BYTES, whole: true }),
      roundTrips,
      overheadMs: ms,
      errorShare: share,
    }),
    ecs: object({
      tasks,
      concurrencyPerTask: number("requests", { from: 1, to: MOST_PLACES, whole: true }),
      bufferedKb: number("KiB", { above: 0, to: MOST_TIMES }),
      queueLimit: number("requests", { from: 0, to: MOST_PLACES, whole: true }),
      scaling: nullOr(
        object({
          targetCpuPercent: number("per cent", { above: 0, to: 100 }),
          maxTasks: tasks,
          reactsAfterSeconds: number("seconds", { from: 60, to: MOST_SECONDS }),
          scalesInAfterSeconds: number("seconds", { from: 60, to: MOST_SECONDS }),
          taskStartSeconds: number("seconds", { from: 0, to: MOST_SECONDS }),
        }),
      ),
      roundTrips,
      overheadMs: ms,
      errorShare: share,
    }),
  },
  { duet: yesOrNo },
);

/**
 * Takes a value for a plan, or throws a PlanError that names `source`, the field, its value and
 * what would be right.
 */
export function checkPlan(value: unknown, source: string): CampaignPlan {
  PLAN(value, "", source);
  const plan = value as CampaignPlan;
  checkNames(plan, source);
  checkSize(plan, source);
  checkOrder(plan, source);
  return plan;
}

/** What is within limits field by field may still be too much together. */
function checkSize(plan: CampaignPlan, source: string): void {
  const runs = plan.runs.length * plan.days;
  if (runs > MOST_RUNS)
    throw new PlanError(
      source,
      "days",
      plan.days,
      `at most ${Math.floor(MOST_RUNS / plan.runs.length)} with ${plan.runs.length} runs a day ` +
        `(${MOST_RUNS} runs together)`,
    );
  const day = scheduleRuns({ ...plan, days: 1 });
  for (const { run, expectedRequests } of day)
    if (expectedRequests > MOST_REQUESTS_A_RUN)
      throw new PlanError(
        source,
        `the number of requests of runs[${plan.runs.indexOf(run)}]`,
        Math.round(expectedRequests),
        `at most ${MOST_REQUESTS_A_RUN}; lower its rates, or make several runs of it`,
      );
  const all = plan.days * day.reduce((sum, { expectedRequests }) => sum + expectedRequests, 0);
  if (all > MOST_REQUESTS)
    throw new PlanError(
      source,
      "the number of requests of all days",
      Math.round(all),
      `at most ${MOST_REQUESTS}`,
    );
}

/** What no field shows alone: names that must agree, things that must be there once. */
function checkNames(plan: CampaignPlan, source: string): void {
  const names = plan.workloads.map(({ workload: name }) => name);
  plan.workloads.forEach(({ workload: name, weight, payloadKb }, i) => {
    if (names.indexOf(name) !== i)
      throw new PlanError(
        source,
        `workloads[${i}].workload`,
        name,
        "a workload that is not in the list before",
      );
    if (weight.ecs + weight.lambda === 0)
      throw new PlanError(
        source,
        `workloads[${i}].weight`,
        weight,
        "above 0 for one platform at least",
      );
    if (new Set(payloadKb).size < payloadKb.length)
      throw new PlanError(
        source,
        `workloads[${i}].payloadKb`,
        payloadKb,
        "a list without repeated sizes",
      );
  });
  // JavaScript takes 30 February for 2 March.
  const day = new Date(`${plan.startDate}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== plan.startDate)
    throw new PlanError(source, "startDate", plan.startDate, "a day that exists");
  plan.runs.forEach(({ window, pattern, exactRequests }, i) => {
    if (!Object.hasOwn(plan.patterns, pattern))
      throw new PlanError(
        source,
        `runs[${i}].pattern`,
        pattern,
        `one of the plan's patterns: ${Object.keys(plan.patterns).join(", ")}`,
      );
    if (plan.layout === "by-run") {
      if (window === null)
        throw new PlanError(
          source,
          `runs[${i}].window`,
          window,
          `a window, as ${TIME_WINDOWS.join(", ")}; only a plan with layout "flat" has none`,
        );
    }
    for (const name of Object.keys(exactRequests ?? {})) {
      if (!names.includes(name))
        throw new PlanError(
          source,
          `a name in runs[${i}].exactRequests`,
          name,
          `one of the plan's workloads: ${names.join(", ")}`,
        );
    }
  });
}

/** No run begins before the one before it is over, on the same day or over midnight. */
function checkOrder(plan: CampaignPlan, source: string): void {
  // Every day is like the first; of two days the second shows what reaches over midnight.
  scheduleRuns({ ...plan, days: Math.min(plan.days, 2) }).forEach((later, i, all) => {
    const earlier = all[i - 1];
    if (!earlier || later.startMs >= earlier.startMs + earlier.durationMs) return;
    const ends = new Date(earlier.startMs + earlier.durationMs + plan.utcOffsetMinutes * 60_000)
      .toISOString()
      .slice(11, 16);
    throw new PlanError(
      source,
      `runs[${plan.runs.indexOf(later.run)}].startsAt`,
      later.run.startsAt,
      `${ends} or later, when runs[${plan.runs.indexOf(earlier.run)}] is over`,
    );
  });
}
