import { existsSync } from "node:fs";
import { DEFAULT_PLAN } from "../artefacts/index.js";
import { readPlan, repeatPlan, shippedPlan, type CampaignPlan } from "../campaign/index.js";
import { closedLoopText, formatNumber } from "../display/index.js";
import { THESIS_COST } from "../labels/index.js";
import {
  compareWithLogs,
  fitPlanToLogs,
  writeSimulatedArrow,
  writeSimulatedLogs,
  type SimulationTotals,
} from "../platforms/index.js";
import { logOptions as statedLogs, platformTerms } from "../settings/index.js";
import { closedLoop, readRouter, routerRouting } from "../routing/index.js";
import { DONE, out, outJson, UsageError, type Arguments, type Command } from "./command.js";
import { fitText } from "./fit-text.js";
import { PLAN_NAMES } from "./plan-names.js";
import { MAPPING_OPTIONS, mappingOptions, readLogs } from "./read-logs.js";
import { refuseWithoutLogs, SETTINGS_OPTIONS, settingsOf } from "./settings-options.js";

export const simulate: Command = {
  name: "simulate",
  summary:
    "Simulates a campaign in virtual time and writes its logs in the format of the real " +
    "ones. The same plan and seed give the same bytes.\n" +
    "With --like, fits a plan to logs first and shows which of their cells its simulation " +
    "does not reproduce.\n" +
    "With --router, the router decides inside the simulation (closed loop), beside what a duet " +
    "says of the same decisions; no logs are written.",
  positionals: "",
  maxPositionals: 0,
  options: {
    plan: { type: "string", value: "NAME|FILE", help: `${PLAN_NAMES} (default variance)` },
    like: {
      type: "string",
      value: "LOGS",
      help: "a plan fitted to these logs, in place of --plan; --out is then optional",
    },
    ...SETTINGS_OPTIONS,
    ...MAPPING_OPTIONS,
    router: {
      type: "string",
      value: "DIR",
      help: "a router's folder, e.g. processed-data/simulated-42/router: it chooses the platforms",
    },
    out: { type: "string", value: "DIR", help: "folder for the logs; it must not hold other logs" },
    seed: { type: "string", value: "N", help: "seed (default 42)" },
    requests: {
      type: "string",
      value: "N",
      help: "repeat the plan's days until it asks for so many requests, however many",
    },
    format: {
      type: "string",
      value: "FORMAT",
      help:
        "jsonl (default), or arrow: columns in parts of half a million requests, which every " +
        "reader takes",
    },
    gzip: { type: "boolean", help: "write .jsonl.gz" },
  },
  async run(args) {
    const seed = args.whole("seed") ?? 42;
    const like = args.text("like");
    const router = args.text("router");
    if (like === undefined) refuseWithoutLogs(args, MAPPING_OPTIONS);
    if (router !== undefined) return simulateRouter(router, seed, args);
    if (like !== undefined) return simulateLike(like, seed, args);
    if (args.text("out") === undefined) throw new UsageError("--out DIR says where the logs go");
    const plan = await askedPlan(args, "variance");
    checkFormat(plan, args);
    const totals = writeLogs(plan, seed, args);
    if (args.flag("json")) outJson({ simulated: true, plan: plan.name, seed, ...totals });
    else out(writtenText(plan, seed, args, totals));
    return DONE;
  },
};

/** The plan named, its days repeated until it asks for --requests. */
async function askedPlan(args: Arguments, usual: string): Promise<CampaignPlan> {
  const named = readPlan(args.text("plan") ?? usual);
  const requests = args.whole("requests", 1);
  return requests === undefined ? named : repeatPlan(named, requests);
}

/** Lets a router decide inside the simulation, beside what a duet says of the same decisions. */
async function simulateRouter(folder: string, seed: number, args: Arguments): Promise<number> {
  for (const other of ["like", "out", "format"])
    if (args.text(other) !== undefined)
      throw new UsageError(`--router writes no logs; leave out --${other}, or --router`);
  if (!existsSync(folder))
    throw new UsageError(
      `there is no folder ${folder}; \`study run\` writes processed-data/<run>/router`,
    );
  const router = await readRouter(folder);
  const plan = await askedPlan(args, DEFAULT_PLAN);
  const terms = router.knowledge?.origin.labels ?? THESIS_COST;
  const loop = closedLoop(plan, routerRouting(router), { seed, terms });
  if (args.flag("json")) outJson(loop);
  else out(closedLoopText(loop));
  return DONE;
}

/**
 * Lines lie in a file for each run, day, workload and platform: of sparse campaigns of many years
 * no file system wants that many.
 */
const MOST_FILES = 100_000;

function checkFormat(plan: CampaignPlan, args: Arguments): void {
  const format = args.text("format") ?? "jsonl";
  if (format !== "jsonl" && format !== "arrow")
    throw new UsageError(`--format is jsonl or arrow, not "${format}"`);
  if (format === "arrow" && args.flag("gzip"))
    throw new UsageError("--gzip is for --format jsonl; leave it out");
  const files = plan.runs.length * plan.days * plan.workloads.length * 2;
  if (format === "jsonl" && files > MOST_FILES) {
    throw new UsageError(
      `${files} files of ${plan.days} days would be written; use --format arrow, or a plan ` +
        "with higher rates",
    );
  }
}

async function simulateLike(logs: string, seed: number, args: Arguments): Promise<number> {
  for (const own of ["plan", "requests"])
    if (args.text(own) !== undefined)
      throw new UsageError(`--like fits a plan of its own; leave out --${own}, or --like`);
  checkFormat(shippedPlan("variance"), args);
  const settings = settingsOf(args);
  const { requests } = await readLogs(logs, mappingOptions(args, statedLogs(settings)));
  const plan = fitPlanToLogs(requests, platformTerms(settings));
  const comparison = compareWithLogs(plan, requests, { seed });
  const totals = args.text("out") === undefined ? null : writeLogs(plan, seed, args);
  if (args.flag("json")) outJson({ simulated: true, seed, plan, comparison, ...totals });
  else
    out(
      [
        fitText(plan, comparison, requests.provenance.name, seed),
        ...(totals ? ["", writtenText(plan, seed, args, totals)] : []),
      ].join("\n"),
    );
  return DONE;
}

/** Writes a plan's simulated logs to --out, with the share that is done on a terminal. */
function writeLogs(plan: CampaignPlan, seed: number, args: Arguments): SimulationTotals {
  const terminal = process.stderr.isTTY;
  const onProgress = (share: number): void =>
    void (terminal && process.stderr.write(`\r\x1b[K${(100 * share).toFixed(0)} %`));
  const folder = args.text("out")!;
  const options = { seed, onProgress };
  const totals =
    args.text("format") === "arrow"
      ? writeSimulatedArrow(plan, folder, options)
      : writeSimulatedLogs(plan, folder, { ...options, gzip: args.flag("gzip") });
  if (terminal) process.stderr.write("\r\x1b[K");
  return totals;
}

function writtenText(
  plan: CampaignPlan,
  seed: number,
  args: Arguments,
  { requests, answered, coldStartShare }: SimulationTotals,
): string {
  return (
    `Simulated ${plan.name} (seed ${seed}): ${formatNumber(requests, "count")} requests in ` +
    `${args.text("out")}, ${formatNumber(answered, "count")} answered; ` +
    `${formatNumber(coldStartShare, "share")} of Lambda's were cold starts.`
  );
}
