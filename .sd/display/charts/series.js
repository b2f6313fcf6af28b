import { NAMED_COLOURS, SERIES_COLOURS } from "../theme.js";
/** The colour of the series that stands at `index`. */
export function seriesColour({ name, colour }, index) {
    return (colour ?? NAMED_COLOURS[name.toLowerCase()] ?? SERIES_COLOURS[index % SERIES_COLOURS.length]);
}
/**
 * Whiskers of a series as Plotly wants them: distances from the value; undefined where it has no
 * intervals, null (nothing is drawn) where an interval has no end.
 */
export function whiskers({ values, low, high }) {
    if (!low || !high)
        return undefined;
    const reach = (length) => (Number.isFinite(length) ? length : null);
    return {
        type: "data",
        symmetric: false,
        color: "#444444",
        thickness: 1.5,
        width: 4,
        array: Array.from(values, (value, i) => reach(high[i] - value)),
        arrayminus: Array.from(values, (value, i) => reach(value - low[i])),
    };
}
/** Dashed lines at fixed values of an axis, each with its entry in the legend. */
export function referenceLines(references, axis) {
    const across = axis === "x"
        ? { xref: "x", yref: "paper", y0: 0, y1: 1 }
        : { xref: "paper", yref: "y", x0: 0, x1: 1 };
    return references.map(({ name, value, colour }, r) => ({
        type: "line",
        layer: "above",
        name,
        showlegend: true,
        ...across,
        [`${axis}0`]: value,
        [`${axis}1`]: value,
        line: {
            color: colour ?? REFERENCE_COLOURS[r % REFERENCE_COLOURS.length],
            dash: r % 2 === 0 ? "dash" : "dot",
            width: 2,
        },
    }));
}
const REFERENCE_COLOURS = ["#8A5A00", "#00694C", "#5F6368", "#7A3E9D"];
//# sourceMappingURL=series.js.map