import { ECS, LAMBDA } from "../campaign/index.js";
import { groupIntoCells, type Requests } from "../requests/index.js";
import { requestCostUsd } from "./cost.js";
import { UNLABELLED, type LabelOptions, type Labels } from "./labels.js";

/** The comparable requests of one group: latency in ms and cost in USD by platform, in row order. */
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

/** What a scheme needs: the groups that hold both platforms, and labels that are still empty, with the reasons counted. */
export interface LabelTask {
  groups: Group[];
  labels: Labels;
}

/**
 * Sorts requests into the groups they are compared in. Rows that cannot be compared stay UNLABELLED, counted by reason:
 * failed requests (no execution time), workloads without a cost, groups that only one platform served.
 */
export function prepareLabels(requests: Requests, options: LabelOptions): LabelTask {
  const { rowCount, platform, executionTimeMs, responseTimeMs, httpStatus } = requests;
  const cells = groupIntoCells(requests, options.groupBy);
  const cost = requestCostUsd(requests, options.cost, options.prices);
  const latency = options.clock === "execution" ? executionTimeMs : responseTimeMs;
  const unlabelled: Record<string, number> = {};
  const refuse = (reason: string, rows = 1): void => {
    unlabelled[reason] = (unlabelled[reason] ?? 0) + rows;
  };

  // A counting sort by (cell, platform): two passes, no row objects, ten million rows as well as ten.
  const place = new Int32Array(rowCount).fill(-1);
  const size = new Uint32Array(cells.codeCount * 2);
  for (let row = 0; row < rowCount; row++) {
    if (platform[row] > LAMBDA || httpStatus[row] >= 400 || Number.isNaN(executionTimeMs[row])) refuse("the request failed");
    else if (Number.isNaN(cost[row])) refuse("the workload has no known cost");
    else if (Number.isNaN(latency[row])) refuse(`no ${options.clock} time was logged`);
    else size[(place[row] = cells.codeOfRow[row] * 2 + platform[row])]++;
  }
  const sides: Side[] = Array.from(size, (n) => ({ rows: new Uint32Array(n), latencyMs: new Float64Array(n), costUsd: new Float64Array(n) }));
  const filled = new Uint32Array(sides.length);
  for (let row = 0; row < rowCount; row++) {
    if (place[row] < 0) continue;
    const side = sides[place[row]], at = filled[place[row]]++;
    side.rows[at] = row;
    side.latencyMs[at] = latency[row];
    side.costUsd[at] = cost[row];
  }

  const groups: Group[] = [];
  for (let cell = 0; cell < cells.codeCount; cell++) {
    const ecs = sides[cell * 2 + ECS], lambda = sides[cell * 2 + LAMBDA];
    if (ecs.rows.length && lambda.rows.length) groups.push({ name: cells.name(cell), ecs, lambda });
    else if (ecs.rows.length || lambda.rows.length) refuse("only one platform served the group", ecs.rows.length + lambda.rows.length);
  }
  const empty = (): Uint8Array => new Uint8Array(rowCount).fill(UNLABELLED);
  const labels: Labels = { options, latencyOptimal: empty(), costOptimal: empty(), balancedOptimal: empty(), probability: null, unlabelled };
  return { groups, labels };
}

/** ECS's side as Lambda must beat it: every time and cost lowered by its margin. */
export function withMargins(ecs: Side, latencyMargin: number, costMargin: number): Side {
  return { rows: ecs.rows, latencyMs: ecs.latencyMs.map((ms) => ms * (1 - latencyMargin)), costUsd: ecs.costUsd.map((usd) => usd * (1 - costMargin)) };
}

/** Writes one row's verdicts. */
export function setLabel(labels: Labels, row: number, faster: boolean, cheaper: boolean): void {
  labels.latencyOptimal[row] = Number(faster);
  labels.costOptimal[row] = Number(cheaper);
  labels.balancedOptimal[row] = Number(faster && cheaper);
}
