import { type Requests } from "../requests/index.js";
import { type LabelOptions, type Labels } from "./labels.js";
/**
 * The comparable requests of one group: latency in ms and cost in USD by platform, in row order.
 */
export interface Group {
    /** As `Cells.name` prints it. */
    name: string;
    lambda: Side;
    ecs: Side;
}
export interface Side {
    rows: Uint32Array;
    latencyMs: Float64Array;
    costUsd: Float64Array;
}
/**
 * What a scheme needs: the groups that hold both platforms, and labels that are still empty, with
 * the reasons counted.
 */
export interface LabelTask {
    groups: Group[];
    labels: Labels;
}
/**
 * Sorts requests into the groups they are compared in. A request that its platform failed to answer
 * has an infinite latency and cost there, or no place at all, as the options say. Rows that cannot
 * be compared stay UNLABELLED, counted by reason: failed requests whose platform is not known or
 * that are dropped, workloads without a cost, groups that only one platform served.
 */
export declare function prepareLabels(requests: Requests, options: LabelOptions): LabelTask;
/** ECS's side as Lambda must beat it: every time and cost lowered by its margin. */
export declare function withMargins(ecs: Side, latencyMargin: number, costMargin: number): Side;
/** Writes one row's verdicts. */
export declare function setLabel(labels: Labels, row: number, faster: boolean, cheaper: boolean): void;
