import { type Interval } from "../../statistics/index.js";
import { type Figure, type FigureText } from "../figure.js";
import { type ReferenceLine } from "./series.js";
export interface IntervalOptions {
    references?: readonly ReferenceLine[];
    /** d3 format of the axis of values, e.g. ".1%". */
    format?: string;
    /** One colour a row. */
    colours?: readonly string[];
}
/**
 * Estimates with their intervals, one a row, against reference lines: where a model stands between
 * floor and ceiling. A row whose interval is not known says so, and has no whiskers.
 */
export declare function intervalChart(labels: readonly string[], intervals: readonly Interval[], text: FigureText, options?: IntervalOptions): Figure;
