import { textWidth } from "./text-width.js";
/** Room Plotly gives an entry beside its words, px: the sign and the gaps. */
const SIGN = 48;
/**
 * Rows that a horizontal legend of these traces and shapes takes: one where all entries fit side by
 * side, else as many as columns of the widest entry's width make. `width` is that of the plot, px.
 */
export function legendRows(entries, fontSize, width) {
    const widths = entries
        .filter(({ name, showlegend }) => typeof name === "string" && name !== "" && showlegend !== false)
        .map(({ name }) => textWidth(name, fontSize) + SIGN);
    if (widths.reduce((sum, each) => sum + each, 0) <= width)
        return 1;
    return Math.ceil(widths.length / Math.max(1, Math.floor(width / Math.max(...widths))));
}
//# sourceMappingURL=legend-rows.js.map