import { existsSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT, runFolder } from "../artefacts/index.js";
import { writeExports } from "../exports/index.js";
import { DONE, out, outJson, say, typedPath, UsageError, type Command } from "./command.js";

export const exportCommand: Command = {
  name: "export",
  summary:
    "Writes what a thesis takes from a run: every table as CSV and LaTeX, every figure as SVG and\n" +
    "PDF with its data as CSV, the data dictionary, and metadata (manifest, CITATION.cff, RO-Crate).",
  positionals: "RUN",
  maxPositionals: 1,
  options: {
    to: { type: "string", value: "DIR", help: "folder to write; an earlier export is replaced" },
  },
  async run(args) {
    const [run] = args.positionals;
    const to = args.text("to");
    if (!run) throw new UsageError("name a run, as `study run` named it: a folder's name");
    if (!to) throw new UsageError("say where to write: --to DIR");
    const folder = folderOf(run);
    const exported = await writeExports({
      runFolder: folder,
      outFolder: typedPath(to),
    });
    if (args.flag("json")) outJson(exported);
    else
      out(
        `${exported.tables} tables, ${exported.figures} figures (${exported.pdfs} of them as PDF ` +
          `too) and their data are in ${to}; ro-crate-metadata.json lists them`,
      );
    for (const sentence of exported.missing) say(`Not written: ${sentence}`);
    return DONE;
  },
};

/** A run by its name, or by the path of its folder. */
function folderOf(run: string): string {
  const name = path.basename(path.resolve(run));
  const folder = runFolder(name);
  if (existsSync(path.join(folder, "manifest.json"))) return folder;
  throw new UsageError(
    `${path.relative(PROJECT_ROOT, folder)} is no run: it has no manifest.json; ` +
      "`npx study run` makes one",
  );
}
