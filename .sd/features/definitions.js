import { LAMBDA_MEMORY_DECLARED_MB, LOAD_PATTERNS, TIME_WINDOWS, } from "../campaign/index.js";
import { arrivalStateOf, dayOfWeek, hourOfDay, isPaired, LOOK_BACK_SECONDS, MISSING, } from "../requests/index.js";
import { quantile } from "../statistics/index.js";
/**
 * The sets of features: the thesis's 15, the 7 that its version 6 adds, and the arrival state: what
 * a router knows of the load from the times and sizes of earlier requests alone. The state does not
 * depend on where earlier requests were routed, so it is the same under any policy.
 */
export const FEATURE_SETS = ["author", "v6", "state"];
/** What models may know unless told otherwise: the arrival state too, where requests are pairs. */
export function usualFeatureSets(requests) {
    return isPaired(requests) ? ["author", "state"] : ["author"];
}
export function baseFeatures(requests) {
    const memoryByWorkload = requests.workloadNames.map((name) => LAMBDA_MEMORY_DECLARED_MB[name] ?? NaN);
    const coded = (codes) => Float64Array.from(codes, (code) => (code === MISSING ? NaN : code));
    return {
        requests,
        get arrivals() {
            return arrivalStateOf(requests);
        },
        workload: coded(requests.workload),
        payloadKb: requests.payloadKb,
        window: coded(requests.timeWindow),
        pattern: coded(requests.loadPattern),
        hour: Float64Array.from(hourOfDay(requests)),
        day: Float64Array.from(dayOfWeek(requests)),
        memoryMb: Float64Array.from(requests.workload, (code) => memoryByWorkload[code] ?? NaN),
    };
}
const PAYLOAD = ["targetPayloadKb", "actualPayloadKb"];
const product = (a, b) => a.map((value, i) => value * b[i]);
const ARRIVALS = ["timestampMs", "workload", ...PAYLOAD];
/** Load that came before: of the same workload, or ("all_") of all. */
function recentFeature(name, column) {
    return { name, set: "state", inputs: ARRIVALS, compute: (b) => column(b.arrivals) };
}
/** Every feature the project knows, in the order of the author's tables. */
export const FEATURES = [
    {
        name: "workload_type_encoded",
        set: "author",
        inputs: ["workload"],
        compute: (b) => b.workload,
        categories: (r) => r.workloadNames,
    },
    { name: "payload_size_kb", set: "author", inputs: PAYLOAD, compute: (b) => b.payloadKb },
    {
        name: "time_window_encoded",
        set: "author",
        inputs: ["timeWindow"],
        compute: (b) => b.window,
        categories: () => TIME_WINDOWS,
    },
    {
        name: "load_pattern_encoded",
        set: "author",
        inputs: ["loadPattern"],
        compute: (b) => b.pattern,
        categories: () => LOAD_PATTERNS,
    },
    { name: "hour_of_day", set: "author", inputs: ["timestampMs"], compute: (b) => b.hour },
    {
        name: "is_weekend",
        set: "author",
        inputs: ["timestampMs"],
        compute: (b) => b.day.map((day) => Number(day >= 5)),
    },
    {
        name: "lambda_memory_limit_mb",
        set: "author",
        inputs: ["workload"],
        compute: (b) => b.memoryMb,
    },
    {
        name: "payload_squared",
        set: "author",
        inputs: PAYLOAD,
        compute: (b) => product(b.payloadKb, b.payloadKb),
    },
    {
        name: "payload_log",
        set: "author",
        inputs: PAYLOAD,
        compute: (b) => b.payloadKb.map(Math.log1p),
    },
    {
        name: "payload_workload_interaction",
        set: "author",
        inputs: [...PAYLOAD, "workload"],
        compute: (b) => product(b.payloadKb, b.workload),
    },
    {
        name: "payload_hour_interaction",
        set: "author",
        inputs: [...PAYLOAD, "timestampMs"],
        compute: (b) => product(b.payloadKb, b.hour),
    },
    {
        name: "payload_time_window_interaction",
        set: "author",
        inputs: [...PAYLOAD, "timeWindow"],
        compute: (b) => product(b.payloadKb, b.window),
    },
    {
        name: "workload_time_window_interaction",
        set: "author",
        inputs: ["workload", "timeWindow"],
        compute: (b) => product(b.workload, b.window),
    },
    {
        name: "payload_load_pattern_interaction",
        set: "author",
        inputs: [...PAYLOAD, "loadPattern"],
        compute: (b) => product(b.payloadKb, b.pattern),
    },
    {
        name: "time_window_load_pattern_interaction",
        set: "author",
        inputs: ["timeWindow", "loadPattern"],
        compute: (b) => product(b.window, b.pattern),
    },
    { name: "day_of_week", set: "v6", inputs: ["timestampMs"], compute: (b) => b.day },
    {
        name: "payload_category",
        set: "v6",
        inputs: PAYLOAD,
        compute: (b) => quartileBin(b.payloadKb),
    },
    {
        name: "hour_period",
        set: "v6",
        inputs: ["timestampMs"],
        compute: (b) => b.hour.map((hour) => Math.floor(hour / 6)),
    },
    {
        name: "workload_memory_interaction",
        set: "v6",
        inputs: ["workload"],
        compute: (b) => product(b.workload, b.memoryMb),
    },
    {
        name: "memory_payload_interaction",
        set: "v6",
        inputs: ["workload", ...PAYLOAD],
        compute: (b) => product(b.memoryMb, b.payloadKb),
    },
    {
        name: "workload_hour_interaction",
        set: "v6",
        inputs: ["workload", "timestampMs"],
        compute: (b) => product(b.workload, b.hour),
    },
    {
        name: "payload_memory_ratio",
        set: "v6",
        inputs: ["workload", ...PAYLOAD],
        compute: (b) => b.payloadKb.map((kb, i) => kb / (b.memoryMb[i] + 1)),
    },
    {
        name: "idle_seconds",
        set: "state",
        inputs: ARRIVALS,
        compute: (b) => b.arrivals.idleSeconds,
    },
    {
        name: "idle_seconds_log",
        set: "state",
        inputs: ARRIVALS,
        compute: (b) => b.arrivals.idleSeconds.map(Math.log1p),
    },
    ...LOOK_BACK_SECONDS.flatMap((seconds) => [
        recentFeature(`requests_last_${seconds}s`, ({ own }) => own[seconds].requests),
        recentFeature(`kib_last_${seconds}s`, ({ own }) => own[seconds].kib),
        recentFeature(`all_requests_last_${seconds}s`, ({ all }) => all[seconds].requests),
        recentFeature(`all_kib_last_${seconds}s`, ({ all }) => all[seconds].kib),
    ]),
];
/**
 * The quartile (0-3) a value falls in, bins closed on the right as pandas' `qcut` makes them; equal
 * edges make one bin.
 */
function quartileBin(values) {
    const known = values.filter((value) => !Number.isNaN(value));
    const edges = [...new Set([0.25, 0.5, 0.75].map((p) => quantile(known, p)))];
    return values.map((value) => Number.isNaN(value) ? NaN : edges.filter((edge) => value > edge).length);
}
//# sourceMappingURL=definitions.js.map