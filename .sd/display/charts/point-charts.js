import { makeFigure } from "../figure.js";
import { mixColours, SERIES_COLOURS } from "../theme.js";
import { logAxis } from "./axes.js";
/** Points, thinned to a number that a page can carry. */
export function scatterChart(points, text, options = {}) {
    const { size = 5, opacity = 0.7, logX, logY, maxPoints = 400 } = options;
    const groups = Array.isArray(points) ? points : [points];
    const total = groups.reduce((sum, { x }) => sum + x.length, 0);
    const step = Math.max(1, total / maxPoints);
    const drawn = groups.map(({ x, y, colour }, g) => {
        const kept = spread(x.length, step);
        return {
            x: kept.map((i) => x[i]),
            y: kept.map((i) => y[i]),
            color: typeof colour === "object"
                ? kept.map((i) => colour[i])
                : (colour ?? SERIES_COLOURS[g % SERIES_COLOURS.length]),
        };
    });
    const data = drawn.map(({ x, y, color }, g) => ({
        type: "scatter",
        mode: "markers",
        name: groups[g].name ?? "",
        x,
        y,
        marker: { size, opacity, color },
    }));
    return makeFigure(data, {
        ...text,
        title: text.title +
            ofAll(drawn.reduce((sum, { x }) => sum + x.length, 0), total),
    }, {
        showlegend: groups.length > 1,
        xaxis: logX ? logAxis(drawn.flatMap(({ x }) => x)) : {},
        yaxis: logY ? logAxis(drawn.flatMap(({ y }) => y)) : {},
    });
}
const LOW_SHADE = "#56B4E9";
const HIGH_SHADE = "#B3261E";
/**
 * Points in rows, pushed apart where they are many: how a feature's Shapley values lie over the
 * requests. Rows are thinned along their sorted values, so that the extremes stay.
 */
export function beeswarm(rows, text, options = {}) {
    const { maxPoints = 400 } = options;
    const total = rows.reduce((sum, { values }) => sum + values.length, 0);
    const step = Math.max(1, total / maxPoints);
    const all = rows.flatMap(({ values }) => Array.from(values));
    const low = Math.min(...extent(all));
    const high = Math.max(...extent(all));
    const x = [];
    const y = [];
    const color = [];
    rows.forEach(({ values, shades }, r) => {
        const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
        const offset = pushApart(high - low);
        for (const at of spread(order.length, step)) {
            const i = order[at];
            x.push(values[i]);
            y.push(r + offset(values[i]));
            color.push(shades
                ? mixColours(LOW_SHADE, HIGH_SHADE, Math.min(1, Math.max(0, shades[i])))
                : SERIES_COLOURS[0]);
        }
    });
    const shaded = rows.some(({ shades }) => shades)
        ? " · blue: low value of the feature, red: high"
        : "";
    return makeFigure([{ type: "scatter", mode: "markers", x, y, marker: { size: 5, opacity: 0.75, color } }], { ...text, title: text.title + ofAll(x.length, total), xTitle: text.xTitle + shaded }, {
        showlegend: false,
        yaxis: {
            tickmode: "array",
            tickvals: rows.map((_, r) => r),
            ticktext: rows.map(({ name }) => name),
            range: [rows.length - 0.5, -0.5],
            zeroline: false,
        },
        height: Math.max(280, 140 + 40 * rows.length),
    });
}
/** Every `step`th of `length` places, the first and the last among them. */
function spread(length, step) {
    const count = Math.min(length, Math.max(2, Math.round(length / step)));
    return Array.from({ length: count }, (_, i) => count === 1 ? 0 : Math.round((i * (length - 1)) / (count - 1)));
}
/**
 * Gives each next value of a row the free place nearest to the middle line, up and down in turn.
 */
function pushApart(range) {
    const BINS = 90;
    const STEP = 0.055;
    const taken = new Map();
    return (value) => {
        const bin = range > 0 ? Math.round((value / range) * BINS) : 0;
        const place = taken.get(bin) ?? 0;
        taken.set(bin, place + 1);
        return Math.min(0.42, Math.ceil(place / 2) * STEP) * (place % 2 === 0 ? 1 : -1);
    };
}
function extent(values) {
    return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}
function ofAll(drawn, total) {
    return drawn < total ? ` (${drawn} of ${total} points drawn)` : "";
}
//# sourceMappingURL=point-charts.js.map