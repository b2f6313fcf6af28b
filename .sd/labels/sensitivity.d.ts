import { type CellKey, type Requests } from "../requests/index.js";
import { type Labels, type LabelScheme } from "./labels.js";
/** One choice changed from the baseline, and what hangs on it. */
export interface LabelVariation {
    /** The choice: "clock", "margins", "cost model", "failures", "quantiles", "groups". */
    choice: string;
    /** What it was changed to. */
    changedTo: string;
    /** Share of the rows labelled both ways whose label changes. */
    changedShare: number;
    lambdaShare: number;
    /**
     * Share changed in each cell, in the order of `LabelSensitivity.cells`; NaN where a cell has no
     * labels.
     */
    changedByCell: number[];
}
export interface LabelSensitivity {
    baseline: Labels;
    baselineLambdaShare: number;
    cells: string[];
    variations: LabelVariation[];
}
/**
 * How many labels change, and where, when one choice of a scheme is changed at a time. Cells are
 * made of `cellKeys`. Linear in the requests, but for their sorting.
 */
export declare function labelSensitivity(requests: Requests, scheme: LabelScheme, cellKeys?: readonly CellKey[], onProgress?: (shareDone: number) => void): LabelSensitivity;
/** Share of the labelled rows that are Lambda's. */
export declare function lambdaShare({ balancedOptimal }: Labels): number;
