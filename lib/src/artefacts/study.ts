import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { SUITE } from "../audit/index.js";
import {
  judgeAgain,
  planPrices,
  readPlan,
  shippedPlan,
  type CampaignPlan,
  type GateResult,
  type PriceTable,
} from "../campaign/index.js";
import { readCollectionRecord } from "../collect/index.js";
import { csvLine, type FeatureSet } from "../features/index.js";
import { writeWhole } from "../files/index.js";
import type { LabelChoice } from "../labels/index.js";
import { markSimulated, sha256OfFile } from "../requests/index.js";
import {
  featureSets,
  gateThresholdsOf,
  labelChoice,
  searchSpaces,
  sloLimitsMs,
  splitChoice,
  type Settings,
} from "../settings/index.js";
import type { SearchSpace, SplitChoice } from "../models/index.js";
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
import { beginRun, chooseRun, DEFAULT_PLAN, rememberRun, type StudyOptions } from "./run.js";
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
  /** What was stated of the study, in a file or on the command line. */
  settings: Settings;
  /** How it labels requests, prices and deployments among it. */
  labelling: LabelChoice;
  /** What its models may know; undefined: what is usual for its requests. */
  featureSets: FeatureSet[] | undefined;
  /** What its rows are split into, and what is searched for each kind of model. */
  split: SplitChoice;
  searchSpaces: Record<string, SearchSpace>;
  /** Response times whose misses are counted, ms. */
  sloLimitsMs: number[];
  /**
   * The plan its logs are held against: the one that was stated; without one, that of the simulated
   * campaign, or the one that `study collect` recorded beside the logs; none for others (null).
   */
  plan: CampaignPlan | null;
  /** Thresholds of the audit's checks in place of their own, by check and name. */
  checkThresholds: Record<string, Record<string, number>>;
  /** What a plan's bill is made at: the study's prices where it states any, else the plan's own. */
  pricesOf(plan: CampaignPlan): PriceTable;
  /** The same gates, judged by the study's own thresholds. */
  judged(gates: readonly GateResult[]): GateResult[];
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
  const { source, settings } = beginRun(chosen);
  rememberRun({ ...chosen, settings });
  const simulated = chosen.data === null;
  markSimulated(simulated);
  const collects = options.collect ?? process.env.STUDY_COLLECT === "1";
  const { run, seed } = chosen;
  return new OpenStudy(notebook, run, { source, seed, simulated, collects, settings });
}

/**
 * A run that was executed before, for a reader that is no notebook: what it reads is checked like a
 * notebook's, but the run does not become the one that notebooks go on with, and nothing is
 * recorded of it. Throws an InputError where there is no run of this name.
 */
export function openRun(run: string, reader: string): Study {
  const manifest = readManifest(runFolder(run));
  if (manifest === null)
    throw new InputError(
      `processed-data/${run} holds no run of this version: execute it first (\`study run\`)`,
    );
  markSimulated(manifest.simulated);
  return new OpenStudy(reader, run, { ...manifest, collects: false });
}

class OpenStudy implements Study {
  readonly folder: string;
  readonly source: RunSource;
  readonly seed: number;
  simulated: boolean;
  readonly collects: boolean;
  readonly settings: Settings;
  readonly labelling: LabelChoice;
  readonly featureSets: FeatureSet[] | undefined;
  readonly split: SplitChoice;
  readonly searchSpaces: Record<string, SearchSpace>;
  readonly sloLimitsMs: number[];
  readonly plan: CampaignPlan | null;
  readonly checkThresholds: Record<string, Record<string, number>>;
  readonly #startedMs = performance.now();
  readonly #read = new Map<string, string>();
  readonly #written = new Set<string>();

  constructor(
    readonly notebook: string,
    readonly run: string,
    made: Pick<Study, "source" | "seed" | "simulated" | "collects" | "settings">,
  ) {
    this.folder = runFolder(run);
    this.source = made.source;
    this.seed = made.seed;
    this.simulated = made.simulated;
    this.collects = made.collects;
    this.settings = made.settings;
    this.labelling = labelChoice(made.settings);
    this.featureSets = featureSets(made.settings);
    this.split = splitChoice(made.settings);
    this.searchSpaces = searchSpaces(made.settings);
    this.sloLimitsMs = sloLimitsMs(made.settings);
    this.checkThresholds = checkThresholds(made.settings);
    this.plan = planOf(made.settings.stated.plan, made.source.location);
  }

  pricesOf(plan: CampaignPlan): PriceTable {
    return this.settings.stated.prices === undefined ? planPrices(plan) : this.labelling.prices;
  }

  judged(gates: readonly GateResult[]): GateResult[] {
    return judgeAgain(gates, gateThresholdsOf(this.settings));
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

/** The thresholds that a study states of gates which the audit measures, for its checks. */
export function checkThresholds(settings: Settings): Record<string, Record<string, number>> {
  const checks = new Set(SUITE.map(({ id }) => id));
  const stated = Object.entries(gateThresholdsOf(settings));
  return Object.fromEntries(stated.filter(([id]) => checks.has(id)));
}

/**
 * The plan that a study, or an audit, compares with: the one stated, by name or file ("none" is
 * none); else the one that logs were collected from, null where that is not known; without logs
 * (`location` null) the one that is simulated.
 */
export function planOf(stated: string | undefined, location: string | null): CampaignPlan | null {
  if (stated === "none") return null;
  if (stated !== undefined) return readPlan(stated);
  if (location === null) return shippedPlan(DEFAULT_PLAN);
  return location.startsWith("s3://") ? null : (readCollectionRecord(location)?.plan ?? null);
}

function csv(rows: readonly object[]): string {
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row) as unknown[])]
    .map(csvLine)
    .join("");
}
