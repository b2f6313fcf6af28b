import { type Requests } from "../requests/index.js";
import { type LabelOptions, type Labels } from "./labels.js";
/**
 * Labels the pairs of a duet: 1 where Lambda's half was faster than ECS's by the margin and cheaper
 * by the margin. A half that failed is slower and dearer than any answer; where both failed there
 * is no label. The label stands at the row of the half that was sent first: one row a pair.
 *
 * Which halves are compared is said by the logs, so no scheme of groups enters; `groupBy` groups
 * the pairs whose labels tell how sure one label is.
 */
export declare function labelDuet(requests: Requests, options: LabelOptions): Labels;
/** How the two axes decide the labels of a labelling: shares of its labelled rows. */
export interface AxisShares {
    rows: number;
    /** Lambda is better on both axes: the label is Lambda's. */
    both: number;
    /** Lambda is faster and not cheaper: the cost decides for ECS. */
    costDecides: number;
    /** Lambda is cheaper and not faster: the time decides for ECS. */
    timeDecides: number;
    neither: number;
}
/** Which axis decides: shares of the labelled rows, of one workload where its code is given. */
export declare function axisShares({ latencyOptimal, costOptimal, balancedOptimal }: Labels, chosen?: (row: number) => boolean): AxisShares;
