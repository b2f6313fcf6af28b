import type { Figure } from "./figure.js";
/**
 * Draws a figure as a self-contained SVG, by Plotly itself in jsdom: no browser, no canvas, no
 * fonts. Equal figures give equal bytes. The first call loads Plotly (under a second).
 */
export declare function figureToSvg(figure: Figure): Promise<string>;
