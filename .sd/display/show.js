import { figureToSvg } from "./static-svg.js";
import { showOutput } from "./outputs.js";
/**
 * Shows a figure: interactive where the front end knows Plotly, as SVG everywhere else (a code
 * host, nbconvert, the thesis). `alt` says in words what is to be seen.
 */
export async function showFigure(figure, alt) {
    showOutput({
        "application/vnd.plotly.v1+json": {
            data: figure.data,
            layout: figure.layout,
            config: { responsive: true, displaylogo: false },
        },
        "image/svg+xml": await figureToSvg(figure),
        "text/plain": `[figure] ${alt}`,
    });
}
/** Shows a computed sentence (or several). Text from logs must not be put into it unescaped. */
export function showText(markdown) {
    showOutput({ "text/markdown": markdown, "text/plain": markdown });
}
//# sourceMappingURL=show.js.map