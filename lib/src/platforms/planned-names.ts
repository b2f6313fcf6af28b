import {
  areAmong,
  LOAD_PATTERNS,
  THESIS_WINDOWS,
  TIME_WINDOWS,
  WORKLOADS,
  type CampaignPlan,
  type WindowHours,
} from "../campaign/index.js";
import { MISSING, patternNames, windowNames, type Requests } from "../requests/index.js";

type Names = Pick<Requests, "workloadNames" | "windows" | "patterns">;

/**
 * The names of a plan's campaign by code: the thesis's workloads and the plan's own; windows and
 * patterns where they are not the thesis's.
 */
export function plannedNames({ workloads, runs, layout }: CampaignPlan): Names {
  const planned = workloads.map(({ workload }) => workload);
  const workloadNames = [...new Set([...WORKLOADS, ...planned])];
  if (layout === "flat") return { workloadNames };
  const windows = [...new Set(runs.flatMap(({ window }) => window ?? []))];
  const patterns = [...new Set(runs.map(({ pattern }) => pattern))];
  const known: readonly WindowHours[] = THESIS_WINDOWS;
  return {
    workloadNames,
    ...(!areAmong(windows, TIME_WINDOWS) && {
      windows: windows.map((name) => known.find((one) => one.name === name) ?? { name }),
    }),
    ...(!areAmong(patterns, LOAD_PATTERNS) && { patterns }),
  };
}

/** Codes of a run's window and pattern in the campaign that the plan makes. */
export function scenarioCodes(
  plan: CampaignPlan,
  { window, pattern }: CampaignPlan["runs"][number],
): { window: number; pattern: number } {
  if (plan.layout === "flat") return { window: MISSING, pattern: MISSING };
  const names = plannedNames(plan);
  return {
    window: window === null ? MISSING : windowNames(names).indexOf(window),
    pattern: patternNames(names).indexOf(pattern),
  };
}

/** Codes of a plan's workloads in the campaign that it makes. */
export function workloadCodes(plan: CampaignPlan): number[] {
  const { workloadNames } = plannedNames(plan);
  return plan.workloads.map(({ workload }) => workloadNames.indexOf(workload));
}
