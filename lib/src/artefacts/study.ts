import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { GateResult } from "../campaign/index.js";
import { csvLine } from "../features/index.js";
import { writeWhole } from "../files/index.js";
import { markSimulated, sha256OfFile } from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import { freshnessOf } from "./freshness.js";
import { gatesFile } from "./gates.js";
import { codeVersion, packageVersions, thisMachine } from "./machine.js";
import {
  readManifest,
  recordNotebook,
  type InputFile,
  type NotebookRecord,
  type RunSource,
} from "./manifest.js";
import { runFolder } from "./project-root.js";
import { beginRun, chooseRun, rememberRun, type StudyOptions } from "./run.js";
import { clearOwnParts, makeWhole, partialName } from "./whole-files.js";

export { PROJECT_ROOT } from "./project-root.js";

/**
 * One notebook's view of a run: where it reads what earlier notebooks wrote, and leaves what later
 * ones read. Whatever it reads from the run is checked to belong to what else is there, and is
 * recorded with its SHA-256 as what this notebook's own results are made from.
 */
export interface Study {
  notebook: string;
  run: string;
  /** Absolute path of processed-data/<run>. */
  folder: string;
  source: RunSource;
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
   * Reads what another notebook wrote. Throws, with the notebook to run, where it is not there or
   * was made from something that has changed since.
   */
  readJson<T>(name: string, writtenBy: string): T;
  readBytes(name: string, writtenBy: string): Uint8Array;
  /** The same for a file or folder that something else reads: its absolute path. */
  pathOf(name: string, writtenBy: string): string;
  writeJson(name: string, value: unknown): void;
  writeText(name: string, text: string): void;
  /** Rows as CSV (RFC 4180), headed by the keys of the first. */
  writeCsv(name: string, rows: readonly object[]): void;
  writeBytes(name: string, bytes: Uint8Array): void;
  /**
   * The same for a file or folder that something else writes: `make` is given the path to write to,
   * and what it wrote takes the place of an earlier one when it is complete.
   */
  write<T>(name: string, make: (path: string) => T | Promise<T>): Promise<T>;
  /** Records something from outside the run that this notebook's results are made from. */
  madeFrom(input: InputFile): void;
  /**
   * Ends the notebook: stores its gates, and in the run's manifest what it read and wrote with
   * their SHA-256.
   */
  finish(gates?: readonly GateResult[], inputs?: readonly InputFile[]): string;
}

/**
 * Opens the run that the options, the environment or the last notebook name; without any, the
 * simulated study with seed 42. Throws where the run's folder holds a run of other logs or of
 * another seed.
 */
export function openStudy(notebook: string, options: StudyOptions = {}): Study {
  const chosen = chooseRun(options);
  const { source } = beginRun(chosen);
  rememberRun(chosen);
  const simulated = chosen.data === null;
  markSimulated(simulated);
  const collects = options.collect ?? process.env.STUDY_COLLECT === "1";
  return new OpenStudy(notebook, chosen.run, { source, seed: chosen.seed, simulated, collects });
}

class OpenStudy implements Study {
  readonly folder: string;
  readonly source: RunSource;
  readonly seed: number;
  simulated: boolean;
  readonly collects: boolean;
  readonly #startedMs = performance.now();
  readonly #read = new Map<string, string>();
  readonly #written = new Set<string>();

  constructor(
    readonly notebook: string,
    readonly run: string,
    made: Pick<Study, "source" | "seed" | "simulated" | "collects">,
  ) {
    this.folder = runFolder(run);
    this.source = made.source;
    this.seed = made.seed;
    this.simulated = made.simulated;
    this.collects = made.collects;
  }

  path(name: string): string {
    const full = path.resolve(this.folder, name);
    if (!full.startsWith(this.folder + path.sep))
      throw new InputError(`an artefact stays inside its run's folder; "${name}" does not`);
    return full;
  }

  exists(name: string): boolean {
    return existsSync(this.path(name));
  }

  readJson<T>(name: string, writtenBy: string): T {
    return JSON.parse(Buffer.from(this.readBytes(name, writtenBy)).toString("utf8")) as T;
  }

  readBytes(name: string, writtenBy: string): Uint8Array {
    return readFileSync(this.pathOf(name, writtenBy));
  }

  pathOf(name: string, writtenBy: string): string {
    const full = this.path(name);
    if (!existsSync(full))
      throw new InputError(
        `processed-data/${this.run}/${name} is not there: run notebook ${writtenBy} first`,
      );
    for (const file of this.#filesOf(name))
      if (!this.#written.has(file)) this.#use(file, writtenBy);
    return full;
  }

  madeFrom({ file, sha256 }: InputFile): void {
    if ((this.#read.get(file) ?? sha256) !== sha256)
      throw new InputError(
        `${file} changed while this notebook was open: run notebook ${this.notebook} again from ` +
          "its beginning",
      );
    this.#read.set(file, sha256);
  }

  writeJson(name: string, value: unknown): void {
    this.#write(name, JSON.stringify(value, null, 2) + "\n");
  }

  writeText(name: string, text: string): void {
    this.#write(name, text);
  }

  writeCsv(name: string, rows: readonly object[]): void {
    this.#write(name, csv(rows));
  }

  writeBytes(name: string, bytes: Uint8Array): void {
    this.#write(name, bytes);
  }

  #write(name: string, content: Uint8Array | string): void {
    writeWhole(this.path(name), content);
    this.#written.add(name);
  }

  #use(file: string, writtenBy: string): void {
    const manifest = readManifest(this.folder);
    const stale = manifest ? freshnessOf(this.folder, manifest).whyStale(file, writtenBy) : null;
    if (stale) throw new InputError(`processed-data/${this.run}: ${stale}`);
    this.madeFrom({ file, sha256: sha256OfFile(this.path(file)) });
  }

  async write<T>(name: string, make: (path: string) => T | Promise<T>): Promise<T> {
    const partial = this.path(partialName(name));
    const made = await makeWhole(this.path(name), partial, make);
    for (const file of this.#written)
      if (file === name || file.startsWith(`${name}/`)) this.#written.delete(file);
    for (const file of this.#filesOf(name)) this.#written.add(file);
    return made;
  }

  /** A file's own name, or the names of all files of a folder, in a fixed order. */
  #filesOf(name: string): string[] {
    const full = this.path(name);
    if (!statSync(full).isDirectory()) return [name];
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.folder, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join("/"))
      .sort();
  }

  finish(gates: readonly GateResult[] = [], inputs: readonly InputFile[] = []): string {
    if (gates.length > 0) this.writeJson(gatesFile(this.notebook), gates);
    const outputs = [...this.#written].sort();
    const read = [...this.#read].map(([file, sha256]) => ({ file, sha256 }));
    const record: NotebookRecord = {
      finishedAt: new Date().toISOString(),
      seconds: (performance.now() - this.#startedMs) / 1000,
      code: codeVersion(),
      machine: thisMachine(),
      packages: packageVersions(),
      inputs: [...inputs.map(({ file, sha256 }) => ({ file, sha256 })), ...read],
      outputs: outputs.map((file) => ({ file, sha256: sha256OfFile(this.path(file)) })),
    };
    clearOwnParts(this.folder);
    recordNotebook(this.folder, this.notebook, { simulated: this.simulated, record });
    return `processed-data/${this.run}/ now holds ${outputs.join(", ")}`;
  }
}

function csv(rows: readonly object[]): string {
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row) as unknown[])]
    .map(csvLine)
    .join("");
}
