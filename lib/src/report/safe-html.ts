import createDOMPurify, { type DOMPurify } from "dompurify";
import { JSDOM } from "jsdom";

/** Beside what runs: what loads, posts, or changes how the page reads. */
const FORBIDDEN = [
  ...["style", "form", "template", "noscript", "foreignObject", "animate", "set"],
  ...["audio", "video", "source", "picture", "map", "area", "button", "input", "select"],
  ...["textarea", "option", "dialog", "math"],
];
const REACHES_OUT = new Set(["src", "srcset", "href", "xlink:href", "poster", "background"]);
/** A place in the page, a picture in the text, a page beside this one. */
const HARMLESS_ADDRESS = /^(#|data:image\/(png|jpeg|gif);|[\w.-]+(\/|$|#))/i;
const STYLE_THAT_LOADS = /url|expression|@import|image-set|\\/i;

let purifier: DOMPurify | undefined;

/**
 * HTML of an output with all that could run or load anything taken out: an output is to be looked
 * at, and its words may come from logs. DOMPurify takes out what runs; addresses beyond the report
 * and styles that load go besides.
 */
export function safeHtml(html: string): string {
  purifier ??= makePurifier();
  return purifier.sanitize(html, {
    FORBID_TAGS: FORBIDDEN,
    FORBID_ATTR: ["action", "formaction", "ping", "target", "id", "name"],
    ALLOW_DATA_ATTR: false,
    // Their words go with them; those of an element that is only unknown stay.
    ADD_FORBID_CONTENTS: FORBIDDEN,
  });
}

function makePurifier(): DOMPurify {
  const purify = createDOMPurify(new JSDOM("").window);
  purify.addHook("uponSanitizeAttribute", (_, attribute) => {
    const value = attribute.attrValue.trim();
    if (REACHES_OUT.has(attribute.attrName) && !HARMLESS_ADDRESS.test(value))
      attribute.keepAttr = false;
    if (attribute.attrName === "style" && STYLE_THAT_LOADS.test(value)) attribute.keepAttr = false;
  });
  return purify;
}
