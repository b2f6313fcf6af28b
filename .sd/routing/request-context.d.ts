import { type LoadPattern, type TimeWindow, type Workload } from "../campaign/index.js";
import { type FeatureTable } from "../features/index.js";
/** What a router is told of a request that is about to be sent. Sizes in KiB, hours in UTC. */
export interface RequestContext {
    workload_type: Workload;
    payload_size_kb: number;
    /**
     * By local hours, as the campaign was planned; not to be had from `hour_of_day`, which is UTC.
     */
    time_window?: TimeWindow;
    load_pattern?: LoadPattern;
    hour_of_day?: number;
    is_weekend?: boolean;
    /**
     * Features that depend on other requests, which the router counts for itself (`requests_last_10s`
     * ...), by their names.
     */
    measured: Readonly<Record<string, number>>;
}
/**
 * A context the model cannot be asked about; the message names the field, the value and the remedy.
 */
export declare class ContextError extends Error {
    name: string;
}
/**
 * Features that no single request determines: those of the traffic, and the bin of a size among a
 * table's sizes.
 */
export declare const MEASURED_FEATURES: readonly string[];
/**
 * Checks a context, field by field. A field that is no field is refused: it may be a known one
 * misspelt.
 */
export declare function checkContext(context: unknown): RequestContext;
/**
 * The features of one request, made by the very code that made the training rows'; measured ones as
 * they were given.
 */
export declare function contextFeatures(context: RequestContext, featureNames: readonly string[]): FeatureTable;
