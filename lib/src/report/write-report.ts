import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { GateResult } from "../campaign/index.js";
import { indexBody, indexHeadings } from "./index-page.js";
import { renderNotebook, type NotebookPage } from "./notebook-page.js";
import { GENERATOR, pageHtml, type Provenance } from "./page-frame.js";
import { minifiedPlotly } from "./plotly-file.js";
import { InputError } from "../statistics/index.js";

export interface ReportOptions {
  /** Executed notebooks (.ipynb), in reading order. */
  notebooks: readonly string[];
  gates: readonly GateResult[];
  /** Folder of the pages; an earlier report in it is replaced. */
  outFolder: string;
  provenance: Provenance;
}

/**
 * Writes a report that opens from disk without a network: the gates, a page a notebook, every
 * figure as SVG and interactive, Plotly once. Equal inputs give equal bytes. Returns the path of
 * index.html. Throws where the folder holds something that is not a report, and where a notebook
 * cannot be read.
 */
export async function writeReport({
  notebooks,
  gates,
  outFolder,
  provenance,
}: ReportOptions): Promise<string> {
  const pages: NotebookPage[] = [];
  for (const file of notebooks) pages.push(await renderNotebook(file));
  clearFolder(outFolder);
  const write = (file: string, content: string | Buffer): void =>
    writeFileSync(path.join(outFolder, file), content);
  mkdirSync(path.join(outFolder, "figures"), { recursive: true });
  const index = {
    file: "index.html",
    title: `Lambda or ECS: ${provenance.name}`,
    headings: indexHeadings(gates, pages),
    body: indexBody(gates, pages, provenance),
  };
  const bodies = pages.map(({ file, title, headings, body }) => ({
    file,
    title,
    headings,
    body: `<div class="notebook">\n${body}\n</div>`,
  }));
  for (const page of [index, ...bodies]) write(page.file, pageHtml({ ...page, pages, provenance }));
  for (const { file, svg } of pages.flatMap(({ figures }) => figures)) write(file, svg);
  for (const asset of ["report.css", "report.js"])
    write(asset, readFileSync(new URL(`../../src/report/assets/${asset}`, import.meta.url)));
  write("plotly.min.js", await minifiedPlotly());
  return path.join(outFolder, "index.html");
}

/**
 * Takes an earlier report away, so that no page or figure of it stays. Anything else is left alone.
 */
function clearFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const index = path.join(folder, "index.html");
  const ours =
    readdirSync(folder).length === 0 ||
    (existsSync(index) && readFileSync(index, "utf8").includes(GENERATOR));
  if (!ours)
    throw new InputError(`${folder}: holds files that are not a report; name an empty or a new folder`);
  rmSync(folder, { recursive: true });
}
