import path from "node:path";
import { escapeHtml } from "../display/index.js";
import { readNotebook, sourceOf, type NotebookCell } from "../runner/index.js";
import type { ReportFigure } from "./figures.js";
import { highlightCode } from "./highlight.js";
import { MarkdownRenderer, type Heading } from "./markdown.js";
import { outputHtml, type PageContext } from "./output-html.js";
import type { StaleNotes } from "./stale.js";

/** A notebook rendered: the middle of its page, and what navigation and index need of it. */
export interface NotebookPage {
  /** 01_variance_audit.html */
  file: string;
  title: string;
  /** First paragraph after the title, as plain text. */
  summary: string;
  status: "executed" | "stopped by an error" | "not executed";
  /** Why its numbers do not belong to those of the other pages; null where they do. */
  stale: string | null;
  headings: Heading[];
  figures: ReportFigure[];
  body: string;
}

/** Renders one executed notebook; `stale` says by name why a page is. */
export async function renderNotebook(file: string, stale: StaleNotes = {}): Promise<NotebookPage> {
  const name = path.basename(file, ".ipynb");
  const { cells } = readNotebook(file);
  const page: PageContext = {
    number: /^\d+/.exec(name)?.[0] ?? name,
    markdown: new MarkdownRenderer(),
    figures: [],
  };
  const parts: string[] = [];
  for (const cell of cells) parts.push(await cellHtml(cell, page));
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

async function cellHtml(cell: NotebookCell, page: PageContext): Promise<string> {
  const source = sourceOf(cell);
  if (cell.cell_type === "markdown")
    return `<section class="prose">${page.markdown.render(source)}</section>`;
  if (cell.cell_type === "raw")
    return `<pre class="stream" tabindex="0">${escapeHtml(source)}</pre>`;
  if (source.trim() === "") return "";
  const outputs: string[] = [];
  for (const output of cell.outputs ?? []) outputs.push(await outputHtml(output, page));
  const number = cell.execution_count ?? " ";
  return [
    `<section class="cell">`,
    `<details class="code"><summary>Code ${number}</summary><pre ` +
      `tabindex="0"><code>${highlightCode(source, "typescript")}</code></pre></details>`,
    outputs.length > 0 ? `<div class="outputs">${outputs.join("\n")}</div>` : "",
    `</section>`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function statusOf(cells: readonly NotebookCell[]): NotebookPage["status"] {
  const code = cells.filter((cell) => cell.cell_type === "code" && sourceOf(cell).trim() !== "");
  if (code.some(({ outputs }) => outputs?.some(({ output_type }) => output_type === "error")))
    return "stopped by an error";
  return code.every(({ execution_count }) => typeof execution_count === "number")
    ? "executed"
    : "not executed";
}

/** The first paragraph of text, without markdown's signs. */
function firstParagraph(cells: readonly NotebookCell[]): string {
  for (const cell of cells) {
    if (cell.cell_type !== "markdown") continue;
    for (const block of sourceOf(cell).split(/\n\s*\n/)) {
      if (/^\s*(#|\||```|[-*] )/.test(block) || block.trim() === "") continue;
      return block
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/g, "$1")
        .replace(/\s+/g, " ")
        .trim();
    }
  }
  return "";
}
