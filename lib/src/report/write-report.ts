import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { GateResult } from "../campaign/index.js";
import type { StudyVerdict } from "../verdict/index.js";
import { staleNote, type StaleNotes } from "./answers-html.js";
import { indexBody, indexHeadings } from "./index-page.js";
import { renderNotebook, type NotebookPage } from "./notebook-page.js";
import { GENERATOR, pageHtml, type Provenance } from "./page-frame.js";
import { minifiedPlotly } from "./plotly-file.js";

export interface ReportOptions {
  /** Executed notebooks (.ipynb), in reading order. */
  notebooks: readonly string[];
  gates: readonly GateResult[];
  /** What the run says, for the first screen. */
  verdict: StudyVerdict;
  /**
   * A sentence for each notebook whose numbers are older than what they rest on, by its name
   * ("04_training"): it stands on its page, in the index and beside the answers.
   */
  stale?: StaleNotes;
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
  verdict,
  stale = {},
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
    headings: indexHeadings({ verdict, pages }),
    body: indexBody({ verdict, gates, pages, provenance, stale }),
  };
  const bodies = pages.map(({ file, title, headings, body }) => ({
    file,
    title,
    headings,
    body: `${staleLine(stale[file.replace(/\.html$/, "")])}<div class="notebook">\n${body}\n</div>`,
  }));
  for (const page of [index, ...bodies]) write(page.file, pageHtml({ ...page, pages, provenance }));
  for (const { file, svg } of pages.flatMap(({ figures }) => figures)) write(file, svg);
  for (const asset of ["report.css", "report.js"])
    write(asset, readFileSync(new URL(`../../src/report/assets/${asset}`, import.meta.url)));
  write("plotly.min.js", await minifiedPlotly());
  return path.join(outFolder, "index.html");
}

function staleLine(note: string | undefined): string {
  return note === undefined ? "" : `<p role="note">${staleNote(note)}</p>\n`;
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
    throw new Error(`${folder}: holds files that are not a report; name an empty or a new folder`);
  rmSync(folder, { recursive: true });
}
