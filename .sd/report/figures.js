import { slug } from "./slug.js";
/** Numbers and names the figure that `data` (an output by MIME type) holds. */
export function makeReportFigure(data, svg, pageNumber, figureNumber) {
    const plotly = (data[PLOTLY_TYPE] ?? null);
    const alt = textOf(data["text/plain"]).replace(/^\[figure\] /, "");
    const title = titleOf(plotly) || alt || `Figure ${figureNumber}`;
    const number = String(figureNumber).padStart(2, "0");
    return {
        id: `figure-${figureNumber}`,
        file: `figures/${pageNumber}-${number}-${slug(title) || "figure"}.svg`,
        title,
        alt,
        svg,
        plotly,
    };
}
export const PLOTLY_TYPE = "application/vnd.plotly.v1+json";
export const SVG_TYPE = "image/svg+xml";
/** Text of an output, which nbformat keeps as one string or in lines. */
export function textOf(value) {
    return Array.isArray(value)
        ? value.join("")
        : value === undefined || value === null
            ? ""
            : String(value);
}
function titleOf(plotly) {
    const title = plotly?.layout?.title?.text ?? "";
    return title
        .split("<br>")[0]
        .replace(/<[^>]*>/g, "")
        .trim();
}
//# sourceMappingURL=figures.js.map