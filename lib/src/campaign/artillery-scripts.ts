import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { InputError } from "../statistics/index.js";
import { evenPhases, preparedPhase, type ArtilleryPhase } from "./artillery-phases.js";
import type { CampaignPlan, WorkloadPlan } from "./plan.js";
import { shippedPlan } from "./plans/index.js";
import { PLATFORMS } from "./vocabulary.js";

export interface ArtilleryScenario {
  name: string;
  weight: number;
  onError: string[];
  flow: Record<string, unknown>[];
}

/** An Artillery script as an object; written as YAML it is a file `artillery run` takes. */
export interface ArtilleryScript {
  config: {
    target: string;
    processor: string;
    http: { timeout: number };
    variables: Record<string, string>;
    phases: ArtilleryPhase[];
  };
  scenarios: ArtilleryScenario[];
}

/**
 * The Artillery script of one pattern of a plan. Artillery itself sends evenly; Poisson and gamma
 * arrivals start all their virtual users at once and let `waitForTurn` of the processor hold each
 * until it is due. What the processor must know of a request stands in its URL:
 * `/<platform>/<workload>?kb=<sizes>`. In a duet each virtual user takes two steps at once, with
 * "duet" in place of the platform: the processor makes them the halves of one pair.
 *
 * With `workers` machines that run the same script, each sends its share. Throws for an irregular
 * pattern of more than one phase, which the processor cannot time, and for sharing gamma arrivals:
 * several such streams make another process.
 */
export function artilleryScript(plan: CampaignPlan, pattern: string, workers = 1): ArtilleryScript {
  const planned = plan.patterns[pattern];
  if (!planned)
    throw new InputError(
      `the plan ${plan.name} has no pattern "${pattern}"; it has ` +
        `${Object.keys(plan.patterns).join(", ")}`,
    );
  const { arrivals, phases } = planned;
  const even = arrivals === "even";
  const cv = typeof arrivals === "object" ? arrivals.cv : 1;
  if (!even && phases.length > 1)
    throw new InputError(
      `pattern "${pattern}" of plan ${plan.name} has irregular arrivals and ${phases.length} ` +
        "phases; give each phase a pattern of its own",
    );
  if (workers > 1 && !even && cv !== 1)
    throw new InputError(
      `pattern "${pattern}" of plan ${plan.name} has gamma arrivals, and several workers' ` +
        "together would be another process; send it from one machine",
    );
  const variables: Record<string, string> = { pattern: plan.layout === "flat" ? "" : pattern };
  if (!even) {
    const { minutes, requestsPerSecond, toRequestsPerSecond } = phases[0];
    const from = requestsPerSecond / workers;
    const to = (toRequestsPerSecond ?? requestsPerSecond) / workers;
    variables.arrivals = `cv=${cv}&seconds=${minutes * 60}&from=${from}&to=${to}`;
  }
  return {
    config: {
      // Every request is sent to LAMBDA_BASE_URL or ECS_BASE_URL; one that the processor did not
      // prepare goes nowhere.
      target: "http://127.0.0.1:9",
      processor: "./processor.mjs",
      http: { timeout: plan.client.timeoutMs / 1000 },
      variables,
      phases: even
        ? evenPhases(pattern, phases, workers)
        : [preparedPhase(pattern, phases[0], cv, workers)],
    },
    scenarios: plan.workloads.flatMap((workload) => scenariosOf(workload, plan.duet, even)),
  };
}

function scenariosOf(
  { workload, payloadKb, weight }: WorkloadPlan,
  duet: boolean | undefined,
  even: boolean,
): ArtilleryScenario[] {
  const scenario = (to: string, share: number): ArtilleryScenario => {
    const post = {
      url: `/${to}/${workload}?kb=${payloadKb.join(",")}`,
      beforeRequest: ["prepare"],
      afterResponse: ["recordAnswer"],
    };
    return {
      name: `${to} ${workload}`,
      weight: share,
      onError: ["recordError"],
      flow: [
        ...(even ? [] : [{ function: "waitForTurn" }]),
        to === "duet" ? { parallel: [{ post }, { post }] } : { post },
      ],
    };
  };
  if (duet) return [scenario("duet", weight.ecs + weight.lambda)];
  return PLATFORMS.filter((platform) => weight[platform] > 0).map((platform) =>
    scenario(platform, weight[platform]),
  );
}

/** The scripts of `artillery-tests/`: file, plan, pattern. */
const SCRIPTS: readonly [file: string, plan: string, pattern: string][] = [
  ["fixed-payload.yml", "fixed-payload", "fixed"],
  ["low.yml", "variance", "low_load"],
  ["medium.yml", "variance", "medium_load"],
  ["burst.yml", "variance", "burst_load"],
  ["ramp.yml", "variance", "ramp_load"],
  ["sparse.yml", "duet", "low_load"],
];

/** The files of `artillery-tests/` that are generated from the shipped plans, as name and text. */
export function artilleryFiles(): { file: string; text: string }[] {
  return SCRIPTS.map(([file, plan, pattern]) => ({
    file,
    text:
      `# Generated from the plan "${plan}", pattern "${pattern}"; see README.md. Edit the ` +
      `plan, not this file.\n${stringify(artilleryScript(shippedPlan(plan), pattern))}`,
  }));
}

/** Writes those files into a folder. */
export function writeArtilleryScripts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of artilleryFiles()) writeFileSync(path.join(folder, file), text);
}
