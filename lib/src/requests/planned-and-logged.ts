import {
  ECS,
  NO_PLATFORM,
  planDesign,
  PLATFORMS,
  type CampaignPlan,
  type Platform,
} from "../campaign/index.js";
import { findPairs } from "./pairs.js";
import { MISSING, type Requests } from "./requests.js";
import { patternNames, windowNames } from "./scenarios.js";

/** A cell of a plan beside the logs: requests planned and requests answered by that platform. */
export interface PlannedAndLogged {
  workload: string;
  payloadKb: number;
  window: string;
  pattern: string;
  platform: Platform;
  planned: number;
  logged: number;
  /** `logged / planned`. */
  loggedShare: number;
}

/** A cell of a duet beside the logs: pairs planned, and what the logs hold of them. */
export interface PlannedPairs extends Omit<
  PlannedAndLogged,
  "platform" | "logged" | "loggedShare"
> {
  /** Pairs with both halves. */
  whole: number;
  /** Pairs of which the other half is not in the logs. */
  onlyEcs: number;
  onlyLambda: number;
}

/**
 * Every cell of a plan's design (workload, size, window, pattern, platform; days added up) with the
 * requests that the logs hold of it; in a duet a request is half of a pair. A plan whose logs name
 * neither window nor pattern is compared without them. Requests outside the plan (another size,
 * another scenario, no platform) count nowhere.
 */
export function compareWithPlan(requests: Requests, plan: CampaignPlan): PlannedAndLogged[] {
  const cells = new Map<string, PlannedAndLogged>();
  for (const { platform, expectedRequests, ...cell } of planDesign(plan).cells) {
    const place = placeOf(cell, plan);
    const key = [keyOf(place), platform].join("/");
    const known = cells.get(key);
    if (known) known.planned += expectedRequests;
    else
      cells.set(key, { ...place, platform, planned: expectedRequests, logged: 0, loggedShare: 0 });
  }
  const keyOfRow = rowKeys(requests, plan);
  for (let row = 0; row < requests.rowCount; row++) {
    const cell = cells.get([keyOfRow(row), PLATFORMS[requests.platform[row]]].join("/"));
    if (cell) cell.logged++;
  }
  return [...cells.values()].map((cell) => ({ ...cell, loggedShare: cell.logged / cell.planned }));
}

/**
 * The cells of a duet (workload, size, window, pattern; days added up) with the pairs that the logs
 * hold of them, whole or by half. Pairs outside the plan count nowhere. Throws a RangeError for a
 * plan that sends no pairs.
 */
export function comparePairsWithPlan(requests: Requests, plan: CampaignPlan): PlannedPairs[] {
  if (!plan.duet)
    throw new RangeError(`the plan ${plan.name} sends no pairs: compare its requests instead`);
  const cells = new Map<string, PlannedPairs>();
  for (const { platform, expectedRequests, ...cell } of planDesign(plan).cells) {
    // Each platform gets one half of every pair: one of them says how many there are.
    if (platform !== PLATFORMS[ECS]) continue;
    const place = placeOf(cell, plan);
    const none = { planned: 0, whole: 0, onlyEcs: 0, onlyLambda: 0 };
    const known = cells.get(keyOf(place)) ?? { ...place, ...none };
    known.planned += expectedRequests;
    cells.set(keyOf(place), known);
  }
  const keyOfRow = rowKeys(requests, plan);
  const count = (rows: Uint32Array, kindOf: (row: number) => PairKind): void => {
    for (const row of rows) {
      const cell = cells.get(keyOfRow(row));
      if (cell) cell[kindOf(row)]++;
    }
  };
  const { firstRow, halvesAlone } = findPairs(requests);
  count(firstRow, () => "whole");
  count(
    halvesAlone.filter((row) => requests.platform[row] !== NO_PLATFORM),
    (row) => (requests.platform[row] === ECS ? "onlyEcs" : "onlyLambda"),
  );
  return [...cells.values()];
}

type PairKind = "whole" | "onlyEcs" | "onlyLambda";

type Place = Pick<PlannedAndLogged, "workload" | "payloadKb" | "window" | "pattern">;

function placeOf({ workload, payloadKb: kb, window, pattern }: Place, plan: CampaignPlan): Place {
  const where =
    plan.layout === "flat" ? { window: "not logged", pattern: "not logged" } : { window, pattern };
  return { workload, payloadKb: kb, ...where };
}

function keyOf({ workload, payloadKb: kb, window, pattern }: Place): string {
  return [workload, kb, window, pattern].join("/");
}

/** The cell of the plan that a row lies in, as a key. */
function rowKeys(requests: Requests, plan: CampaignPlan): (row: number) => string {
  const plannedKb = [...new Set(plan.workloads.flatMap((workload) => workload.payloadKb))];
  const sizes = requests.payloadKb;
  const sizeOf = new Map([...new Set(sizes)].map((kb) => [kb, nearestSize(plannedKb, kb)]));
  const nameOf = (names: readonly string[], code: number): string =>
    plan.layout === "flat" || code === MISSING ? "not logged" : names[code];
  const [windows, patterns] = [windowNames(requests), patternNames(requests)];
  return (row) =>
    [
      requests.workloadNames[requests.workload[row]],
      sizeOf.get(sizes[row]),
      nameOf(windows, requests.timeWindow[row]),
      nameOf(patterns, requests.loadPattern[row]),
    ].join("/");
}

/**
 * The planned size a measured one stands for: the body differs from it by its wrapping, so the
 * nearest within a tenth; else none.
 */
function nearestSize(plannedKb: readonly number[], kb: number): number | undefined {
  const nearest = plannedKb.reduce(
    (best, size) => (Math.abs(size - kb) < Math.abs(best - kb) ? size : best),
    plannedKb[0],
  );
  return Math.abs(nearest - kb) <= 0.1 * nearest ? nearest : undefined;
}

/**
 * One platform's cells as a map: sizes down, scenarios across, share of the planned requests that
 * are in the logs.
 */
export function loggedMap(
  compared: readonly PlannedAndLogged[],
  platform: Platform,
): { rows: string[]; columns: string[]; shares: number[][] } {
  const cells = compared.filter((cell) => cell.platform === platform);
  const row = (cell: PlannedAndLogged): string => `${cell.workload}, ${cell.payloadKb} KiB`;
  const column = (cell: PlannedAndLogged): string => `${cell.window}, ${cell.pattern}`;
  const rows = [...new Set(cells.map(row))];
  const columns = [...new Set(cells.map(column))];
  return {
    rows,
    columns,
    shares: rows.map((r) =>
      columns.map(
        (c) => cells.find((cell) => row(cell) === r && column(cell) === c)?.loggedShare ?? NaN,
      ),
    ),
  };
}

/** Logged of planned by workload and size, on each platform. */
export function loggedBySize(
  compared: readonly PlannedAndLogged[],
): { workload: string; payloadKb: number; lambda: number; ecs: number }[] {
  const sizes = new Map<
    string,
    {
      workload: string;
      payloadKb: number;
      lambda: { planned: number; logged: number };
      ecs: { planned: number; logged: number };
    }
  >();
  for (const { workload, payloadKb, platform, planned, logged } of compared) {
    const key = `${workload}/${payloadKb}`;
    const size = sizes.get(key) ?? {
      workload,
      payloadKb,
      lambda: { planned: 0, logged: 0 },
      ecs: { planned: 0, logged: 0 },
    };
    size[platform].planned += planned;
    size[platform].logged += logged;
    sizes.set(key, size);
  }
  return [...sizes.values()].map(({ lambda, ecs, ...size }) => ({
    ...size,
    lambda: lambda.logged / lambda.planned,
    ecs: ecs.logged / ecs.planned,
  }));
}
