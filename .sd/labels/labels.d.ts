import { type PriceTable, type TaskSize } from "../campaign/index.js";
import { type CellKey, type Requests } from "../requests/index.js";
/**
 * The labelling schemes: four that compare requests of one platform with those of the other, and
 * the one that needs no such comparison, because both platforms were measured for each request.
 */
export declare const LABEL_SCHEMES: readonly ["request-vs-median", "percentile-bucket", "group-percentile", "paired-probability", "duet"];
export type LabelScheme = (typeof LABEL_SCHEMES)[number];
/** The schemes that can label these requests: all but `duet` where nothing was sent in pairs. */
export declare function schemesFor(requests: Pick<Requests, "pairIdHash">): LabelScheme[];
/** The scheme used unless told otherwise: `duet` for pairs, else the thesis's own. */
export declare function usualScheme(requests: Pick<Requests, "pairIdHash">): LabelScheme;
/**
 * Which clock says how long a request took: the platform's, inside the handler, or the client's.
 */
export type LatencyClock = "execution" | "response";
/**
 * What a request costs.
 *
 * "busy-time" is the thesis's formula: both platforms are paid for execution time. The others
 * charge Lambda as AWS bills it, initialisation included, and ECS by hours of tasks that are on,
 * with or without a load balancer: "task-hours" at an assumed utilisation, "shared-task-hours" by
 * what ran, the hours of each five minutes being shared over the requests of the workload in them.
 */
export type CostModel = {
    kind: "busy-time";
} | {
    kind: "task-hours";
    utilisation: number;
    loadBalancer: boolean;
} | {
    kind: "shared-task-hours";
    /** Tasks of a service, where the log does not say how many were running. */
    tasks: number;
    loadBalancer: boolean;
};
/** What a duet charges unless told otherwise: what ran, one task a service, no balancer. */
export declare const SHARED_TASK_HOURS: Extract<CostModel, {
    kind: "shared-task-hours";
}>;
/**
 * What becomes of requests that a platform failed to answer. "slowest": they take part, slower and
 * dearer than any answered one (an answer that never came cannot be had at any price); between two
 * of them neither is the better. "dropped": they are left out and counted, as the author did.
 */
export type FailureTreatment = "slowest" | "dropped";
/** Everything the answer depends on. `labelOptions` fills in the author's choices. */
export interface LabelOptions {
    scheme: LabelScheme;
    clock: LatencyClock;
    /** Lambda must be faster by this share of the ECS time (.1 = 10 %). */
    latencyMargin: number;
    /** Lambda must be cheaper by this share of the ECS cost. */
    costMargin: number;
    cost: CostModel;
    /** Size of the ECS task of each workload; one without it has no cost, and no label. */
    taskSizes: Readonly<Record<string, TaskSize>>;
    prices: PriceTable;
    failures: FailureTreatment;
    /** Requests are compared within these groups. */
    groupBy: readonly CellKey[];
    /** `group-percentile`: this quantile of Lambda must beat `ecsQuantile` of ECS. */
    lambdaQuantile: number;
    ecsQuantile: number;
}
/** Label code of a row the scheme cannot judge; `Labels.unlabelled` counts why. */
export declare const UNLABELLED = 255;
/**
 * One label a request, in the order of the requests they were made from: 1 = Lambda optimal, 0 =
 * ECS optimal, UNLABELLED.
 */
export interface Labels {
    options: LabelOptions;
    latencyOptimal: Uint8Array;
    costOptimal: Uint8Array;
    /** Both at once: the label the models learn. */
    balancedOptimal: Uint8Array;
    /**
     * `paired-probability`: P(a random Lambda request of the group beats a random ECS request of it
     * on both axes). `duet`: the share of Lambda labels among the pairs of the same group, what a
     * repetition of the pair would be expected to say. Null for the other schemes.
     */
    probability: Float64Array | null;
    /**
     * Why rows have no label: reason -> rows. In a duet the second half of a labelled pair is not
     * among them: its pair has a label, which stands at the half that was sent first.
     */
    unlabelled: Record<string, number>;
    /** Requests that a platform failed to answer and that took part all the same. */
    failuresLabelled: number;
}
/**
 * The author's choices for a scheme, with whatever is given in their place. Failed requests are
 * dropped by his two schemes, so that his labels come out; in the other two they take part. Throws
 * a RangeError on values outside their range. */
export declare function labelOptions(given: Partial<LabelOptions> & {
    scheme: LabelScheme;
}): LabelOptions;
