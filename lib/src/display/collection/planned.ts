import type { CampaignPlan, PlanDesign } from "../../campaign/index.js";
import {
  loggedMap,
  loggedBySize,
  type ClockQuantiles,
  type PlannedAndLogged,
  type Provenance,
} from "../../requests/index.js";
import { barChart, heatMap } from "../charts/index.js";
import { formatNumber } from "../format.js";
import { showFigure, showText } from "../show.js";
import { showTable } from "../table.js";

/** What a plan asks for of each workload. */
export function showPlan(plan: CampaignPlan): void {
  const rows = plan.workloads.map(({ workload, payloadKb, weight, lambdaMemoryMb, ecsTask }) => ({
    workload,
    sizes: payloadKb.join(", "),
    pairs: weight.lambda + weight.ecs,
    lambda: weight.lambda,
    ecs: weight.ecs,
    memory: lambdaMemoryMb,
    task: `${ecsTask.vcpu} vCPU, ${ecsTask.memoryGb} GB`,
  }));
  const weights = plan.duet
    ? "pairs:number:weight of its pairs"
    : "lambda:number:weight, Lambda | ecs:number:weight, ECS";
  showTable(rows, {
    columns:
      `workload | sizes::payload sizes (KiB) | ${weights} | memory:count:Lambda memory (MB) | ` +
      "task::ECS task",
    caption: plan.title,
  });
}

/** When each load pattern runs, and how far its requests fill the client's uplink. */
export function showRuns({ runs, duet, expectedRequests, hours }: PlanDesign): void {
  const requests = `${formatNumber(expectedRequests, "count")} requests`;
  showTable(runs, {
    columns:
      "window | pattern | startsAt::starts (local) | minutes:count | " +
      `expectedRequests:count:${duet ? "pairs" : "requests"} | ` +
      "uplinkLoad:share:load on the client's uplink",
    caption:
      `${duet ? `${formatNumber(expectedRequests / 2, "count")} pairs, ${requests},` : requests} ` +
      `in ${formatNumber(hours, "number")} hours`,
  });
}

/** Which pairs of factors the design can tell apart, and what it asks for that cannot be had. */
export function showDesign({ pairs, impossible }: PlanDesign): void {
  showTable(
    pairs.map((pair) => ({ ...pair, pair: pair.factors.join(" and ") })),
    {
      columns: "pair | planned:count:combinations planned | possible:count | relation::they are",
      caption: "Pairs of factors in the plan",
    },
  );
  const aliased = pairs
    .filter(({ relation }) => relation === "aliased")
    .map(({ factors }) => factors.join(" with "));
  showText(
    aliased.length > 0
      ? `Aliased in this plan: **${aliased.join("; ")}**.`
      : "No two factors of this plan are aliased.",
  );
  if (impossible.length > 0)
    showTable(impossible, {
      columns: "field | problem | remedy",
      caption: "What this plan asks for and cannot have",
    });
}

/** The AWS bill of a plan, line by line. */
export function showBill({ bill }: PlanDesign): void {
  showTable(bill.lines, {
    columns: "service | quantity | costUsd:usd:USD",
    caption:
      `The AWS bill of the plan: ${formatNumber(bill.totalUsd, "usd")} at prices of ` +
      bill.prices.region,
  });
}

/** Planned beside logged: the emptiest cells, the sum in words, and a map for each platform. */
export async function showPlannedAndLogged(compared: readonly PlannedAndLogged[]): Promise<void> {
  showTable(
    [...compared].sort((a, b) => a.loggedShare - b.loggedShare),
    {
      columns:
        "workload | payloadKb:kib:size | window | pattern | platform | planned:count | " +
        "logged:count | loggedShare:share:logged of planned",
      caption: "Cells of the plan, the emptiest first",
      maxRows: 15,
    },
  );
  const sum = (of: (cell: PlannedAndLogged) => number): number =>
    compared.reduce((total, cell) => total + of(cell), 0);
  const planned = sum((cell) => cell.planned);
  const logged = sum((cell) => cell.logged);
  const empty = compared.filter((cell) => cell.logged === 0).length;
  const thin = compared.filter((cell) => cell.logged > 0 && cell.logged < cell.planned / 2).length;
  showText(
    `Of ${formatNumber(planned, "count")} planned requests ` +
      `**${formatNumber(logged, "count")}** are in the logs ` +
      `(${formatNumber(logged / planned, "share")}). ` +
      `${empty} of ${compared.length} cells are empty; ${thin} more hold less than half of ` +
      "what was planned.",
  );
  for (const platform of ["lambda", "ecs"] as const) {
    const map = loggedMap(compared, platform);
    const name = platform === "ecs" ? "ECS" : "Lambda";
    const text = {
      title: `${name}: requests logged, % of planned`,
      xTitle: "window and pattern",
      yTitle: "",
    };
    await showFigure(
      heatMap(map.rows, map.columns, map.shares, text, {
        print: (share) => `${Math.round(share * 100)}`,
      }),
      `requests logged as per cent of planned on ${name}`,
    );
  }
}

/**
 * The logged share by workload and size on both platforms, and where they differ most. `of` is the
 * provenance of the requests where they are not those of the run.
 */
export async function showLosses(
  compared: readonly PlannedAndLogged[],
  of?: Provenance,
): Promise<void> {
  const sizes = loggedBySize(compared);
  const names = sizes.map(({ workload, payloadKb }) => `${workload}, ${payloadKb} KiB`);
  const series = [
    { name: "Lambda", values: sizes.map(({ lambda }) => lambda) },
    { name: "ECS", values: sizes.map(({ ecs }) => ecs) },
  ];
  const text = {
    title: "Logged of planned, by workload and size",
    xTitle: "share of planned requests that are in the logs",
    yTitle: "",
    simulated: isSimulated(of),
  };
  await showFigure(
    barChart(names, series, text, { format: ".0%", horizontal: true }),
    "share of planned requests that are in the logs by size and platform",
  );
  const apart = ({ lambda, ecs }: { lambda: number; ecs: number }): number =>
    Math.abs(lambda - ecs);
  const most = sizes.reduce((best, size) => (apart(size) > apart(best) ? size : best));
  showText(
    `The platforms differ most at **${most.workload}, ${most.payloadKb} KiB**: ` +
      `${formatNumber(most.lambda, "share")} of Lambda's planned requests are in the logs, ` +
      `${formatNumber(most.ecs, "share")} of ECS's.`,
  );
}

/** What a table or picture of these requests is told; the run's own provenance unless given. */
function isSimulated(of: Provenance | undefined): boolean | undefined {
  return of && of.kind === "simulated";
}

/** Both clocks by workload and platform; `of` as in `showLosses`. */
export function showClocks(clocks: readonly ClockQuantiles[], of?: Provenance): void {
  showTable(clocks, {
    columns:
      "workload | platform | rows:count | executionP50Ms:ms:execution p50 | " +
      "executionP95Ms:ms:p95 | responseP50Ms:ms:response p50 | responseP95Ms:ms:p95 | " +
      "betweenP50Ms:ms:between, p50",
    caption: "Answered requests",
    simulated: isSimulated(of),
  });
}
