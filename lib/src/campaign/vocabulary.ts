/** The words of the study, as the logs spell them, in the order of their codes. */

export const PLATFORMS = ["ecs", "lambda"] as const;
export type Platform = (typeof PLATFORMS)[number];
/**
 * Codes in the `platform` column: the index in PLATFORMS, or NO_PLATFORM where no platform
 * answered.
 */
export const ECS = 0;
export const LAMBDA = 1;
export const NO_PLATFORM = 2;

export const WORKLOADS = [
  "lightweight_api",
  "thumbnail_processing",
  "medium_processing",
  "heavy_processing",
] as const;
export type Workload = (typeof WORKLOADS)[number];

/** A time window: its name in the logs and, where they are known, the hours that belong to it. */
export interface WindowHours {
  name: string;
  /** Local hours [from, to); over midnight where `to` is not above `from`. */
  hours?: readonly [from: number, to: number];
}

/** The thesis's windows; a study may declare others. */
export const THESIS_WINDOWS = [
  { name: "early_morning", hours: [2, 4] },
  { name: "morning_peak", hours: [8, 10] },
  { name: "midday", hours: [12, 14] },
  { name: "evening", hours: [18, 20] },
  { name: "late_night", hours: [22, 24] },
] as const satisfies readonly WindowHours[];

/** The window of the hours that lie in none. */
export const OTHER_WINDOW = "other";
export const TIME_WINDOWS = [...THESIS_WINDOWS.map(({ name }) => name), OTHER_WINDOW] as const;

/** The thesis's load patterns; a study may declare others. */
export const LOAD_PATTERNS = ["low_load", "medium_load", "burst_load", "ramp_load"] as const;
export type LoadPattern = (typeof LOAD_PATTERNS)[number];

/** Whether all names are among those known: windows or patterns among the thesis's. */
export function areAmong(names: readonly string[], known: readonly string[]): boolean {
  return names.every((name) => known.includes(name));
}

/** The first window that an hour (0-23, local time) falls in. */
export function timeWindowOfHour(
  hour: number,
  windows: readonly WindowHours[] = THESIS_WINDOWS,
): string {
  const found = windows.find(({ hours }) => {
    if (!hours) return false;
    const [from, to] = hours;
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
  });
  return found?.name ?? OTHER_WINDOW;
}
