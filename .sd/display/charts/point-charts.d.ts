import { type Figure, type FigureText } from "../figure.js";
/** Points of one colour or of one colour each. */
export interface Points {
    x: ArrayLike<number>;
    y: ArrayLike<number>;
    name?: string;
    colour?: string | readonly string[];
}
export interface ScatterOptions {
    /** Diameter in px. */
    size?: number;
    opacity?: number;
    logX?: boolean;
    logY?: boolean;
    /**
     * Points drawn of all groups together, evenly spread over the given order; the title says so. 400
     * unless given.
     */
    maxPoints?: number;
}
/** Points, thinned to a number that a page can carry. */
export declare function scatterChart(points: Points | readonly Points[], text: FigureText, options?: ScatterOptions): Figure;
/**
 * One row of a beeswarm: a value a point, and optionally where each point's own feature lies
 * between its least (0) and greatest (1) value.
 */
export interface Swarm {
    name: string;
    values: ArrayLike<number>;
    shades?: ArrayLike<number>;
}
/**
 * Points in rows, pushed apart where they are many: how a feature's Shapley values lie over the
 * requests. Rows are thinned along their sorted values, so that the extremes stay.
 */
export declare function beeswarm(rows: readonly Swarm[], text: FigureText, options?: {
    maxPoints?: number;
}): Figure;
