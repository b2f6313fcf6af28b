import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import {
  PROJECT_ROOT,
  readManifest,
  runFolder,
  type ChosenRun,
  type CodeVersion,
  type LabellingManifest,
  type Machine,
  type Manifest,
  type RunGate,
} from "../artefacts/index.js";
import { ASKED_FILES, judgeChecklists } from "../checklists/index.js";
import { requestsFromArrow } from "../requests/index.js";
import { writeReport, type StaleNotes } from "../report/index.js";
import type { NotebookResult } from "../runner/index.js";
import {
  NOTEBOOKS,
  readRunArtefacts,
  type RunArtefacts,
  type StudyVerdict,
} from "../verdict/index.js";
import { cellStatistics, type WhatIfData } from "../what-if/index.js";

/** What a run's folder does not say of it. */
export interface RunTold {
  chosen: ChosenRun;
  accepted: Readonly<Record<string, string>>;
  gates: readonly RunGate[];
  /** Why a notebook's results may not be shown, by notebook. */
  stale: StaleNotes;
  results: readonly NotebookResult[];
}

const notebookName = ({ notebook }: NotebookResult): string => path.basename(notebook, ".ipynb");

/** What a notebook that failed just now left before is not what its page shows. */
export function unfinished(results: readonly NotebookResult[]): StaleNotes {
  return Object.fromEntries(
    results
      .filter(({ status }) => status === "failed")
      .map(notebookName)
      .map((name) => [name, `an error stopped the notebook: run notebook ${name} again`]),
  );
}

/** What a run's notebooks left in its folder; what is stale there counts nothing. */
export function artefactsOfRun(told: RunTold): RunArtefacts {
  const { chosen, accepted, gates, stale, results } = told;
  const folder = runFolder(chosen.run);
  return readRunArtefacts(folder, {
    run: chosen.run,
    simulated: isSimulated(chosen, readManifest(folder)),
    gates: gates.filter((gate) => gate.stale === null),
    stopped: results.filter(({ status }) => status === "failed").map(notebookName),
    stale,
    accepted,
  });
}

function isSimulated({ data }: ChosenRun, manifest: Manifest | null): boolean {
  return manifest?.simulated ?? data === null;
}

/** Requests and dates of the data, as the verdict tells them. */
function dataLines({ answers }: StudyVerdict): [string, string][] {
  const told = answers.find(({ id }) => id === "data");
  return told ? [["data", told.sentence]] : [];
}

/** What the what-if page works on; null where campaign or labelling are missing or stale. */
function whatIfOf(folder: string, stale: StaleNotes): WhatIfData | null {
  const [requests, labelling] = ["requests.arrow", "labelling.json"].map((file) =>
    path.join(folder, file),
  );
  const wanting = [NOTEBOOKS.audit, NOTEBOOKS.labelling].some((name) => Object.hasOwn(stale, name));
  if (wanting || !existsSync(requests) || !existsSync(labelling)) return null;
  const { options } = JSON.parse(readFileSync(labelling, "utf8")) as LabellingManifest;
  return cellStatistics(requestsFromArrow(readFileSync(requests)), options);
}

function commitInWords({ commit, changed }: CodeVersion): string {
  if (commit === null) return "not known: this is no git checkout";
  return changed ? `${commit}, and changes that are not committed` : commit;
}

function machineLines(machine: Machine | undefined): [string, string][] {
  if (machine === undefined) return [];
  return [
    ["operating system", machine.os],
    ["CPU", `${machine.cpus} × ${machine.cpu}`],
    ["memory", `${machine.memoryGib} GiB`],
    ["Node", machine.node],
  ];
}

/** Writes the report of a run; returns the path of its first page from where the user is. */
export async function writeRunReport({
  chosen,
  notebooks,
  gates,
  stale,
  artefacts,
  verdict,
}: Pick<RunTold, "chosen" | "gates" | "stale"> & {
  /** Folder of the executed notebooks. */
  notebooks: string;
  artefacts: RunArtefacts;
  verdict: StudyVerdict;
}): Promise<string> {
  const folder = runFolder(chosen.run);
  const files = readdirSync(notebooks)
    .filter((file) => file.endsWith(".ipynb"))
    .sort()
    .map((file) => path.join(notebooks, file));
  const outFolder = path.join(folder, "report");
  const manifest = readManifest(folder);
  const { machine, code, packages } = Object.values(manifest?.notebooks ?? {}).at(-1) ?? {};
  const details: [string, string][] = [
    ["seed", String(chosen.seed)],
    ["source", manifest?.source.name ?? "unknown"],
    ...dataLines(verdict),
    ...(code ? [["commit", commitInWords(code)] as [string, string]] : []),
    ...machineLines(machine),
    ...Object.entries(packages ?? {}),
  ];
  await writeReport({
    notebooks: files,
    gates,
    verdict,
    stale: { ...stale, ...stalePages(files, manifest) },
    outFolder,
    provenance: { kind: verdict.kind, name: chosen.run, details },
    promise: manifest?.preregistration,
    whatIf: whatIfOf(folder, stale),
    checklists: judgeChecklists({
      run: artefacts,
      manifest,
      projectFiles: ASKED_FILES.filter((file) => existsSync(path.join(PROJECT_ROOT, file))),
    }),
  });
  return path.relative(process.cwd(), path.join(outFolder, "index.html"));
}

/**
 * Pages that were made before their notebook was run again, by hand: their numbers are not those
 * of the run's files.
 */
function stalePages(files: readonly string[], manifest: Manifest | null): StaleNotes {
  return Object.fromEntries(
    files.flatMap((file) => {
      const name = path.basename(file, ".ipynb");
      const finishedAt = manifest?.notebooks[name]?.finishedAt;
      return finishedAt !== undefined && statSync(file).mtimeMs < Date.parse(finishedAt)
        ? [[name, `the notebook was run again after this page: run notebook ${name} again`]]
        : [];
    }),
  );
}
