/** The words of the study, as the logs spell them, in the order of their codes. */
export const PLATFORMS = ["ecs", "lambda"];
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
];
export const TIME_WINDOWS = [
    "early_morning",
    "morning_peak",
    "midday",
    "evening",
    "late_night",
    "other",
];
/** Local hours [from, to) of each window; every other hour is `other`. */
export const TIME_WINDOW_HOURS = {
    early_morning: [2, 4],
    morning_peak: [8, 10],
    midday: [12, 14],
    evening: [18, 20],
    late_night: [22, 24],
};
export const LOAD_PATTERNS = ["low_load", "medium_load", "burst_load", "ramp_load"];
/** The window an hour (0-23, local time) falls in. */
export function timeWindowOfHour(hour) {
    for (const window of TIME_WINDOWS) {
        if (window === "other")
            continue;
        const [from, to] = TIME_WINDOW_HOURS[window];
        if (hour >= from && hour < to)
            return window;
    }
    return "other";
}
//# sourceMappingURL=vocabulary.js.map