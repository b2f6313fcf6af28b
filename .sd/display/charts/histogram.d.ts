import { type Figure, type FigureText } from "../figure.js";
import { type ReferenceLine, type Series } from "./series.js";
export interface HistogramOptions {
    /** Number of bins, 40 unless given; all series share them. */
    bins?: number;
    /**
     * Bins of equal ratio on an axis of powers of ten; values of 0 or less are left out and counted
     * in the title.
     */
    logX?: boolean;
    references?: readonly ReferenceLine[];
}
/**
 * Shares of the values in equal bins, as stepped outlines that may lie over each other. Counted
 * here: the picture holds the bins and not the values. Bins are closed below and open above, the
 * last one closed on both sides.
 */
export declare function histogram(series: readonly Pick<Series, "name" | "values" | "colour">[], text: FigureText, options?: HistogramOptions): Figure;
