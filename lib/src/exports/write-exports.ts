import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT, readManifest, type Manifest } from "../artefacts/index.js";
import { asWriteError, writeWhole } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import { dictionaryCsv } from "./data-dictionary.js";
import { figureCsv } from "./figure-data.js";
import { findChromium, svgToPdf } from "./figure-pdf.js";
import { notebookExports, type NotebookExports } from "./notebook-exports.js";
import { CRATE_FILE, roCrate, STUDY_ID, type CrateFile } from "./ro-crate.js";
import { tableCsv, tableLatex } from "./table-files.js";

/** What was written of a run. */
export interface ExportedRun {
  tables: number;
  figures: number;
  /** Pictures printed to PDF; 0 where no Chromium is here. */
  pdfs: number;
  /** What could not be written, one sentence each with the remedy. */
  missing: string[];
  files: string[];
}

/**
 * Writes a run's tables (CSV, LaTeX) and figures (SVG, PDF, their data as CSV) with the data
 * dictionary, citation, manifest and RO-Crate metadata into a folder, which takes its place when it
 * is whole. Everything comes from the executed notebooks' typed outputs and the run's manifest.
 * Throws an InputError where the folder holds anything but an earlier export, and where the run has
 * no executed notebook.
 */
export async function writeExports(
  { runFolder, outFolder }: { runFolder: string; outFolder: string },
  chromium: string | null = findChromium(),
): Promise<ExportedRun> {
  const manifest = readManifest(runFolder);
  const notebooks = executedNotebooks(runFolder);
  if (manifest === null || notebooks.length === 0)
    throw new InputError(
      `${path.basename(runFolder)} holds no executed notebooks: run \`npx study run\` first`,
    );
  mustBeOurs(outFolder);
  const found: NotebookExports[] = [];
  for (const file of notebooks) found.push(await notebookExports(file));
  const pdfs = chromium === null ? [] : await pdfFiles(found, chromium);
  const files = [
    ...found.flatMap(tableFiles),
    ...found.flatMap(figureFiles),
    ...pdfs,
    ...metadataFiles(manifest),
  ];
  const crate = `${JSON.stringify(roCrate(manifest, files), null, 2)}\n`;
  writeFolder(outFolder, [...files, { file: CRATE_FILE, content: crate }]);
  const figures = found.flatMap((notebook) => notebook.figures);
  return {
    tables: found.flatMap(({ tables }) => tables).length,
    figures: figures.length,
    pdfs: pdfs.length,
    missing: whatIsMissing(found, chromium),
    files: [...files.map(({ file }) => file), CRATE_FILE],
  };
}

function executedNotebooks(runFolder: string): string[] {
  const folder = path.join(runFolder, "notebooks");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ipynb"))
    .sort()
    .map((file) => path.join(folder, file));
}

function tableFiles({ tables }: NotebookExports): CrateFile[] {
  return tables.flatMap(({ name, data }) => {
    const title = data.caption || name;
    return [
      { file: `tables/${name}.csv`, content: tableCsv(data), description: `${title}, unrounded` },
      { file: `tables/${name}.tex`, content: tableLatex(data, name), description: title },
    ];
  });
}

function figureFiles({ figures }: NotebookExports): CrateFile[] {
  return figures.flatMap(({ file, svg, title, plotly }) => [
    { file, content: svg, description: title },
    ...(plotly
      ? [
          {
            file: file.replace(/\.svg$/, ".csv"),
            content: figureCsv(plotly),
            description: `Data of: ${title}`,
          },
        ]
      : []),
  ]);
}

async function pdfFiles(found: readonly NotebookExports[], chromium: string): Promise<CrateFile[]> {
  const figures = found.flatMap((notebook) => notebook.figures);
  const files: CrateFile[] = [];
  const pictures = figures.map(({ svg }) => svg);
  for await (const content of svgToPdf(pictures, chromium)) {
    const { file, title } = figures[files.length];
    files.push({ file: file.replace(/\.svg$/, ".pdf"), content, description: title });
  }
  return files;
}

function metadataFiles(manifest: Manifest): CrateFile[] {
  const { location: _, ...source } = manifest.source;
  const commits = Object.values(manifest.notebooks).map(({ code }) => code.commit);
  const commit = commits.at(-1) ?? null;
  const citation = readFileSync(path.join(PROJECT_ROOT, "CITATION.cff"), "utf8");
  return [
    {
      file: "data-dictionary.csv",
      content: dictionaryCsv(),
      description: "Every variable: type, unit, allowed values, may a router know it",
    },
    {
      file: "manifest.json",
      // Where the logs lay says something of this machine, and nothing of the numbers.
      content: `${JSON.stringify({ ...manifest, source }, null, 2)}\n`,
      description: "What the numbers were made from: logs, seed, commit, computer, packages",
    },
    {
      file: "CITATION.cff",
      content: commit === null ? citation : `${citation}commit: ${commit}\n`,
      description: "How to cite the program",
    },
  ];
}

function whatIsMissing(found: readonly NotebookExports[], chromium: string | null): string[] {
  const untyped = found.filter(({ untypedTables }) => untypedTables > 0);
  const pictures = found.flatMap(({ figures }) => figures).filter(({ plotly }) => !plotly);
  return [
    ...untyped.map(
      ({ notebook, untypedTables }) =>
        `${untypedTables} ${untypedTables === 1 ? "table" : "tables"} of ${notebook} carry no ` +
        `numbers of their own (executed by an earlier version): run it again with ` +
        `--only ${notebook.slice(0, 2)}`,
    ),
    ...pictures.map(({ file }) => `${file} has no data beside it: it was shown as a picture only`),
    ...(chromium === null
      ? [
          "no PDF of a figure: there is no Chromium (or no playwright-core) here; install it, " +
            "name it in CHROMIUM, or turn the SVG files into PDF with another program",
        ]
      : []),
  ];
}

function mustBeOurs(folder: string): void {
  if (!existsSync(folder)) return;
  const crate = path.join(folder, CRATE_FILE);
  const ours =
    readdirSync(folder).length === 0 ||
    (existsSync(crate) && readFileSync(crate, "utf8").includes(STUDY_ID));
  if (!ours)
    throw new InputError(
      `${folder}: holds files that are not an export; name an empty or a new folder with --to`,
    );
}

/** Writes all files beside the folder, then puts them in its place. */
function writeFolder(folder: string, files: readonly Pick<CrateFile, "file" | "content">[]): void {
  const building = `${folder}.partial`;
  rmSync(building, { recursive: true, force: true });
  try {
    for (const { file, content } of files) writeWhole(path.join(building, file), content);
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw asWriteError(folder, error);
  }
}
