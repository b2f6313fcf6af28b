/** One named series of a chart, a value a category (or an x). */
export interface Series {
    name: string;
    values: ArrayLike<number>;
    /** Interval limits of the values, drawn as whiskers (bars) or as a band (lines). */
    low?: ArrayLike<number>;
    high?: ArrayLike<number>;
    /**
     * The house's colour for a platform or workload of that name, else the next of the palette,
     * unless given.
     */
    colour?: string;
}
/** A line across a chart that the marks are read against: a floor, a ceiling, a target. */
export interface ReferenceLine {
    name: string;
    value: number;
    colour?: string;
}
/** The colour of the series that stands at `index`. */
export declare function seriesColour({ name, colour }: Pick<Series, "name" | "colour">, index: number): string;
/**
 * Whiskers of a series as Plotly wants them: distances from the value; undefined where it has no
 * intervals, null (nothing is drawn) where an interval has no end.
 */
export declare function whiskers({ values, low, high }: Series): Record<string, unknown> | undefined;
/** Dashed lines at fixed values of an axis, each with its entry in the legend. */
export declare function referenceLines(references: readonly ReferenceLine[], axis: "x" | "y"): Record<string, unknown>[];
