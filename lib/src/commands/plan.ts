import { stringify } from "yaml";
import { planDesign, readPlan, type CampaignPlan, type PlanDesign } from "../campaign/index.js";
import { formatNumber, tableText } from "../display/index.js";
import { DONE, out, outJson, UsageError, type Command } from "./command.js";
import { PLAN_NAMES } from "./plan-names.js";
import { writeRunScripts } from "./run-scripts.js";
import { scaleOutOptions, scaleOutText, writeScaleOut } from "./scale-out.js";

export const plan: Command = {
  name: "plan",
  summary:
    `Says what a plan (${PLAN_NAMES}) will send before anything is sent:\n` +
    "factors and which of them are aliased, runs, expected bill, and what cannot be.",
  positionals: "NAME|FILE",
  maxPositionals: 1,
  options: {
    yaml: {
      type: "boolean",
      help: "print the whole plan as a file to start from: `study plan duet --yaml > my.yaml`",
    },
    scripts: {
      type: "string",
      value: "DIR",
      help: "also write an Artillery script for each run of a day, and the processor they need",
    },
    "scale-out": {
      type: "string",
      value: "ENGINE",
      help: "fargate or lambda: scripts for several workers there, with commands, rights and cost",
    },
    workers: { type: "string", value: "N", help: "workers that share the load (default 2)" },
    sink: {
      type: "string",
      value: "ADDRESS",
      help: "s3://bucket/prefix that the workers' rows go to",
    },
    region: {
      type: "string",
      value: "NAME",
      help: "AWS region of workers and bucket (default that of the plan's prices)",
    },
  },
  async run(args) {
    const [name] = args.positionals;
    const folder = args.text("scripts");
    if (!name) throw new UsageError(`name a plan: ${PLAN_NAMES}`);
    const planned = readPlan(name);
    if (args.flag("yaml")) {
      for (const option of ["json", "scripts", "scale-out"])
        if (args.flag(option) || args.text(option) !== undefined)
          throw new UsageError(`--yaml prints the plan and nothing else; leave out --${option}`);
      out(planYaml(planned));
      return DONE;
    }
    const design = planDesign(planned);
    const scaleOut = scaleOutOptions(args, planned, design.bill.prices.region);
    if (scaleOut) {
      const written = writeScaleOut(planned, scaleOut, folder!);
      if (args.flag("json")) outJson({ ...design, scaleOut: written });
      else out(`${designText(planned, design)}\n\n${scaleOutText(written, folder!)}`);
      return DONE;
    }
    const scripts = folder === undefined ? [] : writeRunScripts(planned, folder);
    if (args.flag("json")) outJson(folder === undefined ? design : { ...design, scripts });
    else
      out(
        designText(planned, design) +
          (folder === undefined ? "" : `\n\nWritten to ${folder}: ${scripts.join(", ")}`),
      );
    return DONE;
  },
};

/** A plan as the file that `readPlan` takes. */
function planYaml(planned: CampaignPlan): string {
  return (
    `# The plan "${planned.name}". Give it a name of its own; a shorter file begins with\n` +
    "# `extends: NAME` and states what differs: groups are merged, lists are replaced.\n" +
    stringify(planned, { aliasDuplicateObjects: false })
  );
}

/**
 * Requests expected in each of a run's cells, by workload: its sizes and platforms come equally
 * often unless weights say otherwise, then the fewest.
 */
function perCell(
  { window, pattern }: PlanDesign["runs"][number],
  cells: PlanDesign["cells"],
): Record<string, number> {
  const fewest: Record<string, number> = {};
  for (const cell of cells)
    if (cell.window === window && cell.pattern === pattern)
      fewest[cell.workload] = Math.min(fewest[cell.workload] ?? Infinity, cell.expectedRequests);
  return fewest;
}

/** What is expected of a campaign: its requests, or its pairs and what they make. */
function expectation({ duet, expectedRequests }: PlanDesign): string {
  const count = (value: number): string => formatNumber(Math.round(value), "count");
  return duet
    ? `${count(expectedRequests / 2)} pairs (${count(expectedRequests)} requests, one half of ` +
        "each pair to either platform at the same moment)"
    : `${count(expectedRequests)} requests`;
}

export function designText({ title }: CampaignPlan, design: PlanDesign): string {
  const { levels, pairs, runs, cells, duet, hours, days, bill, impossible } = design;
  const count = (value: number): string => formatNumber(value, "count");
  const what = duet ? "pairs" : "requests";
  const smallest = Math.min(...cells.map((cell) => cell.expectedRequests));
  const {
    region,
    source,
    lambdaUsdPerGbSecond,
    lambdaUsdPerRequest,
    fargateUsdPerVcpuHour,
    fargateUsdPerGbHour,
    loadBalancerUsdPerHour,
  } = bill.prices;
  const factors = Object.entries(levels).map(([factor, of]) => ({
    factor,
    levels: of.length,
    values: of.join(", "),
  }));
  const combined = pairs.map((pair) => ({ ...pair, factors: pair.factors.join(" × ") }));
  const workloads = levels.workload.map(String);
  const scheduled = runs.map((run) => ({
    ...run,
    expectedRequests: Math.round(run.expectedRequests),
    ...perCell(run, cells),
  }));
  const billed = [...bill.lines, { service: "Total", quantity: "", costUsd: bill.totalUsd }];
  const problems = impossible.map(
    ({ field, problem, remedy }) => `  ${field}: ${problem}; ${remedy}`,
  );
  return [
    title,
    `${expectation(design)} expected in ${count(duet ? cells.length / 2 : cells.length)} ` +
      `cells, ${formatNumber(smallest, "number")} in the smallest; ` +
      `${formatNumber(hours, "number")} h of load on ${count(days)} ${days === 1 ? "day" : "days"}`,
    "",
    tableText(factors, { columns: "factor | levels:count | values" }),
    "",
    tableText(combined, {
      columns: "factors | relation | planned:count:planned combinations | possible:count:of",
    }),
    "Crossed: each level of one with each of the other. Aliased: they change together, and " +
      "their effects cannot be told apart.",
    "",
    tableText(scheduled, {
      columns:
        "window | pattern | startsAt::starts at | minutes:number | " +
        `expectedRequests:count:${what}${days > 1 ? " a day" : ""} | uplinkLoad:share:of the ` +
        "client's uplink",
      maxRows: Infinity,
    }),
    "",
    tableText(scheduled, {
      columns: ["window", "pattern", ...workloads.map((name) => `${name}:number`)],
      maxRows: Infinity,
    }),
    (duet
      ? "Pairs expected in each cell (one size)"
      : "Requests expected in each cell (one size on one platform)") +
      `${days > 1 ? `, all ${days} days together` : ""}. Each request sent makes one ` +
      `row of the logs, answered or not${duet ? ": each pair two, in one write" : ""}.`,
    "",
    tableText(billed, { columns: "service | quantity | costUsd:usd:expected bill" }),
    `Prices of ${region} (${source}), in USD: Lambda ${lambdaUsdPerGbSecond} per GB-second ` +
      `and ${lambdaUsdPerRequest * 1e6} per million requests; ` +
      `Fargate ${fargateUsdPerVcpuHour} per vCPU-hour and ${fargateUsdPerGbHour} per ` +
      `GB-hour; balancer ${loadBalancerUsdPerHour} an hour. ` +
      "Lambda for warm requests, Fargate and balancer for the hours of load only; taxes, " +
      "logs and data transfer left out.",
    "",
    ...(problems.length === 0
      ? ["Nothing in it is impossible."]
      : ["Cannot be, or will not do what it is for:", ...problems]),
  ].join("\n");
}
