import { stringify } from "yaml";
import { DEFAULTS } from "../settings/index.js";

/** Options with the values that hold anyway, commented out. */
function usual(...options: (keyof typeof DEFAULTS)[]): string {
  const values = Object.fromEntries(options.map((option) => [option, DEFAULTS[option]]));
  return stringify(values).trimEnd().replace(/^/gm, "# ");
}

const onOneLine = (value: unknown): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trimEnd();

/**
 * A study file in which everything is commented out: lines that begin with `# ` are options with
 * the values that hold anyway (the thesis's) or an example, those with `## ` say what they are.
 */
export const STUDY_EXAMPLE = `# yaml-language-server: $schema=lib/schemas/study.schema.json
## What a study is about. Every line may be left out: what is written here holds anyway, unless it
## says "for example". Take the # away before whatever you state otherwise; README, "What a study is
## about", has every option, \`study schema\` prints them for editors.

## Of everything random.
${usual("seed")}

## What logs are held against: a shipped plan, a file beside this one, or none.
# plan: none

## How logs are read. \`study init LOGS\` looks at yours and fills this in.
# logs:
#   format: jsonl
##   a field of the study: your column, for example
#   columns:
#     response_time_ms: latency_ms
#     execution_time_ms: took[s]
#     platform: =lambda
##   local time less UTC, for example: windows that are not logged are then told by the time
#   utcOffsetMinutes: 60

## Each workload by its name in the logs, for example:
# workloads:
#   resize:
#     lambdaMemoryMb: 512
#     ecsTask: { vcpu: 0.5, memoryGb: 1 }

## What your logs call the platforms, beside lambda, AWS-Lambda, ecs, Fargate ...; for example:
# platforms:
#   lambda: [function]
#   ecs: [container]

## Time windows in local hours, in the order of their codes (a name alone: hours unknown).
# windows:
${DEFAULTS.windows.map((window) => `#   - ${onOneLine(window)}`).join("\n")}
# patterns: ${onOneLine(DEFAULTS.patterns)}

## What AWS charges. Of a region that is not shipped (eu-west-1, us-east-1) give all five figures.
${usual("prices")}

## How an ECS request is charged, for example: hours of tasks that are busy 70 % of the time.
# ecsCost:
#   model: task-hours
#   utilisation: 0.7
#   loadBalancer: true

## Which requests are Lambda's. Scheme and clock follow from the logs unless given; for example:
# label:
#   scheme: request-vs-median
#   clock: response
#   margin: 0.1
#   failures: slowest
#   groupBy: [workload, payload, window, pattern]

## What models may know; for pairs the state of arrivals, too.
# features: [author]

## What models learn from, are chosen on and judged on.
${usual("split")}

## How many sets of options are tried, by kind of model; with 1 the usual ones are taken.
${usual("search")}

## Response times (ms) whose misses are counted.
${usual("slo")}

## Thresholds of gates, for example:
# gates:
#   accuracy:
#     low: 0.7
#     high: 0.9
`;
