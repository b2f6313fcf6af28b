/** The words of the study, as the logs spell them, in the order of their codes. */
export declare const PLATFORMS: readonly ["ecs", "lambda"];
export type Platform = (typeof PLATFORMS)[number];
/**
 * Codes in the `platform` column: the index in PLATFORMS, or NO_PLATFORM where no platform
 * answered.
 */
export declare const ECS = 0;
export declare const LAMBDA = 1;
export declare const NO_PLATFORM = 2;
export declare const WORKLOADS: readonly ["lightweight_api", "thumbnail_processing", "medium_processing", "heavy_processing"];
export type Workload = (typeof WORKLOADS)[number];
export declare const TIME_WINDOWS: readonly ["early_morning", "morning_peak", "midday", "evening", "late_night", "other"];
export type TimeWindow = (typeof TIME_WINDOWS)[number];
/** Local hours [from, to) of each window; every other hour is `other`. */
export declare const TIME_WINDOW_HOURS: Readonly<Record<Exclude<TimeWindow, "other">, readonly [from: number, to: number]>>;
export declare const LOAD_PATTERNS: readonly ["low_load", "medium_load", "burst_load", "ramp_load"];
export type LoadPattern = (typeof LOAD_PATTERNS)[number];
/** The window an hour (0-23, local time) falls in. */
export declare function timeWindowOfHour(hour: number): TimeWindow;
