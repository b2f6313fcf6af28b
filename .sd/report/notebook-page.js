import path from "node:path";
import { escapeHtml } from "../display/index.js";
import { readNotebook, sourceOf } from "../runner/index.js";
import { highlightCode } from "./highlight.js";
import { MarkdownRenderer } from "./markdown.js";
import { outputHtml } from "./output-html.js";
/** Says at the head of a page that its numbers belong to another run; empty where they do not. */
export function staleNote(why) {
    return why === null
        ? ""
        : `<p class="stale" role="alert"><strong>Stale.</strong> ${escapeHtml(why)}</p>\n`;
}
/** Renders one executed notebook; `stale` says by name why a page is. */
export async function renderNotebook(file, stale = {}) {
    const name = path.basename(file, ".ipynb");
    const { cells } = readNotebook(file);
    const page = {
        number: /^\d+/.exec(name)?.[0] ?? name,
        markdown: new MarkdownRenderer(),
        figures: [],
    };
    const parts = [];
    for (const cell of cells)
        parts.push(await cellHtml(cell, page));
    const { headings } = page.markdown;
    return {
        file: `${name}.html`,
        title: headings[0]?.text ?? name.replace(/_/g, " "),
        summary: firstParagraph(cells),
        status: statusOf(cells),
        stale: stale[name] ?? null,
        headings: headings.slice(1),
        figures: page.figures,
        body: parts.join("\n"),
    };
}
async function cellHtml(cell, page) {
    const source = sourceOf(cell);
    if (cell.cell_type === "markdown")
        return `<section class="prose">${page.markdown.render(source)}</section>`;
    if (cell.cell_type === "raw")
        return `<pre class="stream" tabindex="0">${escapeHtml(source)}</pre>`;
    if (source.trim() === "")
        return "";
    const outputs = [];
    for (const output of cell.outputs ?? [])
        outputs.push(await outputHtml(output, page));
    const number = cell.execution_count ?? " ";
    return [
        `<section class="cell">`,
        `<details class="code" open><summary>In [${number}]</summary><pre ` +
            `tabindex="0"><code>${highlightCode(source, "typescript")}</code></pre></details>`,
        outputs.length > 0 ? `<div class="outputs">${outputs.join("\n")}</div>` : "",
        `</section>`,
    ]
        .filter((line) => line !== "")
        .join("\n");
}
function statusOf(cells) {
    const code = cells.filter((cell) => cell.cell_type === "code" && sourceOf(cell).trim() !== "");
    if (code.some(({ outputs }) => outputs?.some(({ output_type }) => output_type === "error")))
        return "stopped by an error";
    return code.every(({ execution_count }) => typeof execution_count === "number")
        ? "executed"
        : "not executed";
}
/** The first paragraph of text, without markdown's signs. */
function firstParagraph(cells) {
    for (const cell of cells) {
        if (cell.cell_type !== "markdown")
            continue;
        for (const block of sourceOf(cell).split(/\n\s*\n/)) {
            if (/^\s*(#|\||```|[-*] )/.test(block) || block.trim() === "")
                continue;
            return block
                .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
                .replace(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/g, "$1")
                .replace(/\s+/g, " ")
                .trim();
        }
    }
    return "";
}
//# sourceMappingURL=notebook-page.js.map