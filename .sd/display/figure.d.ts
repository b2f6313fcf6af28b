/**
 * A Plotly figure: what the interactive output, the static picture and the file for the thesis are
 * all made from.
 */
export interface Figure {
    data: Record<string, unknown>[];
    layout: Record<string, unknown>;
}
/** What every picture says of itself. Axis titles carry their unit. */
export interface FigureText {
    title: string;
    xTitle: string;
    yTitle: string;
    /**
     * Printed under the title when the numbers are not measured; as `markSimulated` said, unless
     * given.
     */
    simulated?: boolean;
}
export declare const FIGURE_WIDTH = 760;
export declare const FIGURE_HEIGHT = 420;
/**
 * A figure in the house style. `layout` adds to it; its axes are merged into the styled ones.
 * Margins are computed here from the words to be printed: Plotly's own fitting needs a browser's
 * layout, which the static picture is made without.
 */
export declare function makeFigure(data: Record<string, unknown>[], text: FigureText, layout?: Record<string, unknown>): Figure;
