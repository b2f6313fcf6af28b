import type { Figure } from "../display/index.js";
/** A figure found in a notebook's outputs. */
export interface ReportFigure {
    /** Anchor on its page. */
    id: string;
    /** Address of the static picture from the pages: figures/01-03-title.svg. */
    file: string;
    title: string;
    /** What is to be seen, in words. */
    alt: string;
    svg: string;
    /** The interactive form; null where an output holds only the picture. */
    plotly: Pick<Figure, "data" | "layout"> | null;
}
/** Numbers and names the figure that `data` (an output by MIME type) holds. */
export declare function makeReportFigure(data: Record<string, unknown>, svg: string, pageNumber: string, figureNumber: number): ReportFigure;
export declare const PLOTLY_TYPE = "application/vnd.plotly.v1+json";
export declare const SVG_TYPE = "image/svg+xml";
/** Text of an output, which nbformat keeps as one string or in lines. */
export declare function textOf(value: unknown): string;
