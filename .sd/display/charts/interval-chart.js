import { isKnown } from "../../statistics/index.js";
import { makeFigure } from "../figure.js";
import { SERIES_COLOURS } from "../theme.js";
import { referenceLines, whiskers } from "./series.js";
/**
 * Estimates with their intervals, one a row, against reference lines: where a model stands between
 * floor and ceiling. A row whose interval is not known says so, and has no whiskers.
 */
export function intervalChart(labels, intervals, text, options = {}) {
    const { references = [], format = "", colours } = options;
    const values = intervals.map(({ estimate }) => estimate);
    const names = labels.map((label, i) => isKnown(intervals[i]) ? label : `${label} (interval not known)`);
    const data = [
        {
            type: "scatter",
            mode: "markers",
            name: "estimate and interval",
            x: values,
            y: names,
            marker: { size: 9, color: colours ?? SERIES_COLOURS[0] },
            error_x: whiskers({
                name: "",
                values,
                low: intervals.map(({ low }) => low),
                high: intervals.map(({ high }) => high),
            }),
            showlegend: references.length > 0,
        },
    ];
    return makeFigure(data, text, {
        showlegend: references.length > 0,
        shapes: referenceLines(references, "x"),
        xaxis: { tickformat: format },
        // Half a step of room, so that the first and the last row do not sit on the frame.
        yaxis: { range: [labels.length - 0.5, -0.5], type: "category" },
        height: Math.max(280, 170 + 34 * labels.length),
    });
}
//# sourceMappingURL=interval-chart.js.map