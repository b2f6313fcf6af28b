import { runFolder } from "../artefacts/index.js";
import { writeExports } from "../exports/index.js";
import { DONE, out, outJson, say, typedPath, UsageError, type Command } from "./command.js";
import { typedRun } from "./typed-run.js";

const SUMMARY = [
  "Writes what a thesis takes from a run: every table as CSV and LaTeX, every figure as SVG and",
  "PDF with its data as CSV, the data dictionary, and metadata (manifest, CITATION.cff, RO-Crate).",
].join("\n");

export const exportCommand: Command = {
  name: "export",
  summary: SUMMARY,
  positionals: "RUN",
  maxPositionals: 1,
  options: {
    to: { type: "string", value: "DIR", help: "folder to write; an earlier export is replaced" },
  },
  async run(args) {
    const run = typedRun(args);
    const to = args.text("to");
    if (!to) throw new UsageError("say where to write: --to DIR");
    const exported = await writeExports({
      runFolder: runFolder(run),
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
