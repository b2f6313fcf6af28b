import { LAMBDA, LOAD_PATTERNS, TIME_WINDOWS, WORKLOADS, } from "../campaign/index.js";
import { computeFeatures, FEATURES } from "../features/index.js";
import { MISSING } from "../requests/index.js";
/**
 * A context the model cannot be asked about; the message names the field, the value and the remedy.
 */
export class ContextError extends Error {
    name = "ContextError";
}
/**
 * Features that no single request determines: those of the traffic, and the bin of a size among a
 * table's sizes.
 */
export const MEASURED_FEATURES = FEATURES.filter(({ name, set }) => set === "state" || name === "payload_category").map(({ name }) => name);
const FIELDS = [
    "workload_type",
    "payload_size_kb",
    "time_window",
    "load_pattern",
    "hour_of_day",
    "is_weekend",
    ...MEASURED_FEATURES,
];
/**
 * Checks a context, field by field. A field that is no field is refused: it may be a known one
 * misspelt.
 */
export function checkContext(context) {
    if (typeof context !== "object" || context === null || Array.isArray(context))
        throw new ContextError(`a context is a JSON object, not ${shown(context)}`);
    const given = context;
    for (const field of Object.keys(given))
        if (!FIELDS.includes(field))
            throw new ContextError(`"${field.slice(0, 60)}" is no field of a context; there are ${FIELDS.join(", ")}`);
    const oneOf = (field, names) => {
        const value = given[field];
        if (value === undefined)
            return undefined;
        if (!names.includes(value))
            throw new ContextError(`"${field}" is ${shown(value)}; it must be one of ${names.join(", ")}`);
        return value;
    };
    const numberIn = (field, low, high, whole = false) => {
        const value = given[field];
        if (value === undefined)
            return undefined;
        if (typeof value !== "number" ||
            !(value >= low && value <= high) ||
            (whole && !Number.isInteger(value))) {
            throw new ContextError(`"${field}" is ${shown(value)}; it must be a ${whole ? "whole " : ""}number from ` +
                `${low} to ${high}`);
        }
        return value;
    };
    const workload = oneOf("workload_type", WORKLOADS);
    const payloadKb = numberIn("payload_size_kb", 0, 1e6);
    if (workload === undefined)
        throw new ContextError(`"workload_type" is missing; give one of ${WORKLOADS.join(", ")}`);
    if (payloadKb === undefined)
        throw new ContextError('"payload_size_kb" is missing; give the size of the body in KiB');
    const hour = numberIn("hour_of_day", 0, 23, true);
    const weekend = given.is_weekend;
    if (weekend !== undefined && typeof weekend !== "boolean")
        throw new ContextError(`"is_weekend" is ${shown(weekend)}; it must be true or false`);
    const measured = Object.fromEntries(MEASURED_FEATURES.flatMap((name) => given[name] === undefined ? [] : [[name, numberIn(name, 0, 1e9)]]));
    return {
        workload_type: workload,
        payload_size_kb: payloadKb,
        hour_of_day: hour,
        is_weekend: weekend,
        measured,
        time_window: oneOf("time_window", TIME_WINDOWS),
        load_pattern: oneOf("load_pattern", LOAD_PATTERNS),
    };
}
/** A value as JSON, cut where it is long: it is the user's, and goes into a message of one line. */
function shown(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
/** Monday and Saturday at midnight UTC: days that stand for a working day and a weekend. */
const WORKING_DAY_MS = Date.UTC(2025, 0, 6);
const WEEKEND_MS = Date.UTC(2025, 0, 4);
/**
 * The features of one request, made by the very code that made the training rows'; measured ones as
 * they were given.
 */
export function contextFeatures(context, featureNames) {
    const computed = computeFeatures(oneRequest(context), FEATURES.filter(({ name }) => featureNames.includes(name) && !MEASURED_FEATURES.includes(name)));
    // What computeFeatures leaves out is missing in this request, and NaN is how a table says so.
    const names = [
        ...computed.names,
        ...computed.omitted.map(({ name }) => name),
        ...Object.keys(context.measured),
    ];
    const columns = [
        ...computed.columns,
        ...computed.omitted.map(() => Float64Array.of(NaN)),
        ...Object.values(context.measured).map((value) => Float64Array.of(value)),
    ];
    return { rowCount: 1, names, columns, categories: names.map(() => null) };
}
/** A context as a campaign of one request. */
function oneRequest({ workload_type, payload_size_kb, time_window, load_pattern, hour_of_day = 0, is_weekend, }) {
    const one = (value) => Float64Array.of(value);
    const unknown = () => one(NaN);
    const code = (names, name) => Uint8Array.of(name === undefined ? MISSING : names.indexOf(name));
    return {
        rowCount: 1,
        provenance: { kind: "measured", name: "request" },
        files: [],
        fileIndex: new Uint32Array(1),
        lineNumber: new Uint32Array(1),
        requestIdHash: unknown(),
        platform: Uint8Array.of(LAMBDA),
        workload: Uint8Array.of(WORKLOADS.indexOf(workload_type)),
        workloadNames: [...WORKLOADS],
        timestampMs: one((is_weekend ? WEEKEND_MS : WORKING_DAY_MS) + hour_of_day * 3_600_000),
        httpStatus: new Uint16Array(1),
        responseTimeMs: unknown(),
        executionTimeMs: unknown(),
        targetPayloadKb: one(payload_size_kb),
        actualPayloadKb: one(payload_size_kb),
        payloadKb: one(payload_size_kb),
        timeWindow: code(TIME_WINDOWS, time_window),
        loadPattern: code(LOAD_PATTERNS, load_pattern),
        memoryUsedMb: unknown(),
        memoryLimitMb: unknown(),
        coldStart: Uint8Array.of(MISSING),
        cpuPercent: unknown(),
        pairIdHash: unknown(),
        sentFirst: Uint8Array.of(MISSING),
        billedDurationMs: unknown(),
        initDurationMs: unknown(),
        runningTasks: unknown(),
    };
}
//# sourceMappingURL=request-context.js.map