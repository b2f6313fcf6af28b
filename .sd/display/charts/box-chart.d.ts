import { type Figure, type FigureText } from "../figure.js";
/**
 * What a box plot needs of a group: its quantiles, computed elsewhere by the project's own
 * definition.
 */
export interface BoxSummary {
    name: string;
    p5: number;
    p25: number;
    p50: number;
    p75: number;
    p95: number;
}
export interface BoxSeries {
    name: string;
    colour?: string;
    boxes: readonly BoxSummary[];
}
/**
 * Box plots from quantiles: box p25-p75, line p50, whiskers p5-p95. Groups of one series share a
 * colour.
 */
export declare function boxChart(series: readonly BoxSeries[], text: FigureText, options?: {
    logY?: boolean;
}): Figure;
