import { Type, type Static, type TSchema } from "@sinclair/typebox";
import { GATES, PRICE_TABLES } from "../campaign/index.js";
import { FEATURE_SETS } from "../features/index.js";
import { LABEL_SCHEMES } from "../labels/index.js";
import { SEARCH_SPACES } from "../models/index.js";
import { CELL_KEYS, READABLE_FORMATS } from "../requests/index.js";

/**
 * What a study is about, as a file states it: every field may be left out. This one definition
 * gives the TypeScript type (`StudyFile`), the check (`checkSettings`) and the JSON Schema that
 * editors take (`studySchema`). A field stands here only where something depends on it.
 */
const closed = { additionalProperties: false };

/** One of some words. */
const oneOf = <const T extends string>(words: readonly T[], description: string) =>
  Type.Union(
    words.map((word) => Type.Literal(word)),
    { description },
  ) as unknown as ReturnType<typeof Type.Unsafe<T>>;

/** Groups of fields under names of the user's own. */
const named = <T extends TSchema>(value: T, description: string) =>
  Type.Record(Type.String({ minLength: 1 }), value, { description });

const fields = <T extends Record<string, TSchema>>(properties: T, description: string) =>
  Type.Partial(Type.Object(properties), { ...closed, description });

const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const usd = (description: string) => Type.Number({ minimum: 0, description });
const factor = (description: string) =>
  Type.Number({ exclusiveMinimum: 0, maximum: 1, description });
const megabytes = (description: string) => Type.Number({ exclusiveMinimum: 0, description });

const workload = fields(
  {
    lambdaMemoryMb: megabytes("memory of its function in MB, charged where a line records none"),
    declaredMemoryMb: megabytes(
      "memory in MB as models and the check memory-declared are told; lambdaMemoryMb unless given",
    ),
    ecsTask: Type.Object(
      {
        vcpu: Type.Number({ exclusiveMinimum: 0, description: "vCPU of its ECS task" }),
        memoryGb: Type.Number({ exclusiveMinimum: 0, description: "GB of its ECS task" }),
      },
      { ...closed, description: "its ECS task as Fargate sells it" },
    ),
  },
  "how a workload is deployed",
);

const hour = (description: string) => Type.Integer({ minimum: 0, maximum: 24, description });

const window = Type.Object(
  {
    name: Type.String({ minLength: 1, description: "as the logs name it" }),
    from: Type.Optional(hour("local hour at which it begins")),
    to: Type.Optional(hour("local hour at which it ends; over midnight where it is before from")),
  },
  { ...closed, description: "a time window: { name: morning, from: 6, to: 12 }, or a name alone" },
);

const prices = fields(
  {
    region: Type.String({
      minLength: 1,
      description:
        `${PRICE_TABLES.map((table) => table.region).join(" or ")}; ` +
        "of another region give all figures and their source",
    }),
    architecture: oneOf(["x86", "arm"], "of functions and tasks"),
    source: Type.String({ minLength: 1, description: "where figures of your own come from" }),
    date: Type.String({ minLength: 1, description: "when they were taken" }),
    lambdaUsdPerGbSecond: usd("USD for a GB-second of a function"),
    lambdaUsdPerRequest: usd("USD for a request to a function"),
    fargateUsdPerVcpuHour: usd("USD for a vCPU-hour of a task"),
    fargateUsdPerGbHour: usd("USD for a GB-hour of a task"),
    loadBalancerUsdPerHour: usd("USD for an hour of the load balancer"),
    lambdaSavingsFactor: factor("what a Savings Plan leaves of Lambda's duration price (1: none)"),
    fargateSavingsFactor: factor("what a Savings Plan leaves of Fargate's prices (1: none)"),
    fargateSpotFactor: factor("what Spot leaves of Fargate's prices (1: on demand)"),
  },
  "what AWS charges",
);

const ecsCost = fields(
  {
    model: oneOf(
      ["busy-time", "task-hours", "shared-task-hours"],
      "how ECS is charged: the time a request ran, hours at a utilisation, or the hours that ran",
    ),
    utilisation: factor("task-hours: share of the time that tasks are busy"),
    tasks: Type.Integer({ minimum: 1, description: "shared-task-hours: tasks where not logged" }),
    loadBalancer: Type.Boolean({ description: "charge the load balancer's hours, too" }),
  },
  "what an ECS request costs",
);

const label = fields(
  {
    scheme: oneOf(LABEL_SCHEMES, "duet for pairs, else request-vs-median, unless given"),
    clock: oneOf(["execution", "response"], "the platform's clock or the client's"),
    margin: share("Lambda must be faster and cheaper by this share (both margins at once)"),
    latencyMargin: share("how much faster Lambda must be"),
    costMargin: share("how much cheaper Lambda must be"),
    failures: oneOf(["slowest", "dropped"], "failed requests take part, or are left out"),
    groupBy: Type.Array(oneOf(CELL_KEYS, "a part of the context"), {
      uniqueItems: true,
      description: "requests are compared within groups of these",
    }),
    lambdaQuantile: share("group-percentile: this quantile of Lambda must beat ecsQuantile"),
    ecsQuantile: share("group-percentile: the quantile of ECS"),
  },
  "which requests are Lambda's",
);

const split = fields(
  {
    keepTogether: oneOf(["rows", "cells"], "rows at random, or whole context cells"),
    validation: share("share of the rows that options are chosen on"),
    test: share("share of the rows that models are judged on"),
  },
  "what models learn from and are judged on",
);

const search = Type.Partial(
  Type.Object(
    Object.fromEntries(
      Object.keys(SEARCH_SPACES).map((kind) => [
        kind,
        Type.Integer({ minimum: 1, description: "sets of options tried, the defaults among them" }),
      ]),
    ),
  ),
  { ...closed, description: "how many sets of options are tried, by kind of model" },
);

const gates = Type.Partial(
  Type.Object(
    Object.fromEntries(
      GATES.map(({ id, title, thresholds }) => [
        id,
        fields(
          Object.fromEntries(Object.keys(thresholds).map((name) => [name, Type.Number()])),
          title,
        ),
      ]),
    ),
  ),
  { ...closed, description: "thresholds of gates in place of the usual ones" },
);

export const StudyFileSchema = Type.Partial(
  Type.Object({
    seed: Type.Integer({ minimum: 0, description: "of everything random" }),
    plan: Type.String({
      minLength: 1,
      description: "what logs are held against: a shipped plan, a file beside this one, or none",
    }),
    workloads: named(workload, "each workload by its name in the logs"),
    platforms: fields(
      {
        lambda: Type.Array(Type.String({ minLength: 1 }), {
          uniqueItems: true,
          description: "what your logs call Lambda, beside lambda, AWS-Lambda and the like",
        }),
        ecs: Type.Array(Type.String({ minLength: 1 }), {
          uniqueItems: true,
          description: "what your logs call ECS, beside ecs, Fargate and the like",
        }),
      },
      "names of the two platforms",
    ),
    windows: Type.Array(window, {
      minItems: 1,
      description: "the time windows of the logs; the thesis's five unless given",
    }),
    patterns: Type.Array(Type.String({ minLength: 1, description: "as the logs name it" }), {
      minItems: 1,
      uniqueItems: true,
      description: "the load patterns of the logs; the thesis's four unless given",
    }),
    prices,
    ecsCost,
    label,
    features: Type.Array(oneOf(FEATURE_SETS, "a set of features"), {
      minItems: 1,
      uniqueItems: true,
      description:
        "what models may know; author, and state for pairs, unless given; feedback by name only",
    }),
    split,
    search,
    slo: fields(
      {
        limitsMs: Type.Array(Type.Number({ exclusiveMinimum: 0 }), {
          minItems: 1,
          uniqueItems: true,
          description: "response times in ms whose misses are counted",
        }),
      },
      "service level objectives",
    ),
    gates,
    logs: fields(
      {
        columns: named(
          Type.String({ minLength: 1 }),
          "a field of the logs (response_time_ms) and what it is called in yours (latency_ms, or " +
            "latency[s] where it is in seconds; =lambda is one value for all)",
        ),
        format: oneOf(
          READABLE_FORMATS.map(({ id }) => id),
          "what wrote them; told from their first records unless given",
        ),
        utcOffsetMinutes: Type.Integer({
          minimum: -840,
          maximum: 840,
          description: "local time less UTC: windows that are not logged are then told by the time",
        }),
      },
      "how logs are read",
    ),
  }),
  {
    ...closed,
    title: "A study: AWS Lambda or ECS?",
    description: "What a study is about. Every field may be left out.",
  },
);

/** What a file states of a study. */
export type StudyFile = Static<typeof StudyFileSchema>;

/** The JSON Schema (draft 7, which editors know) of the file, for editors. */
export function studySchema(): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    ...(JSON.parse(JSON.stringify(StudyFileSchema)) as object),
  };
}
