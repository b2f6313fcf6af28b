import { type PriceTable } from "../campaign/index.js";
import { type CostModel, type LatencyClock } from "../labels/index.js";
import { type Counterfactual, type Requests } from "../requests/index.js";
/** The two axes a routing decision is judged on. */
export declare const AXES: readonly ["latencyMs", "costUsd"];
export type Axis = (typeof AXES)[number];
/** What became of each request. */
export interface Outcomes {
    latencyMs: Float64Array;
    costUsd: Float64Array;
    /** 1 where the request failed or was given up; none did where left out. */
    failed?: Uint8Array;
}
/** What was seen of each request: the platform that served it, and what that took. */
export interface ObservedOutcomes extends Outcomes {
    /** ECS or LAMBDA. */
    platform: Uint8Array;
}
/**
 * What both platforms would have made of each request; known for simulated campaigns only. Index:
 * ECS, LAMBDA.
 */
export type BothOutcomes = readonly [ecs: Outcomes, lambda: Outcomes];
/** Both outcomes of each request from the one that was observed and its counterfactual. */
export declare function bothOutcomes(observed: ObservedOutcomes, counterfactual: Outcomes): BothOutcomes;
/**
 * Latency by the given clock, cost, and failures of each request as it was served. A request that
 * failed has no time on the platform's clock: its latency is what its client waited, whichever
 * clock is asked for, and it is charged nothing, because what is charged is execution time. NaN
 * where neither is known.
 */
export declare function observedOutcomes(requests: Requests, clock?: LatencyClock, prices?: PriceTable, cost?: CostModel): ObservedOutcomes;
/**
 * The same of what the other platform would have made of each request; simulated campaigns only.
 */
export declare function counterfactualOutcomes(requests: Requests, counterfactual: Counterfactual, clock?: LatencyClock, prices?: PriceTable, cost?: CostModel): ObservedOutcomes;
/**
 * The memory of each workload's function in MB: the limit that most of its log lines record; NaN
 * where none does.
 */
export declare function lambdaMemoryMb({ rowCount, workload, workloadNames, platform, memoryLimitMb, }: Requests): number[];
