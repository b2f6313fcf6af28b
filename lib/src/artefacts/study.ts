import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { GateResult } from "../campaign/index.js";
import { markSimulated } from "../display/index.js";
import { csvLine } from "../features/index.js";
import { makeFolder, writeWhole } from "../files/index.js";
import { InputError } from "../statistics/index.js";
import { readManifest, recordNotebook, type InputFile } from "./manifest.js";

/** The project's root: three folders above this file once it is built (lib/dist/artefacts). */
export const PROJECT_ROOT: string = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "..",
  "..",
  "..",
);

/** What a run works on: logs named by the user, or simulated campaigns when none are. */
export interface StudySource {
  kind: "logs" | "simulated";
  /** Folder, file or s3:// prefix of the logs; null for a simulated campaign. */
  location: string | null;
}

/**
 * The choices of a run. Each may also be given as an environment variable, which is how the batch
 * run hands them to the notebooks.
 */
export interface StudyOptions {
  /** STUDY_DATA: folder of logs, or s3://bucket/prefix. */
  data?: string;
  /** STUDY_SEED: seed of everything random; 42 unless given. */
  seed?: number;
  /** STUDY_RUN: name of the folder under processed-data. */
  run?: string;
  /**
   * STUDY_COLLECT=1: notebook 02 also collects a small campaign on this machine; no unless given.
   */
  collect?: boolean;
}

/**
 * One notebook's view of a run: where it reads what earlier notebooks wrote, and leaves what later
 * ones read.
 */
export interface Study {
  notebook: string;
  run: string;
  /** Absolute path of processed-data/<run>. */
  folder: string;
  source: StudySource;
  seed: number;
  /**
   * Whether its numbers are simulated: before the requests are read because no logs were named,
   * afterwards because they say so. Every table, plot and file carries it.
   */
  simulated: boolean;
  /**
   * Whether notebook 02 collects a small campaign of its own. Left out unless asked for: real times
   * are never the same twice.
   */
  collects: boolean;
  /** Absolute path of an artefact. */
  path(name: string): string;
  exists(name: string): boolean;
  /**
   * Reads what another notebook wrote. Throws with the notebook to run first when it is not there.
   */
  readJson<T>(name: string, writtenBy: string): T;
  readBytes(name: string, writtenBy: string): Uint8Array;
  writeJson(name: string, value: unknown): void;
  writeText(name: string, text: string): void;
  /** Rows as CSV (RFC 4180), headed by the keys of the first. */
  writeCsv(name: string, rows: readonly object[]): void;
  writeBytes(name: string, bytes: Uint8Array): void;
  /** Names a file written by other means (a folder of logs, a model) as this notebook's. */
  claim(name: string): void;
  /**
   * Ends the notebook: stores its gates, and what it wrote with its SHA-256, in the run's manifest.
   */
  finish(gates?: readonly GateResult[], inputs?: readonly InputFile[]): string;
}

/**
 * Opens the run that the options, the environment or the last notebook name; without any, the
 * simulated study with seed 42.
 */
export function openStudy(notebook: string, options: StudyOptions = {}): Study {
  const chosen = chooseRun(options);
  const folder = path.join(PROJECT_ROOT, "processed-data", chosen.run);
  makeFolder(folder);
  rememberRun(chosen);
  markSimulated(chosen.data === null);
  const startedMs = performance.now();
  const written = new Set<string>();
  const resolve = (name: string): string => {
    const full = path.resolve(folder, name);
    if (!full.startsWith(folder + path.sep))
      throw new InputError(`an artefact stays inside its run's folder; "${name}" does not`);
    return full;
  };
  const readBytes = (name: string, writtenBy: string): Uint8Array => {
    if (!existsSync(resolve(name)))
      throw new InputError(
        `processed-data/${chosen.run}/${name} is not there: run notebook ${writtenBy} first`,
      );
    return readFileSync(resolve(name));
  };
  const writeBytes = (name: string, bytes: Uint8Array | string): void => {
    writeWhole(resolve(name), bytes);
    written.add(name);
  };
  const study: Study = {
    notebook,
    run: chosen.run,
    folder,
    source: { kind: chosen.data === null ? "simulated" : "logs", location: chosen.data },
    seed: chosen.seed,
    simulated: chosen.data === null,
    collects: options.collect ?? process.env.STUDY_COLLECT === "1",
    path: resolve,
    exists: (name) => existsSync(resolve(name)),
    readJson: <T>(name: string, writtenBy: string): T =>
      JSON.parse(Buffer.from(readBytes(name, writtenBy)).toString("utf8")) as T,
    readBytes,
    writeJson: (name, value) => writeBytes(name, JSON.stringify(value, null, 2) + "\n"),
    writeText: writeBytes,
    writeCsv: (name, rows) => writeBytes(name, csv(rows)),
    writeBytes,
    claim: (name) => void written.add(name),
    finish(gates = [], inputs = []) {
      if (gates.length > 0) writeBytes(gatesFile(notebook), JSON.stringify(gates, null, 2) + "\n");
      recordNotebook(folder, {
        run: chosen.run,
        source: chosen.data === null ? "simulated" : path.basename(chosen.data),
        seed: chosen.seed,
        simulated: study.simulated,
        notebook,
        inputs,
        outputs: [...written].sort().map((file) => ({
          file,
          sha256: createHash("sha256")
            .update(readFileSync(resolve(file)))
            .digest("hex"),
        })),
        seconds: (performance.now() - startedMs) / 1000,
      });
      return `processed-data/${chosen.run}/ now holds ${[...written].sort().join(", ")}`;
    },
  };
  return study;
}

function csv(rows: readonly object[]): string {
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row) as unknown[])]
    .map(csvLine)
    .join("");
}

/** Where a notebook leaves its gates. */
export function gatesFile(notebook: string): string {
  return `gates/${notebook}.json`;
}

/** The gates every finished notebook of a run left, in the order of the notebooks. */
export function collectGates(run: string): GateResult[] {
  const folder = path.join(PROJECT_ROOT, "processed-data", run);
  return Object.keys(readManifest(folder)?.notebooks ?? {})
    .sort()
    .map((notebook) => path.join(folder, gatesFile(notebook)))
    .filter(existsSync)
    .flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as GateResult[]);
}

interface ChosenRun {
  run: string;
  data: string | null;
  seed: number;
}

/**
 * Given options come first, then the environment, then the run the last notebook used, then the
 * simulated study.
 */
export function chooseRun(options: StudyOptions): ChosenRun {
  const env = process.env;
  const data = options.data ?? env.STUDY_DATA;
  const seed = options.seed ?? (env.STUDY_SEED ? Number(env.STUDY_SEED) : undefined);
  const run = options.run ?? env.STUDY_RUN;
  if (data === undefined && seed === undefined && run === undefined) {
    const last = lastRun();
    if (last) return last;
  }
  const chosenSeed = seed ?? 42;
  if (!Number.isSafeInteger(chosenSeed))
    throw new InputError(`a seed is a whole number, not ${env.STUDY_SEED ?? options.seed}`);
  const location = data
    ? data.startsWith("s3://")
      ? data.replace(/\/+$/, "")
      : path.resolve(PROJECT_ROOT, data)
    : null;
  return {
    run: safeName(run ?? (location ? path.basename(location) : `simulated-${chosenSeed}`)),
    data: location,
    seed: chosenSeed,
  };
}

/** A run is a folder's name: anything that could lead elsewhere becomes a dash. */
function safeName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^\.+/, "");
  if (safe === "")
    throw new InputError(`"${name}" cannot name a run; use letters, digits, dots and dashes`);
  return safe;
}

/** A notebook stepped through by hand goes on with the run of the one before it. */
function rememberRun(chosen: ChosenRun): void {
  writeWhole(
    path.join(PROJECT_ROOT, "processed-data", "last-run.json"),
    JSON.stringify(chosen, null, 2) + "\n",
  );
}

function lastRun(): ChosenRun | null {
  const file = path.join(PROJECT_ROOT, "processed-data", "last-run.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ChosenRun) : null;
}
