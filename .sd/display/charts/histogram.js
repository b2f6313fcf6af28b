import { makeFigure } from "../figure.js";
import { logAxis } from "./axes.js";
import { referenceLines, seriesColour } from "./series.js";
/**
 * Shares of the values in equal bins, as stepped outlines that may lie over each other. Counted
 * here: the picture holds the bins and not the values. Bins are closed below and open above, the
 * last one closed on both sides.
 */
export function histogram(series, text, options = {}) {
    const { bins = 40, logX, references = [] } = options;
    const kept = series.map((one) => Array.from(one.values).filter((value) => Number.isFinite(value) && (!logX || value > 0)));
    const left = series.reduce((sum, { values }) => sum + values.length, 0) -
        kept.reduce((sum, values) => sum + values.length, 0);
    const edges = binEdges(kept, bins, logX ?? false);
    const data = series.map((one, s) => {
        const shares = binShares(kept[s], edges, logX ?? false);
        const color = seriesColour(one, s);
        return {
            type: "scatter",
            mode: "lines",
            name: one.name,
            x: edges,
            y: [...shares, 0],
            line: { color, width: 1.5, shape: "hv" },
            fill: "tozeroy",
            fillcolor: `${color}2E`,
        };
    });
    return makeFigure(data, left > 0 ? { ...text, title: `${text.title} (${left} values left out)` } : text, {
        showlegend: series.length > 1 || references.length > 0,
        shapes: referenceLines(references, "x"),
        xaxis: logX ? logAxis(edges) : {},
        yaxis: { tickformat: ".0%", rangemode: "tozero" },
    });
}
function binEdges(values, bins, log) {
    let low = Infinity;
    let high = -Infinity;
    for (const numbers of values) {
        for (const value of numbers) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }
    if (low > high)
        [low, high] = [log ? 1 : 0, log ? 10 : 1];
    // A single value gets a bin around it.
    if (low === high)
        [low, high] = log ? [low / 1.1, low * 1.1] : [low - 0.5, low + 0.5];
    const at = (share) => log ? low * (high / low) ** share : low + (high - low) * share;
    return Array.from({ length: bins + 1 }, (_, edge) => at(edge / bins));
}
function binShares(values, edges, log) {
    const bins = edges.length - 1;
    const low = edges[0];
    const high = edges[bins];
    const counts = new Array(bins).fill(0);
    for (const value of values) {
        const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        counts[Math.min(bins - 1, Math.max(0, Math.floor(share * bins)))]++;
    }
    return counts.map((count) => count / Math.max(1, values.length));
}
//# sourceMappingURL=histogram.js.map