import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ManifestPromise } from "../artefacts/index.js";
import type { JudgedChecklist } from "../checklists/index.js";
import type { ShownGate } from "../display/index.js";
import { asWriteError, makeFolder, writingTo } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import type { StudyVerdict } from "../verdict/index.js";
import type { WhatIfData } from "../what-if/index.js";
import { CHECKLISTS_LINK, checklistHeadings, checklistsBody } from "./checklists-page.js";
import { indexBody, indexHeadings, type MorePage } from "./index-page.js";
import { renderNotebook, type NotebookPage } from "./notebook-page.js";
import { GENERATOR, pageHtml, type Provenance } from "./page-frame.js";
import { minifiedPlotly } from "./plotly-file.js";
import { staleNote, type StaleNotes } from "./stale.js";
import { WHAT_IF_LINK, whatIfPage } from "./what-if-page.js";

export interface ReportOptions {
  /** Executed notebooks (.ipynb), in reading order. */
  notebooks: readonly string[];
  gates: readonly ShownGate[];
  /** What the run says, for the first screen. */
  verdict: StudyVerdict;
  /** What is said on a page and in the index; none is stale unless given. */
  stale?: StaleNotes;
  /** Folder of the pages; an earlier report in it is replaced. */
  outFolder: string;
  provenance: Provenance;
  /** What was frozen beforehand, and the departures; nothing unless given. */
  promise?: ManifestPromise | null;
  /** Statistics for the what-if page; no such page unless given. */
  whatIf?: WhatIfData | null;
  /** Checklists with the state of each point; no such page unless given. */
  checklists?: readonly JudgedChecklist[];
}

/**
 * Writes a report that opens from disk without a network: the verdict, a page a notebook, every
 * figure as SVG and interactive, Plotly once. Equal inputs give equal bytes. The report takes its
 * place when it is whole. Returns the path of index.html. Throws where the folder holds something
 * that is not a report, and where a notebook cannot be read.
 */
export async function writeReport({
  notebooks,
  gates,
  verdict,
  stale = {},
  outFolder,
  provenance,
  promise = null,
  whatIf = null,
  checklists = [],
}: ReportOptions): Promise<string> {
  const pages: NotebookPage[] = [];
  for (const file of notebooks) pages.push(await renderNotebook(file, stale));
  mustBeOurs(outFolder);
  const building = `${outFolder}.partial`;
  const write = (file: string, content: string | Buffer): void =>
    writingTo(path.join(outFolder, file), () => writeFileSync(path.join(building, file), content));
  rmSync(building, { recursive: true, force: true });
  makeFolder(path.join(building, "figures"));
  const more: MorePage[] = [
    ...(whatIf === null ? [] : [WHAT_IF_LINK]),
    ...(checklists.length === 0 ? [] : [CHECKLISTS_LINK]),
  ];
  const listed =
    checklists.length === 0
      ? []
      : [
          {
            ...CHECKLISTS_LINK,
            headings: checklistHeadings(checklists),
            body: checklistsBody(checklists, pages),
          },
        ];
  const index = {
    file: "index.html",
    title: `Lambda or ECS: ${provenance.name}`,
    headings: indexHeadings({ verdict, pages, promise, more }),
    body: indexBody({ verdict, gates, pages, provenance, promise, more }),
  };
  const bodies = pages.map(({ file, title, headings, stale: why, body }) => ({
    file,
    title,
    headings,
    body: `<div class="notebook">\n${staleNote(why)}${body}\n</div>`,
  }));
  try {
    for (const page of [index, ...bodies, ...listed])
      write(page.file, pageHtml({ ...page, pages: [...pages, ...more], provenance }));
    if (whatIf !== null) write(WHAT_IF_LINK.file, await whatIfPage(whatIf, provenance));
    for (const { file, svg } of pages.flatMap(({ figures }) => figures)) write(file, svg);
    for (const asset of ["report.css", "report.js"])
      write(asset, readFileSync(new URL(`../../src/report/assets/${asset}`, import.meta.url)));
    write("plotly.min.js", await minifiedPlotly());
    // No page or figure of an earlier report stays.
    rmSync(outFolder, { recursive: true, force: true });
    renameSync(building, outFolder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw asWriteError(outFolder, error);
  }
  return path.join(outFolder, "index.html");
}

/** Throws where a folder holds anything but an earlier report: that is left alone. */
function mustBeOurs(folder: string): void {
  if (!existsSync(folder)) return;
  const index = path.join(folder, "index.html");
  const ours =
    readdirSync(folder).length === 0 ||
    (existsSync(index) && readFileSync(index, "utf8").includes(GENERATOR));
  if (!ours)
    throw new InputError(
      `${folder}: holds files that are not a report; name an empty or a new folder`,
    );
}
