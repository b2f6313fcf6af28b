import { FIGURE_HEIGHT, makeFigure } from "../figure.js";
import { allValues, logAxis } from "./axes.js";
import { referenceLines, seriesColour, whiskers, } from "./series.js";
/** Bars side by side (or stacked) for each category, with whiskers where a series has intervals. */
export function barChart(categories, series, text, options = {}) {
    const { format = "", stacked, horizontal, log, references = [] } = options;
    const valueLetter = horizontal ? "x" : "y";
    const data = series.map((one, s) => {
        const numbers = Array.from(one.values);
        const bars = whiskers(one);
        return {
            type: "bar",
            name: one.name,
            orientation: horizontal ? "h" : "v",
            x: horizontal ? numbers : categories,
            y: horizontal ? categories : numbers,
            marker: { color: seriesColour(one, s) },
            ...(bars ? { [`error_${valueLetter}`]: bars } : {}),
        };
    });
    const valueAxis = log ? logAxis(allValues(series)) : { tickformat: format };
    const categoryAxis = {
        type: "category",
        showgrid: false,
        ...(horizontal ? { autorange: "reversed" } : {}),
    };
    const barsPerCategory = stacked ? 1 : Math.max(1, series.length / 2);
    return makeFigure(data, text, {
        barmode: stacked ? "stack" : "group",
        showlegend: series.length > 1 || references.length > 0,
        shapes: referenceLines(references, valueLetter),
        xaxis: horizontal ? valueAxis : categoryAxis,
        yaxis: horizontal ? categoryAxis : valueAxis,
        height: horizontal
            ? Math.max(300, 150 + 26 * categories.length * barsPerCategory)
            : FIGURE_HEIGHT,
    });
}
//# sourceMappingURL=bar-chart.js.map