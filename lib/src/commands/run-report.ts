import { readdirSync } from "node:fs";
import path from "node:path";
import { readManifest } from "../artefacts/index.js";
import type { GateResult } from "../campaign/index.js";
import { writeReport } from "../report/index.js";
import type { NotebookResult } from "../runner/index.js";
import { readRunArtefacts, studyVerdict, type StudyVerdict } from "../verdict/index.js";

/** What a run's folder does not say of it. */
export interface RunTold {
  run: string;
  data: string | null;
  accepted: Readonly<Record<string, string>>;
  gates: readonly GateResult[];
  results: readonly NotebookResult[];
}

/** The verdict on what a run's notebooks left in its folder. */
export function judgeRun(
  folder: string,
  { run, data, accepted, gates, results }: RunTold,
): StudyVerdict {
  const stopped = results
    .filter(({ status }) => status === "failed")
    .map(({ notebook }) => path.basename(notebook, ".ipynb"));
  const simulated = readManifest(folder)?.simulated ?? data === null;
  return studyVerdict(readRunArtefacts(folder, { run, simulated, gates, stopped, accepted }));
}

/** Requests and dates of the data, as the verdict tells them. */
function dataLines({ answers }: StudyVerdict): [string, string][] {
  const told = answers.find(({ id }) => id === "data");
  return told ? [["data", told.sentence]] : [];
}

/** Writes the report of a run; returns the path of its first page from where the user is. */
export async function writeRunReport({
  folder,
  notebooks,
  gates,
  verdict,
  run,
}: {
  folder: string;
  /** Folder of the executed notebooks. */
  notebooks: string;
  gates: readonly GateResult[];
  verdict: StudyVerdict;
  run: string;
}): Promise<string> {
  const files = readdirSync(notebooks)
    .filter((file) => file.endsWith(".ipynb"))
    .sort()
    .map((file) => path.join(notebooks, file));
  const outFolder = path.join(folder, "report");
  const manifest = readManifest(folder);
  const details = manifest
    ? ([
        ["seed", String(manifest.seed)],
        ["source", manifest.source],
        ...dataLines(verdict),
        ["Node", manifest.node],
        ...Object.entries(manifest.packages),
      ] as const)
    : [];
  const provenance = { kind: verdict.kind, name: run, details: details };
  await writeReport({ notebooks: files, gates, verdict, outFolder, provenance });
  return path.relative(process.cwd(), path.join(outFolder, "index.html"));
}
