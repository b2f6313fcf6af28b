import {
  LOAD_PATTERNS,
  THESIS_WINDOWS,
  TIME_WINDOWS,
  type CampaignPlan,
  type WindowHours,
} from "../campaign/index.js";
import { MISSING, patternNames, windowNames, type DeclaredScenarios } from "../requests/index.js";

/** The windows and patterns of a plan, where they are not the thesis's. */
export function plannedScenarios({ runs, layout }: CampaignPlan): DeclaredScenarios {
  if (layout === "flat") return {};
  const windows = [...new Set(runs.flatMap(({ window }) => window ?? []))];
  const patterns = [...new Set(runs.map(({ pattern }) => pattern))];
  const isThesis = (names: readonly string[], of: readonly string[]): boolean =>
    names.every((name) => of.includes(name));
  const known: readonly WindowHours[] = THESIS_WINDOWS;
  return {
    ...(!isThesis(windows, TIME_WINDOWS) && {
      windows: windows.map((name) => known.find((one) => one.name === name) ?? { name }),
    }),
    ...(!isThesis(patterns, LOAD_PATTERNS) && { patterns }),
  };
}

/** Codes of a run's window and pattern in the campaign that the plan makes. */
export function scenarioCodes(
  plan: CampaignPlan,
  { window, pattern }: CampaignPlan["runs"][number],
): { window: number; pattern: number } {
  if (plan.layout === "flat") return { window: MISSING, pattern: MISSING };
  const scenarios = plannedScenarios(plan);
  return {
    window: window === null ? MISSING : windowNames(scenarios).indexOf(window),
    pattern: patternNames(scenarios).indexOf(pattern),
  };
}
