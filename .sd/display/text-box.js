import { textWidth } from "./text-width.js";
const IDENTITY = [1, 0, 0, 1, 0, 0];
const LINE_HEIGHT = 1.3;
/**
 * The rectangle that the words below an SVG element fill, by their own positions, anchors and
 * transforms. jsdom lays nothing out; this is as much of a layout as Plotly asks for. Coordinates
 * are the page's, or with `ownSpace` the element's (as `getBBox` has them).
 */
export function textBox(element, ownSpace = false) {
    const outer = ownSpace ? null : transformOf(element);
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (const text of element.tagName === "text" || element.tagName === "tspan"
        ? [element]
        : element.querySelectorAll("text")) {
        const [x0, y0, x1, y1] = lineBox(text);
        const matrix = outer
            ? multiply(outer, transformBetween(text, element))
            : transformBetween(text, element);
        for (const [x, y] of [
            [x0, y0],
            [x1, y0],
            [x0, y1],
            [x1, y1],
        ]) {
            const px = matrix[0] * x + matrix[2] * y + matrix[4];
            const py = matrix[1] * x + matrix[3] * y + matrix[5];
            left = Math.min(left, px);
            right = Math.max(right, px);
            top = Math.min(top, py);
            bottom = Math.max(bottom, py);
        }
    }
    if (left === Infinity)
        left = top = right = bottom = 0;
    return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
}
/** The lines of one text element before any transform: left, top, right, bottom. */
function lineBox(text) {
    const style = text.style;
    // Asked for only where the element itself does not say: it is by far the slowest thing jsdom does
    // here.
    const fontSize = parseFloat(style?.fontSize || text.ownerDocument.defaultView.getComputedStyle(text).fontSize) || 12;
    const spans = [...text.querySelectorAll("tspan.line")];
    const lines = spans.length > 0 ? spans.map((span) => span.textContent ?? "") : [text.textContent ?? ""];
    const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
    const anchor = text.getAttribute("text-anchor") ?? style?.getPropertyValue("text-anchor");
    const left = Number(text.getAttribute("x") ?? 0) -
        (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    const top = Number(text.getAttribute("y") ?? 0) - fontSize;
    return [left, top, left + width, top + fontSize * LINE_HEIGHT * lines.length];
}
/** From the element's own space to the page's. */
function transformOf(element) {
    let matrix = parseTransform(element.getAttribute("transform"));
    for (let above = element.parentElement; above; above = above.parentElement)
        matrix = multiply(parseTransform(above.getAttribute("transform")), matrix);
    return matrix;
}
/**
 * From the space inside `inner` to the space inside `outer`; `outer`'s own transform is left out.
 */
function transformBetween(inner, outer) {
    let matrix = IDENTITY;
    for (let at = inner; at && at !== outer; at = at.parentElement)
        matrix = multiply(parseTransform(at.getAttribute("transform")), matrix);
    return matrix;
}
function parseTransform(transform) {
    let matrix = IDENTITY;
    for (const [, name, inside] of (transform ?? "").matchAll(/(\w+)\(([^)]*)\)/g)) {
        const [p = 0, q = 0, r = 0] = inside
            .split(/[\s,]+/)
            .filter((part) => part !== "")
            .map(Number);
        if (name === "translate")
            matrix = multiply(matrix, [1, 0, 0, 1, p, q]);
        else if (name === "scale")
            matrix = multiply(matrix, [p, 0, 0, q || p, 0, 0]);
        else if (name === "rotate") {
            const sine = Math.sin((p * Math.PI) / 180);
            const cosine = Math.cos((p * Math.PI) / 180);
            matrix = multiply(multiply(multiply(matrix, [1, 0, 0, 1, q, r]), [cosine, sine, -sine, cosine, 0, 0]), [1, 0, 0, 1, -q, -r]);
        }
    }
    return matrix;
}
function multiply(m, n) {
    return [
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    ];
}
//# sourceMappingURL=text-box.js.map