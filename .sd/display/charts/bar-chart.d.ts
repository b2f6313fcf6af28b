import { type Figure, type FigureText } from "../figure.js";
import { type ReferenceLine, type Series } from "./series.js";
export interface BarOptions {
    /** d3 format of the axis of values, e.g. ".0%". */
    format?: string;
    stacked?: boolean;
    horizontal?: boolean;
    log?: boolean;
    references?: readonly ReferenceLine[];
}
/** Bars side by side (or stacked) for each category, with whiskers where a series has intervals. */
export declare function barChart(categories: readonly string[], series: readonly Series[], text: FigureText, options?: BarOptions): Figure;
