import { escapeHtml, figureToSvg, type Figure } from "../display/index.js";
import type { NotebookOutput } from "../runner/index.js";
import { makeReportFigure, PLOTLY_TYPE, SVG_TYPE, textOf, type ReportFigure } from "./figures.js";
import type { MarkdownRenderer } from "./markdown.js";
import { safeHtml } from "./safe-html.js";

/** What a page gathers while its outputs are rendered. */
export interface PageContext {
  /** "01" of 01_variance_audit. */
  number: string;
  markdown: MarkdownRenderer;
  figures: ReportFigure[];
}

/** One output of a cell as HTML, in the richest form that it has. */
export async function outputHtml(output: NotebookOutput, page: PageContext): Promise<string> {
  if (output.output_type === "stream")
    return (
      `<pre class="stream${output.name === "stderr" ? " stderr" : ""}" ` +
      `tabindex="0">${escapeHtml(withoutAnsi(textOf(output.text)))}</pre>`
    );
  if (output.output_type === "error") {
    const trace =
      textOf(output.traceback && (output.traceback as string[]).join("\n")) ||
      `${textOf(output.ename)}: ${textOf(output.evalue)}`;
    return `<pre class="error" role="alert" tabindex="0">${escapeHtml(withoutAnsi(trace))}</pre>`;
  }
  const data = (output.data ?? {}) as Record<string, unknown>;
  if (data[PLOTLY_TYPE] || data[SVG_TYPE]) return figureHtml(await addFigure(data, page));
  if (data["text/html"])
    return (
      `<div class="html-output" role="region" aria-label="Table" tabindex="0">` +
      `${safeHtml(textOf(data["text/html"]))}</div>`
    );
  if (data["text/markdown"])
    return `<div class="prose">${page.markdown.render(textOf(data["text/markdown"]))}</div>`;
  for (const type of ["image/png", "image/jpeg"]) {
    if (data[type])
      return (
        `<img class="raster" ` +
        `src="data:${type};base64,${escapeHtml(textOf(data[type]).replace(/\s/g, ""))}" ` +
        `alt="${escapeHtml(textOf(data["text/plain"]))}">`
      );
  }
  const text =
    data["text/plain"] ??
    (data["application/json"] === undefined
      ? ""
      : JSON.stringify(data["application/json"], null, 2));
  return `<pre class="stream" tabindex="0">${escapeHtml(withoutAnsi(textOf(text)))}</pre>`;
}

async function addFigure(data: Record<string, unknown>, page: PageContext): Promise<ReportFigure> {
  const svg = data[SVG_TYPE]
    ? textOf(data[SVG_TYPE])
    : await figureToSvg(data[PLOTLY_TYPE] as Figure);
  const figure = makeReportFigure(data, svg, page.number, page.figures.length + 1);
  page.figures.push(figure);
  return figure;
}

/** The picture stands on the page; the script puts the interactive plot over it where it can. */
function figureHtml({ id, file, title, alt, plotly }: ReportFigure): string {
  const data = plotly
    ? `<script type="application/json" ` +
      `class="plot-data">${jsonForScript({ data: plotly.data, layout: plotly.layout })}</script>`
    : "";
  return [
    `<figure class="plot" id="${id}">`,
    `<img class="plot-static" src="${escapeHtml(file)}" alt="${escapeHtml(alt || title)}">`,
    `<div class="plot-interactive" hidden></div>`,
    `<figcaption><span>${escapeHtml(alt)}</span> <a href="${escapeHtml(file)}" ` +
      "download>Download SVG</a></figcaption>",
    data,
    `</figure>`,
  ].join("");
}

/** JSON that cannot end the script element it stands in. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

/** Text without the colour codes of terminals. */
function withoutAnsi(text: string): string {
  return text.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, "");
}
