import { AUTHOR_PRICES, ECS_TASK_SIZES, } from "../campaign/index.js";
import { CONTEXT_CELL, isPaired } from "../requests/index.js";
/**
 * The labelling schemes: four that compare requests of one platform with those of the other, and
 * the one that needs no such comparison, because both platforms were measured for each request.
 */
export const LABEL_SCHEMES = [
    "request-vs-median",
    "percentile-bucket",
    "group-percentile",
    "paired-probability",
    "duet",
];
/** The schemes that can label these requests: all but `duet` where nothing was sent in pairs. */
export function schemesFor(requests) {
    return LABEL_SCHEMES.filter((scheme) => scheme !== "duet" || isPaired(requests));
}
/** The scheme used unless told otherwise: `duet` for pairs, else the thesis's own. */
export function usualScheme(requests) {
    return isPaired(requests) ? "duet" : "request-vs-median";
}
/** What a duet charges unless told otherwise: what ran, one task a service, no balancer. */
export const SHARED_TASK_HOURS = {
    kind: "shared-task-hours",
    tasks: 1,
    loadBalancer: false,
};
/** Label code of a row the scheme cannot judge; `Labels.unlabelled` counts why. */
export const UNLABELLED = 255;
/**
 * The author's choices for a scheme, with whatever is given in their place. Failed requests are
 * dropped by his two schemes, so that his labels come out; in the other two they take part. Throws
 * a RangeError on values outside their range. */
export function labelOptions(given) {
    if (!LABEL_SCHEMES.includes(given.scheme))
        throw new RangeError(`no labelling scheme is called "${given.scheme}"; there are ${LABEL_SCHEMES.join(", ")}`);
    const byWorkload = given.scheme === "request-vs-median" || given.scheme === "percentile-bucket";
    const duet = given.scheme === "duet";
    const options = {
        clock: duet ? "response" : "execution",
        latencyMargin: 0.1,
        costMargin: 0.1,
        cost: duet ? SHARED_TASK_HOURS : { kind: "busy-time" },
        taskSizes: ECS_TASK_SIZES,
        prices: AUTHOR_PRICES,
        failures: byWorkload ? "dropped" : "slowest",
        groupBy: byWorkload ? ["workload"] : CONTEXT_CELL,
        lambdaQuantile: 0.25,
        ecsQuantile: 0.75,
        ...definedOf(given),
        scheme: given.scheme,
    };
    if (options.failures !== "slowest" && options.failures !== "dropped")
        throw new RangeError(`failures are "slowest" or "dropped", not "${options.failures}"`);
    for (const [name, low, high] of [
        ["latencyMargin", 0, 1],
        ["costMargin", 0, 1],
        ["lambdaQuantile", 0, 1],
        ["ecsQuantile", 0, 1],
    ]) {
        const value = options[name];
        if (!(value >= low && value <= high))
            throw new RangeError(`${name} must lie between ${low} and ${high}, not ${value}`);
    }
    if (options.cost.kind === "task-hours" &&
        !(options.cost.utilisation > 0 && options.cost.utilisation <= 1)) {
        throw new RangeError(`utilisation must lie above 0 and at most at 1, not ${options.cost.utilisation}`);
    }
    return options;
}
/** What is given; an option that is there but undefined is not given. */
function definedOf(given) {
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
//# sourceMappingURL=labels.js.map