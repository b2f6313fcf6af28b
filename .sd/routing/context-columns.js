import { LOAD_PATTERNS, TIME_WINDOWS } from "../campaign/index.js";
import { FEATURES } from "../features/index.js";
import { dayOfWeek, hourOfDay, MISSING } from "../requests/index.js";
/**
 * What rules speak of: everything a router is told of a request, in the order in which they are
 * preferred.
 */
export const CONTEXT_INPUTS = [
    "workload",
    "payload",
    "window",
    "pattern",
    "hour",
    "weekend",
];
/** The given inputs of each request. */
export function contextColumns(requests, inputs = CONTEXT_INPUTS) {
    const coded = (codes) => Float64Array.from(codes, (code) => (code === MISSING ? NaN : code));
    return inputs.map((input) => {
        switch (input) {
            case "workload":
                return { input, values: coded(requests.workload), names: requests.workloadNames };
            case "payload":
                return { input, values: requests.payloadKb, names: null };
            case "window":
                return { input, values: coded(requests.timeWindow), names: TIME_WINDOWS };
            case "pattern":
                return { input, values: coded(requests.loadPattern), names: LOAD_PATTERNS };
            case "hour":
                return { input, values: Float64Array.from(hourOfDay(requests)), names: null };
            case "weekend":
                return {
                    input,
                    values: Float64Array.from(dayOfWeek(requests), (day) => Number(day >= 5)),
                    names: null,
                };
        }
    });
}
const INPUTS_OF_COLUMN = {
    workload: ["workload"],
    targetPayloadKb: ["payload"],
    actualPayloadKb: ["payload"],
    timeWindow: ["window"],
    loadPattern: ["pattern"],
};
/**
 * The inputs that features with these names are made of. Names that are no feature of this study
 * are passed over.
 */
export function inputsRead(featureNames) {
    const read = new Set(FEATURES.filter(({ name }) => featureNames.includes(name)).flatMap(({ name, inputs }) => inputs.flatMap((column) => INPUTS_OF_COLUMN[column] ?? timeInputs(name))));
    return CONTEXT_INPUTS.filter((input) => read.has(input));
}
/** What a feature reads of a time stamp. */
function timeInputs(feature) {
    if (feature === "is_weekend" || feature === "day_of_week")
        return ["weekend"];
    return feature.includes("hour") ? ["hour"] : [];
}
//# sourceMappingURL=context-columns.js.map