import { writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { checkPlan, readPlan, type CampaignPlan } from "../campaign/index.js";
import {
  boundaryFactors,
  judgePlan,
  paretoFront,
  powerCurve,
  replication,
  searchDesign,
  type JudgedPlan,
  type SearchEffort,
  type SearchResult,
} from "../design/index.js";
import { fitPlanToLogs } from "../platforms/index.js";
import { logOptions as statedLogs, platformTerms } from "../settings/index.js";
import { DONE, out, outJson, type Arguments, type Command } from "./command.js";
import { designText } from "./design-text.js";
import { PLAN_NAMES } from "./plan-names.js";
import { LOG_OPTIONS, logOptions, readLogs } from "./read-logs.js";
import { refuseWithoutLogs, SETTINGS_OPTIONS, settingsOf } from "./settings-options.js";

/** Finalists that are judged with every gate. */
const FINALISTS = 2;

export const designCommand: Command = {
  name: "design",
  summary:
    "Searches for a campaign of pairs that holds something to learn, within a budget and hours\n" +
    "of load, by simulation: what it found, how sure that is, what it costs, what decides.",
  positionals: "",
  maxPositionals: 0,
  options: {
    "budget-usd": { type: "string", value: "USD", help: "what it may cost on AWS (default 30)" },
    hours: { type: "string", value: "H", help: "hours in which load is sent (default 48)" },
    from: {
      type: "string",
      value: "PLAN",
      help: `begin near a plan: ${PLAN_NAMES} (default duet)`,
    },
    like: { type: "string", value: "LOGS", help: "begin near a plan fitted to these logs" },
    ...SETTINGS_OPTIONS,
    ...LOG_OPTIONS,
    out: { type: "string", value: "FILE", help: "write the plan as YAML" },
    seed: { type: "string", value: "N", help: "seed of the search (default 42)" },
    runs: { type: "string", value: "N", help: "simulations a finalist is judged by (default 20)" },
    draws: { type: "string", value: "N", help: "candidates of the first round (default 2000)" },
    rounds: { type: "string", value: "N", help: "rounds near the best of before (default 5)" },
  },
  async run(args) {
    const seed = args.whole("seed") ?? 42;
    const runs = args.whole("runs", 1) ?? 20;
    const base = await basePlan(args);
    const limits = {
      budgetUsd: args.number("budget-usd") ?? 30,
      hours: args.number("hours") ?? 48,
    };
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    process.once("SIGINT", stop);
    const result = await searchDesign(base, {
      ...limits,
      seed,
      effort: effortOf(args),
      signal: abort.signal,
      onProgress: ({ shareDone, looked, trained, best }) =>
        progress(
          `searching ${(100 * shareDone).toFixed(0)} %: ${looked} plans looked at, ${trained} ` +
            `trained on, best ${best ? best.worst.toFixed(2) : "none yet"}`,
        ),
    });
    process.off("SIGINT", stop);
    const judged: JudgedPlan[] = [];
    for (const { plan } of result.finalists.slice(0, FINALISTS))
      judged.push(
        await judgePlan(named(plan), {
          seed,
          runs,
          onProgress: (share) => progress(`judging ${(100 * share).toFixed(0)} %`),
        }),
      );
    const chosen = [...judged].sort((a, b) => b.allGates.estimate - a.allGates.estimate)[0];
    const curve = chosen
      ? await powerCurve(chosen, {
          seed,
          runs: Math.ceil(runs / 2),
          onProgress: (share) => progress(`days ${(100 * share).toFixed(0)} %`),
        })
      : [];
    progress("");
    const file = args.text("out");
    if (file !== undefined && chosen) writeFileSync(file, planYaml(chosen.plan, args, limits));
    const found = { limits, result, chosen, front: paretoFront(judged), curve };
    if (args.flag("json")) outJson(jsonOf(found));
    else out(designText(found, file));
    return DONE;
  },
};

async function basePlan(args: Arguments): Promise<CampaignPlan> {
  const logs = args.text("like");
  const near = readPlan(args.text("from") ?? "duet");
  if (logs === undefined) {
    refuseWithoutLogs(args, LOG_OPTIONS);
    return { ...near, duet: true };
  }
  const settings = settingsOf(args);
  const { requests } = await readLogs(logs, logOptions(args, statedLogs(settings)));
  const fitted = fitPlanToLogs(requests, platformTerms(settings));
  // What the logs tell (handlers, sizes, memory, the client's way) with the runs of a duet.
  return {
    ...near,
    duet: true,
    workloads: fitted.workloads.map((workload) => ({ ...workload, weight: { ecs: 1, lambda: 1 } })),
  };
}

function effortOf(args: Arguments): Partial<SearchEffort> {
  const draws = args.whole("draws", 1);
  const rounds = args.whole("rounds", 0);
  return { ...(draws !== undefined && { draws }), ...(rounds !== undefined && { rounds }) };
}

function named(plan: CampaignPlan): CampaignPlan {
  return { ...plan, name: "designed", title: "Found by `study design`, by simulation" };
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** The plan as a file, with the command that finds it again. */
function planYaml(
  plan: CampaignPlan,
  args: Arguments,
  { budgetUsd, hours }: { budgetUsd: number; hours: number },
): string {
  const given = ["from", "like", "seed", "draws", "rounds"].flatMap((option) => {
    const value = args.text(option);
    return value === undefined ? [] : [`--${option} ${value}`];
  });
  const command = ["study design", `--budget-usd ${budgetUsd}`, `--hours ${hours}`, ...given];
  return `# Found by \`${command.join(" ")}\`, by simulation.\n${stringify(
    checkPlan(plan, "the plan found"),
  )}`;
}

/** What `study design` found. */
export interface Found {
  limits: { budgetUsd: number; hours: number };
  result: SearchResult;
  /** The plan that was judged best; undefined where no candidate was within the limits. */
  chosen: JudgedPlan | undefined;
  front: readonly JudgedPlan[];
  curve: readonly JudgedPlan[];
}

function jsonOf({ limits, result, chosen, front, curve }: Found): object {
  const { looked, withinLimits, nearest, trained, finalists, factors, stopped } = result;
  const best = finalists[0];
  return {
    simulated: true,
    limits,
    looked,
    withinLimits,
    nearest,
    trained,
    stopped,
    best: best && { ...best.standing, costUsd: best.costUsd, hours: best.hours },
    boundaries: best ? boundaryFactors(best.candidate, factors) : [],
    chosen: chosen ?? null,
    replication: chosen ? replication(chosen.plan) : [],
    front,
    curve,
  };
}
