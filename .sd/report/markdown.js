import MarkdownIt, {} from "markdown-it";
import { highlightCode } from "./highlight.js";
import { slug } from "./slug.js";
/**
 * Renders markdown (CommonMark with tables). HTML in it is shown as text and links that run code
 * are refused, so that words from logs cannot become part of the page. Links to notebooks become
 * links to their pages.
 */
export class MarkdownRenderer {
    /** Headings rendered so far, in order. */
    headings = [];
    #renderer = new MarkdownIt({
        html: false,
        highlight: (code, language) => highlightCode(code, language),
    });
    render(markdown) {
        const tokens = this.#renderer.parse(markdown, {});
        tokens.forEach((token, at) => {
            if (token.type === "heading_open")
                this.#addHeading(token, tokens[at + 1]);
            for (const child of token.children ?? [])
                if (child.type === "link_open")
                    pointToPage(child);
        });
        return this.#renderer.renderer.render(tokens, this.#renderer.options, {});
    }
    #addHeading(heading, { children }) {
        const text = (children ?? [])
            .filter(({ type }) => type === "text" || type === "code_inline")
            .map(({ content }) => content)
            .join("");
        const wanted = slug(text) || "section";
        let id = wanted;
        for (let n = 2; this.headings.some((earlier) => earlier.id === id); n++)
            id = `${wanted}-${n}`;
        this.headings.push({ id, level: Number(heading.tag.slice(1)), text });
        heading.attrSet("id", id);
    }
}
function pointToPage(link) {
    const address = String(link.attrGet("href") ?? "");
    if (!/^[a-z]+:/i.test(address))
        link.attrSet("href", address.replace(/^(?:.*\/)?([^/]+)\.ipynb(?=$|#)/, "$1.html"));
}
//# sourceMappingURL=markdown.js.map