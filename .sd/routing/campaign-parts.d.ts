import { type Requests, type TimeBlocks } from "../requests/index.js";
import { type Strata } from "./estimator.js";
import { type ObservedOutcomes } from "./outcomes.js";
/**
 * The parts of a campaign that routers learn from, are tuned on and judged on: rows of the
 * requests, ascending.
 */
export interface CampaignParts {
    train: Uint32Array;
    validation: Uint32Array;
    test: Uint32Array;
    /** Failed requests among them, all parts together. */
    failed: number;
    /** Failed requests that are in no part, because no log says which platform they were sent to. */
    unattributed: number;
    /** Share of all attributable requests that is in the test part. */
    testShare: number;
}
/**
 * A split of labelled rows with the requests added that failed. A failed request has no label and
 * no model learns from it, but a policy that sends requests where they fail must be judged by that:
 * the failed ones are dealt at random to the parts, in the shares that the labelled ones have.
 * `labelledRow` is the request of each row of the split.
 */
export declare function campaignParts(requests: Requests, labelledRow: ArrayLike<number>, split: Readonly<Record<"train" | "validation" | "test", Uint32Array>>, seed: number): CampaignParts;
/** One part of a campaign as policies are judged on it. */
export interface JudgedRequests {
    requests: Requests;
    observed: ObservedOutcomes;
    blocks: TimeBlocks;
    strata: Strata;
}
/**
 * Requests at `rows` with what became of them (author's cost, client's clock), their context cells
 * and their blocks of time.
 */
export declare function judgedRequests(requests: Requests, rows: Uint32Array, blockMinutes?: number): JudgedRequests;
