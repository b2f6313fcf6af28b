import { type ArrivalState, type Requests } from "../requests/index.js";
import type { RequestColumn } from "./columns.js";
/**
 * The sets of features: the thesis's 15, the 7 that its version 6 adds, and the arrival state: what
 * a router knows of the load from the times and sizes of earlier requests alone. The state does not
 * depend on where earlier requests were routed, so it is the same under any policy.
 */
export declare const FEATURE_SETS: readonly ["author", "v6", "state"];
export type FeatureSet = (typeof FEATURE_SETS)[number];
/** What models may know unless told otherwise: the arrival state too, where requests are pairs. */
export declare function usualFeatureSets(requests: Pick<Requests, "pairIdHash">): FeatureSet[];
/** One feature: what it is called, what it is made of, and how. */
export interface FeatureDefinition {
    name: string;
    set: FeatureSet;
    /** Columns of the campaign it is made of, directly or through other features: its provenance. */
    inputs: readonly RequestColumn[];
    compute(base: BaseFeatures): Float64Array;
    /** Names by code, for coded features. */
    categories?(requests: Requests): readonly string[];
}
/** The columns other features are made of, computed once. NaN where the log has nothing. */
export interface BaseFeatures {
    requests: Requests;
    workload: Float64Array;
    payloadKb: Float64Array;
    window: Float64Array;
    pattern: Float64Array;
    hour: Float64Array;
    day: Float64Array;
    memoryMb: Float64Array;
    /** Of the whole campaign, computed when the first feature asks for it. */
    readonly arrivals: ArrivalState;
}
export declare function baseFeatures(requests: Requests): BaseFeatures;
/** Every feature the project knows, in the order of the author's tables. */
export declare const FEATURES: readonly FeatureDefinition[];
