import { JSDOM } from "jsdom";
/** Elements that run, load or post something, or change how the page reads. */
const FORBIDDEN = "script, style, link, meta, base, iframe, frame, object, embed, form, template, noscript, " +
    "math, svg > script, svg foreignObject, animate, set, audio, video, source";
const REACHES_OUT = new Set([
    "src",
    "srcset",
    "href",
    "xlink:href",
    "action",
    "formaction",
    "poster",
    "background",
    "data",
    "ping",
]);
const HARMLESS_ADDRESS = /^(#|data:image\/(png|jpeg|gif);|[\w.-]+(\/|$|#))/i;
let parser;
/**
 * HTML of an output with all that could run or load anything taken out: an output is to be looked
 * at, and its words may come from logs.
 */
export function safeHtml(html) {
    const { document } = (parser ??= new JSDOM("<!doctype html><body></body>")).window;
    const holder = document.createElement("template");
    holder.innerHTML = html;
    for (const element of holder.content.querySelectorAll(FORBIDDEN))
        element.remove();
    for (const element of holder.content.querySelectorAll("*")) {
        for (const { name, value } of [...element.attributes]) {
            const lower = name.toLowerCase();
            const runs = lower.startsWith("on") ||
                (REACHES_OUT.has(lower) && !HARMLESS_ADDRESS.test(value.trim())) ||
                (lower === "style" && /url|expression|@import/i.test(value));
            if (runs)
                element.removeAttribute(name);
        }
    }
    return holder.innerHTML;
}
//# sourceMappingURL=safe-html.js.map