import type { FeatureTable } from "../features/index.js";
import type { AuditData } from "./audit-data.js";
/** A value of a feature as a reader knows it: its category's name, or the number. */
export declare function describeValue(features: FeatureTable, feature: number, value: number): string;
/**
 * A feature vector in words, by the features that are no functions of those before them:
 * "workload_type_encoded heavy_processing, payload_size_kb 5,120".
 */
export declare function describeVector(data: AuditData, vector: number): string;
/**
 * Indices of the features that tell something which those before them do not: products and copies
 * fall away.
 */
export declare function featuresOfTheirOwn(features: FeatureTable): number[];
