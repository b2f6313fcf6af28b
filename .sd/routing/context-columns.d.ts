import { type Requests } from "../requests/index.js";
/**
 * What rules speak of: everything a router is told of a request, in the order in which they are
 * preferred.
 */
export declare const CONTEXT_INPUTS: readonly ["workload", "payload", "window", "pattern", "hour", "weekend"];
export type ContextInput = (typeof CONTEXT_INPUTS)[number];
/**
 * One input of many requests: codes of `names`, or numbers (payload in KiB, hour 0-23 UTC, weekend
 * 0 or 1). NaN where it is not known.
 */
export interface ContextColumn {
    input: ContextInput;
    values: Float64Array;
    names: readonly string[] | null;
}
/** The given inputs of each request. */
export declare function contextColumns(requests: Requests, inputs?: readonly ContextInput[]): ContextColumn[];
/**
 * The inputs that features with these names are made of. Names that are no feature of this study
 * are passed over.
 */
export declare function inputsRead(featureNames: readonly string[]): ContextInput[];
