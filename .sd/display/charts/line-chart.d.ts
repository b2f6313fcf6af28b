import { type Figure, type FigureText } from "../figure.js";
import { type ReferenceLine, type Series } from "./series.js";
export interface LineOptions {
    /** d3 format of the y axis, e.g. ".0%". */
    format?: string;
    logX?: boolean;
    logY?: boolean;
    references?: readonly ReferenceLine[];
}
/** Lines over a numeric axis, with bands where a series has intervals. */
export declare function lineChart(x: ArrayLike<number>, series: readonly Series[], text: FigureText, options?: LineOptions): Figure;
