import { ECS, LAMBDA } from "../campaign/index.js";
import { groupIntoCells, isAnswered, MISSING, type Requests } from "../requests/index.js";
import { comparableCost } from "./comparable-cost.js";
import { UNLABELLED, type LabelOptions, type Labels } from "./labels.js";

/**
 * The comparable requests of one group: latency in ms and cost in USD by platform, in row order.
 */
export interface Group {
  /** As `Cells.name` prints it. */
  name: string;
  lambda: Side;
  ecs: Side;
}
export interface Side {
  rows: Uint32Array;
  latencyMs: Float64Array;
  costUsd: Float64Array;
}

/**
 * What a scheme needs: the groups that hold both platforms, and labels that are still empty, with
 * the reasons counted.
 */
export interface LabelTask {
  groups: Group[];
  labels: Labels;
  /** Whether a row's label says nothing of costs. */
  timeAlone(row: number): boolean;
}

/**
 * Sorts requests into the groups they are compared in. A request that its platform failed to answer
 * has an infinite latency and cost there, or no place at all, as the options say. Rows that cannot
 * be compared stay UNLABELLED, counted by reason: failed requests whose platform is not known or
 * that are dropped, workloads without a cost that are compared with others, groups that only one
 * platform served.
 */
export function prepareLabels(requests: Requests, options: LabelOptions): LabelTask {
  const { rowCount, platform, httpStatus, executionTimeMs, responseTimeMs, workload } = requests;
  const cells = groupIntoCells(requests, options.groupBy);
  const {
    costUsd: cost,
    onTimeAlone,
    timeAlone,
  } = comparableCost(requests, options, options.groupBy.includes("workload"));
  const latency = options.clock === "execution" ? executionTimeMs : responseTimeMs;
  const unlabelled: Record<string, number> = {};
  const refuse = (reason: string, rows = 1): void => {
    unlabelled[reason] = (unlabelled[reason] ?? 0) + rows;
  };

  // A counting sort by (cell, platform): two passes, no row objects, ten million rows as well as
  // ten.
  const place = new Int32Array(rowCount).fill(-1);
  const size = new Uint32Array(cells.codeCount * 2);
  const failed = (row: number): boolean => !isAnswered(requests, row);
  const takesPart = options.failures === "slowest";
  for (let row = 0; row < rowCount; row++) {
    if (platform[row] > LAMBDA && httpStatus[row] >= 200 && httpStatus[row] < 300)
      refuse("no platform is named");
    else if (platform[row] > LAMBDA)
      refuse(takesPart ? "the request failed, and no platform is named" : "the request failed");
    else if (failed(row)) {
      if (!takesPart) refuse("the request failed");
      else if (workload[row] === MISSING) refuse("the request failed, and no workload is named");
      else size[(place[row] = cells.codeOfRow[row] * 2 + platform[row])]++;
    } else if (Number.isNaN(cost[row])) refuse("the workload has no known cost");
    else if (Number.isNaN(latency[row])) refuse(`no ${options.clock} time was logged`);
    else size[(place[row] = cells.codeOfRow[row] * 2 + platform[row])]++;
  }
  const sides: Side[] = Array.from(size, (n) => ({
    rows: new Uint32Array(n),
    latencyMs: new Float64Array(n),
    costUsd: new Float64Array(n),
  }));
  const filled = new Uint32Array(sides.length);
  let failuresLabelled = 0;
  for (let row = 0; row < rowCount; row++) {
    if (place[row] < 0) continue;
    const side = sides[place[row]];
    const at = filled[place[row]]++;
    side.rows[at] = row;
    side.latencyMs[at] = failed(row) ? Infinity : latency[row];
    side.costUsd[at] = failed(row) ? Infinity : cost[row];
  }

  const groups: Group[] = [];
  for (let cell = 0; cell < cells.codeCount; cell++) {
    const ecs = sides[cell * 2 + ECS];
    const lambda = sides[cell * 2 + LAMBDA];
    if (ecs.rows.length && lambda.rows.length) {
      groups.push({ name: cells.name(cell), ecs, lambda });
      failuresLabelled += unanswered(ecs) + unanswered(lambda);
    } else if (ecs.rows.length || lambda.rows.length)
      refuse("only one platform served the group", ecs.rows.length + lambda.rows.length);
  }
  const empty = (): Uint8Array => new Uint8Array(rowCount).fill(UNLABELLED);
  const labels: Labels = {
    options,
    latencyOptimal: empty(),
    costOptimal: empty(),
    balancedOptimal: empty(),
    probability: null,
    unlabelled,
    failuresLabelled,
    onTimeAlone,
  };
  return { groups, labels, timeAlone };
}

function unanswered({ latencyMs }: Side): number {
  return latencyMs.reduce((count, ms) => count + Number(ms === Infinity), 0);
}

/** ECS's side as Lambda must beat it: every time and cost lowered by its margin. */
export function withMargins(ecs: Side, latencyMargin: number, costMargin: number): Side {
  // A margin of 1 on an infinite time would be neither.
  const lowered = (values: Float64Array, margin: number): Float64Array =>
    values.map((value) => (value === Infinity ? Infinity : value * (1 - margin)));
  return {
    rows: ecs.rows,
    latencyMs: lowered(ecs.latencyMs, latencyMargin),
    costUsd: lowered(ecs.costUsd, costMargin),
  };
}

/** Takes the verdict on cost from rows whose workload has no cost: their label is that on time. */
export function forgetCosts(labels: Labels, timeAlone: (row: number) => boolean): void {
  if (Object.keys(labels.onTimeAlone).length === 0) return;
  labels.costOptimal.forEach((_, row, costOptimal) => {
    if (timeAlone(row)) costOptimal[row] = UNLABELLED;
  });
}

/** Writes one row's verdicts. */
export function setLabel(labels: Labels, row: number, faster: boolean, cheaper: boolean): void {
  labels.latencyOptimal[row] = Number(faster);
  labels.costOptimal[row] = Number(cheaper);
  labels.balancedOptimal[row] = Number(faster && cheaper);
}
