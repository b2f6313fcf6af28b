import { type FeatureTable } from "../features/index.js";
import { type Classifier } from "../models/index.js";
import { type Requests } from "../requests/index.js";
import type { FeatureGroup } from "./permutation-importance.js";
/** What a router is told about a request: everything the author's features are made of. */
export declare const ROUTER_INPUTS: readonly ["workload", "payload size", "time window", "load pattern", "time of day"];
export type RouterInput = (typeof ROUTER_INPUTS)[number];
/**
 * What a router knows of the load when it is asked, beside what it is told; each is the columns of
 * the arrival state that belong together.
 */
export declare const STATE_INPUTS: readonly ["idle time", "recent load"];
/** The inputs of a table of inputs, each with its columns. */
export declare function inputGroups({ names }: Pick<FeatureTable, "names">): FeatureGroup[];
/** A model seen as a function of what a router is told, and requests as rows of that. */
export interface InputModel {
    /**
     * Takes tables of inputs; computes every feature anew for each row, so that no product
     * contradicts its factors.
     */
    model: Classifier;
    /**
     * A column an input, in their order: the workload's code, KiB, codes of window and pattern, and
     * the hour of the week (24 x day + hour, Monday 0, UTC); then, where the model reads it, the
     * arrival state, several columns an input (`inputGroups`).
     */
    tableOf(requests: Requests): FeatureTable;
}
/**
 * A model as a function of ROUTER_INPUTS instead of the features made of them: whatever explains
 * models by their features then explains it by inputs, each with all its products, squares and
 * logarithms. `like` lends the names of its workloads. Throws where a feature of the model is not a
 * function of its own request and the arrivals before it (quartiles of the table).
 */
export declare function inputModel(classifier: Classifier, like: Requests): InputModel;
/**
 * A value of an input as it is read: "midday", "500 KiB", "Mon 09 h UTC"; a code without a name,
 * and the value of any other feature, as the number.
 */
export declare function inputWords(name: string, value: number, names: readonly string[] | null): string;
