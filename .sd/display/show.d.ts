import type { Figure } from "./figure.js";
/**
 * Shows a figure: interactive where the front end knows Plotly, as SVG everywhere else (a code
 * host, nbconvert, the thesis). `alt` says in words what is to be seen.
 */
export declare function showFigure(figure: Figure, alt: string): Promise<void>;
/** Shows a computed sentence (or several). Text from logs must not be put into it unescaped. */
export declare function showText(markdown: string): void;
