/**
 * Plotly for the pages, minified. Minifying takes over a second, so the result is kept under
 * node_modules/.cache by Plotly's version.
 */
export declare function minifiedPlotly(): Promise<Buffer>;
