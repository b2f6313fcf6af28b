import type { Requests } from "../requests/index.js";
import { type FeatureDefinition, type FeatureSet } from "./definitions.js";
import type { FeatureTable } from "./table.js";
/** A feature table made from requests, with what could not be made. */
export interface RequestFeatures extends FeatureTable {
    /**
     * Features left out because the log holds nothing to make them of (the first campaign logged no
     * window and no pattern).
     */
    omitted: {
        name: string;
        reason: string;
    }[];
}
/**
 * The features of the given sets for every request. Each is refused by name and by provenance if it
 * could tell an outcome; a column that would be missing throughout is left out and reported. Rows
 * may still hold NaN where single log lines lack a value.
 */
export declare function buildFeatures(requests: Requests, sets?: readonly FeatureSet[]): RequestFeatures;
/** The same for definitions of your own. Throws on the first that is forbidden. */
export declare function computeFeatures(requests: Requests, definitions: readonly FeatureDefinition[]): RequestFeatures;
