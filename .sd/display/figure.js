import { isMarkedSimulated } from "../requests/index.js";
import { legendRows } from "./legend-rows.js";
import { fitXLabels, fitYLabels, tiltedReach } from "./axis-labels.js";
import { FONT, GRID, INK, PAPER } from "./theme.js";
export const FIGURE_WIDTH = 760;
export const FIGURE_HEIGHT = 420;
const FONT_SIZE = 13;
const RIGHT = 24;
/** Height of a row of the legend, px. */
const LEGEND_ROW = 19;
/**
 * A figure in the house style. `layout` adds to it; its axes are merged into the styled ones.
 * Margins are computed here from the words to be printed: Plotly's own fitting needs a browser's
 * layout, which the static picture is made without.
 */
export function makeFigure(data, text, layout = {}) {
    const { xaxis, yaxis, ...rest } = layout;
    const { simulated = isMarkedSimulated() } = text;
    const legend = rest.showlegend === true;
    const top = simulated ? 74 : 56;
    const xLabels = labelsOf(data, "x", xaxis);
    const yLabels = labelsOf(data, "y", yaxis);
    const yFit = fitYLabels(yLabels, FONT_SIZE);
    const beforeTilt = 58 + Math.max(34, yFit.room);
    const xFit = fitXLabels(xLabels, FONT_SIZE, FIGURE_WIDTH - RIGHT - beforeTilt);
    const left = Math.max(beforeTilt, tiltedReach(xFit, xLabels, FONT_SIZE));
    const shapes = (rest.shapes ?? []);
    const legendRoom = legend
        ? LEGEND_ROW * (legendRows([...data, ...shapes], FONT_SIZE, FIGURE_WIDTH - RIGHT - left) - 1)
        : 0;
    const room = Math.ceil(xFit.room) + legendRoom;
    const height = (rest.height ?? FIGURE_HEIGHT) + room;
    const axis = (title, own) => ({
        title: { text: title, standoff: 10, font: { size: FONT_SIZE } },
        gridcolor: GRID,
        zerolinecolor: GRID,
        linecolor: INK,
        ticks: "outside",
        ...own,
    });
    const subtitle = simulated
        ? `<br><span style="font-size:12px;color:#8A5A00">simulated</span>`
        : "";
    return {
        data,
        layout: {
            title: { text: `${text.title}${subtitle}`, x: 0.02, xanchor: "left", font: { size: 16 } },
            font: { family: FONT, size: FONT_SIZE, color: INK },
            paper_bgcolor: PAPER,
            plot_bgcolor: PAPER,
            width: FIGURE_WIDTH,
            margin: {
                l: Math.ceil(left),
                r: RIGHT,
                t: top,
                b: (legend ? 92 : 60) + room,
                autoexpand: false,
            },
            legend: { orientation: "h", yref: "container", y: 0.01, yanchor: "bottom", x: 0 },
            hovermode: "closest",
            xaxis: axis(text.xTitle, { ...xFit.axis, ...xaxis }),
            yaxis: axis(text.yTitle, { ...yFit.axis, ...yaxis }),
            ...rest,
            height,
        },
    };
}
/**
 * The words along an axis: the ticks' own, or the categories among the data. Numbers are left to
 * Plotly.
 */
function labelsOf(data, letter, axis) {
    const { ticktext } = (axis ?? {});
    if (ticktext)
        return letter === "y" || axis.type !== "log" ? [...ticktext] : [];
    return [
        ...new Set(data.flatMap((trace) => Array.isArray(trace[letter])
            ? trace[letter].filter((label) => typeof label === "string")
            : [])),
    ];
}
//# sourceMappingURL=figure.js.map