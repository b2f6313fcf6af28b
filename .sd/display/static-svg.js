import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createRandom } from "../statistics/index.js";
import { slimSvg } from "./slim-svg.js";
import { textBox } from "./text-box.js";
let loading;
/**
 * Draws a figure as a self-contained SVG, by Plotly itself in jsdom: no browser, no canvas, no
 * fonts. Equal figures give equal bytes. The first call loads Plotly (under a second).
 */
export async function figureToSvg(figure) {
    const { window, plotly } = await (loading ??= loadPlotly());
    const { width, height } = figure.layout;
    // Plotly names its clip paths by random numbers. They are drawn from the figure itself: the same
    // for the same figure, and different for two figures that stand on one page.
    window.Math.random = createRandom(JSON.stringify(figure)).uniform;
    const element = window.document.createElement("div");
    window.document.body.appendChild(element);
    try {
        // Plotly writes into what it is given, so it gets a copy.
        const { data, layout } = JSON.parse(JSON.stringify(figure));
        await plotly.newPlot(element, data, layout, { staticPlot: true });
        const svg = await plotly.toImage(element, {
            format: "svg",
            width,
            height,
            imageDataOnly: true,
        });
        return slimSvg(svg);
    }
    finally {
        plotly.purge(element);
        element.remove();
    }
}
async function loadPlotly() {
    const { JSDOM, VirtualConsole } = await import("jsdom");
    const { window } = new JSDOM("<!doctype html><body></body>", {
        runScripts: "outside-only",
        pretendToBeVisual: true,
        virtualConsole: new VirtualConsole(),
    });
    const { URL, HTMLCanvasElement, SVGElement, Element } = window;
    // jsdom lays nothing out; what Plotly asks about sizes is answered from the text alone.
    Object.assign(window, { TextDecoder, TextEncoder });
    Object.assign(URL, { createObjectURL: () => "" });
    Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
    Object.assign(Element.prototype, {
        getBoundingClientRect() {
            return textBox(this);
        },
    });
    Object.assign(SVGElement.prototype, {
        getBBox() {
            return textBox(this, true);
        },
        getComputedTextLength() {
            return textBox(this, true).width;
        },
        getTotalLength: () => 100,
        getPointAtLength: () => ({ x: 0, y: 0 }),
    });
    window.eval(readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist"), "utf8"));
    return { window, plotly: window.Plotly };
}
//# sourceMappingURL=static-svg.js.map