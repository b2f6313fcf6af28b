import type { WindowHours } from "../campaign/index.js";
import type { FeatureSet } from "../features/index.js";
import {
  SHARED_TASK_HOURS,
  type CostModel,
  type LabelChoice,
  type PlatformTerms,
} from "../labels/index.js";
import {
  parseColumns,
  type ColumnMapping,
  type ColumnRule,
  type LogOptions,
} from "../requests/index.js";
import { SEARCH_SPACES, type SearchSpace, type SplitChoice } from "../models/index.js";
import { DEFAULTS } from "./defaults.js";
import { priceTable } from "./prices.js";
import type { Settings } from "./settings.js";
import type { StudyFile } from "./schema.js";

type Workloads = Record<string, NonNullable<StudyFile["workloads"]>[string]>;

/** How each workload is deployed, those of the thesis among them. */
function workloadsOf({ stated }: Settings): Workloads {
  const usual: Workloads = structuredClone(DEFAULTS.workloads);
  for (const [name, own] of Object.entries(stated.workloads ?? {}))
    // A workload whose memory is stated anew is declared with it.
    usual[name] = {
      ...usual[name],
      ...(own.lambdaMemoryMb !== undefined && { declaredMemoryMb: own.lambdaMemoryMb }),
      ...own,
    };
  return usual;
}

/** What one figure of the workloads is, by name, where it is known. */
function byWorkload<T>(
  workloads: Workloads,
  of: (own: Workloads[string]) => T | undefined,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(workloads).flatMap(([name, own]) => {
      const value = of(own);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What the platforms charge in a study. */
export function platformTerms(settings: Settings): PlatformTerms {
  const workloads = workloadsOf(settings);
  return {
    prices: priceTable(settings.stated.prices ?? {}),
    taskSizes: byWorkload(workloads, ({ ecsTask }) => ecsTask),
    lambdaMemoryMb: byWorkload(workloads, ({ lambdaMemoryMb }) => lambdaMemoryMb),
  };
}

/** Memory of each workload's function as models are told, MB. */
export function declaredMemoryMb(settings: Settings): Record<string, number> {
  return byWorkload(workloadsOf(settings), (own) => own.declaredMemoryMb ?? own.lambdaMemoryMb);
}

/** How a study labels requests, as `labelRequests` takes it. */
export function labelChoice(settings: Settings): LabelChoice {
  const { margin, ...label } = settings.stated.label ?? {};
  const cost = costModel(settings.stated.ecsCost);
  return {
    ...platformTerms(settings),
    ...(margin !== undefined && { latencyMargin: margin, costMargin: margin }),
    ...(cost && { cost }),
    ...label,
  };
}

/** Undefined: the scheme's own. */
function costModel(stated: StudyFile["ecsCost"]): CostModel | undefined {
  const {
    model,
    utilisation = 1,
    tasks = SHARED_TASK_HOURS.tasks,
    loadBalancer = false,
  } = stated ?? {};
  switch (model) {
    case undefined:
      return undefined;
    case "busy-time":
      return { kind: "busy-time" };
    case "task-hours":
      return { kind: "task-hours", utilisation, loadBalancer };
    case "shared-task-hours":
      return { kind: "shared-task-hours", tasks, loadBalancer };
  }
}

/** How logs are read: what wrote them, what their columns are called, and what they may name. */
export function logOptions({ stated }: Pick<Settings, "stated">): LogOptions {
  const { columns = {}, ...rest } = stated.logs ?? {};
  const mappings = Object.entries(columns).map(([field, column]) =>
    // "=lambda" is one value for all.
    column.startsWith("=") ? `${field}:${column}` : `${field}=${column}`,
  );
  const { windows, patterns } = stated;
  return {
    ...rest,
    columns: withPlatformNames(parseColumns(mappings), stated.platforms),
    ...(windows && { windows: windows.map(windowHours) }),
    ...(patterns && { patterns }),
  };
}

/** The platforms by the study's names, whatever the logs call them. */
function withPlatformNames(
  columns: Readonly<Record<string, ColumnRule>>,
  { lambda = [], ecs = [] }: NonNullable<StudyFile["platforms"]> = {},
): ColumnMapping {
  if (lambda.length + ecs.length === 0 || columns.platform?.constant !== undefined) return columns;
  const values = Object.fromEntries([
    ...lambda.map((name) => [name, "lambda"]),
    ...ecs.map((name) => [name, "ecs"]),
  ]) as Record<string, string>;
  return { ...columns, platform: { column: "platform", ...columns.platform, values } };
}

function windowHours({ name, from, to }: NonNullable<StudyFile["windows"]>[number]): WindowHours {
  return from === undefined || to === undefined ? { name } : { name, hours: [from, to] };
}

/** The sets of features models may know; undefined: the usual ones of the requests. */
export function featureSets({ stated }: Settings): FeatureSet[] | undefined {
  return stated.features;
}

/** What is searched for each kind of model. */
export function searchSpaces({ stated }: Settings): Record<string, SearchSpace> {
  const budgets: Record<string, number | undefined> = stated.search ?? {};
  return Object.fromEntries(
    Object.entries(SEARCH_SPACES).map(([kind, space]) => [
      kind,
      { ...space, budget: budgets[kind] ?? space.budget },
    ]),
  );
}

/** How rows are split into parts. */
export function splitChoice({ stated }: Settings): SplitChoice {
  return { ...DEFAULTS.split, ...stated.split };
}

/** Response times whose misses are counted, ms. */
export function sloLimitsMs({ stated }: Settings): number[] {
  return stated.slo?.limitsMs ?? [...DEFAULTS.slo.limitsMs];
}

/** Thresholds of gates in place of the usual ones, by gate and name. */
export function gateThresholdsOf({ stated }: Settings): Record<string, Record<string, number>> {
  return (stated.gates ?? {}) as Record<string, Record<string, number>>;
}
