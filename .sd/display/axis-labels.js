import { textWidth } from "./text-width.js";
const LONGEST_LINE_PX = 270;
const GAP_PX = 10;
const TILT_DEGREES = 40;
/** Words down the left side: broken into two lines where one would leave too little of the plot. */
export function fitYLabels(labels, fontSizePx) {
    const wrapped = labels.map((label) => textWidth(label, fontSizePx) > LONGEST_LINE_PX ? inTwoLines(label) : label);
    const changed = wrapped.some((label, at) => label !== labels[at]);
    return {
        room: widest(wrapped, fontSizePx),
        axis: changed ? { tickmode: "array", tickvals: labels, ticktext: wrapped } : {},
    };
}
/** Words below the plot: level where they fit side by side, else in two lines, else tilted. */
export function fitXLabels(labels, fontSizePx, plotWidthPx) {
    const each = plotWidthPx / Math.max(1, labels.length) - GAP_PX;
    if (widest(labels, fontSizePx) <= each)
        return { room: 0, axis: { tickangle: 0 } };
    const wrapped = labels.map(inTwoLines);
    if (widest(wrapped, fontSizePx) <= each)
        return {
            room: 1.3 * fontSizePx,
            axis: { tickangle: 0, tickmode: "array", tickvals: labels, ticktext: wrapped },
        };
    return {
        room: widest(labels, fontSizePx) * Math.sin((TILT_DEGREES * Math.PI) / 180),
        axis: { tickangle: -TILT_DEGREES },
    };
}
/** How far the first tilted word reaches to the left of its tick. */
export function tiltedReach({ axis }, labels, fontSizePx) {
    return axis.tickangle === -TILT_DEGREES && labels.length > 0
        ? textWidth(labels[0], fontSizePx) * Math.cos((TILT_DEGREES * Math.PI) / 180)
        : 0;
}
function widest(labels, fontSizePx) {
    return Math.max(0, ...labels.flatMap((label) => label.split("<br>")).map((line) => textWidth(line, fontSizePx)));
}
/** Breaks at the space nearest to the middle; a single word stays whole. */
function inTwoLines(label) {
    const middle = label.length / 2;
    let at = -1;
    for (let space = label.indexOf(" "); space >= 0; space = label.indexOf(" ", space + 1))
        if (at < 0 || Math.abs(space - middle) < Math.abs(at - middle))
            at = space;
    return at < 0 ? label : `${label.slice(0, at)}<br>${label.slice(at + 1)}`;
}
//# sourceMappingURL=axis-labels.js.map