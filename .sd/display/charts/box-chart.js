import { makeFigure } from "../figure.js";
import { logAxis } from "./axes.js";
import { seriesColour } from "./series.js";
/**
 * Box plots from quantiles: box p25-p75, line p50, whiskers p5-p95. Groups of one series share a
 * colour.
 */
export function boxChart(series, text, options = {}) {
    const data = series.map((one, s) => ({
        type: "box",
        name: one.name,
        x: one.boxes.map((box) => box.name),
        lowerfence: one.boxes.map((b) => b.p5),
        q1: one.boxes.map((b) => b.p25),
        median: one.boxes.map((b) => b.p50),
        q3: one.boxes.map((b) => b.p75),
        upperfence: one.boxes.map((b) => b.p95),
        marker: { color: seriesColour(one, s) },
        boxpoints: false,
    }));
    const values = series.flatMap(({ boxes }) => boxes.flatMap((box) => [box.p5, box.p95]));
    return makeFigure(data, text, {
        boxmode: "group",
        showlegend: series.length > 1,
        xaxis: { type: "category", showgrid: false },
        yaxis: options.logY ? logAxis(values) : {},
    });
}
//# sourceMappingURL=box-chart.js.map