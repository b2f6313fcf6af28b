import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { makeFolder, writeWhole } from "../files/index.js";
import { localSourceDigest } from "../requests/index.js";
import {
  effectiveOptions,
  logOptions,
  NO_SETTINGS,
  readSettings,
  settingsDifferences,
  settingsDigest,
  type Settings,
} from "../settings/index.js";
import { InputError } from "../statistics/index.js";
import { FORMAT, readManifest, writeManifest, type Manifest } from "./manifest.js";
import { PROJECT_ROOT, runFolder } from "./project-root.js";

/**
 * The plans whose campaigns stand in for logs when no data were named, in the order of their story:
 * the thesis's first attempt, its redesigned campaign, and the one that holds something to learn.
 */
export const STORY_PLANS = ["fixed-payload", "variance", "duet"] as const;

/** The one of them that the notebooks after the audit go on with. */
export const DEFAULT_PLAN = "duet";

const DEFAULT_SEED = 42;

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
  /** STUDY_CONFIG: a study file, `study.yaml`, as seen from the project's folder. */
  config?: string;
  /**
   * STUDY_SET: options in place of the file's, "label.margin=0.15"; there one a line, or after ";".
   */
  set?: readonly string[];
}

/** A run: the name of its folder, and what its numbers are made from. */
export interface ChosenRun {
  run: string;
  /** Folder, file or s3:// prefix of the logs; null for a simulated campaign. */
  data: string | null;
  seed: number;
  /** What was stated of the study; null where nothing was: a run goes on as it began. */
  settings: Settings | null;
}

/**
 * Given options come first, then the environment, then the run the last notebook used, then the
 * simulated study. A run that is given no name is called by what it is made from: see `runName`.
 * Throws RequestSourceError where a name is needed and there are no logs to take it from.
 */
export function chooseRun(options: StudyOptions): ChosenRun {
  const env = process.env;
  const given = options.data ?? env.STUDY_DATA;
  const seed = options.seed ?? (env.STUDY_SEED ? Number(env.STUDY_SEED) : undefined);
  const run = options.run ?? env.STUDY_RUN;
  const settings = statedSettings(options);
  if (given === undefined && seed === undefined && run === undefined && settings === null) {
    const last = lastRun();
    if (last) return last;
  }
  const chosenSeed = seed ?? settings?.stated.seed ?? DEFAULT_SEED;
  if (!Number.isSafeInteger(chosenSeed))
    throw new InputError(`a seed is a whole number, not ${env.STUDY_SEED ?? options.seed}`);
  const data = given ? locationOf(given) : null;
  const digest = settings === null ? "" : settingsDigest(settings);
  const named =
    run ?? [runName(data, chosenSeed, settings ?? NO_SETTINGS), digest].filter(Boolean).join("-");
  return { run: safeName(named), data, seed: chosenSeed, settings };
}

/** The settings that options or the environment name; null where they name none. */
function statedSettings(options: StudyOptions): Settings | null {
  const config = options.config ?? (process.env.STUDY_CONFIG || undefined);
  const fromEnv = (process.env.STUDY_SET ?? "").split(/[\n;]/).filter((one) => one.trim() !== "");
  const set = options.set?.length ? options.set : fromEnv;
  if (config === undefined && set.length === 0) return null;
  return readSettings({ config: config && path.resolve(PROJECT_ROOT, config), set });
}

function locationOf(data: string): string {
  return isS3(data) ? data.replace(/\/+$/, "") : path.resolve(PROJECT_ROOT, data);
}

const isS3 = (location: string): boolean => location.startsWith("s3://");

/**
 * A simulated run is called by its plan and seed; logs by their folder's name with six digits of
 * the SHA-256 of what is in it (of the address, for S3), and the seed where it is not the usual
 * one. So the same logs have the same name on every machine, and other logs, or these logs after
 * they have grown, another. What was stated of the study adds six digits of its own.
 */
function runName(data: string | null, seed: number, settings: Settings): string {
  if (data === null) return `simulated-${DEFAULT_PLAN}-${seed}`;
  const digest = isS3(data)
    ? createHash("sha256").update(data).digest("hex")
    : localSourceDigest(data, logOptions(settings));
  const ofSeed = seed === DEFAULT_SEED ? "" : `-seed-${seed}`;
  return `${sourceName(data)}-${digest.slice(0, 6)}${ofSeed}`;
}

function sourceName(location: string): string {
  return path.basename(location).replace(/\.jsonl(\.gz)?$/, "");
}

/** A run is a folder's name: anything that could lead elsewhere becomes a dash. */
function safeName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^\.+/, "");
  if (safe === "")
    throw new InputError(`"${name}" cannot name a run; use letters, digits, dots and dashes`);
  return safe;
}

/**
 * Makes a run's folder, which remembers from then on what it is made from, and returns its
 * manifest. Throws where the folder remembers other logs or another seed: two runs in one folder
 * would show each other's numbers.
 */
export function beginRun(chosen: ChosenRun): Manifest {
  const folder = runFolder(chosen.run);
  const known = readManifest(folder);
  if (known) {
    const other = whatDiffers(known, chosen);
    if (other)
      throw new InputError(
        `processed-data/${chosen.run} holds a run of ${other}: give this one another name ` +
          `(--run NAME, or STUDY_RUN), or delete that folder`,
      );
    return known;
  }
  makeFolder(folder);
  const { run, data, seed, settings } = chosen;
  const stated = withSeed(settings ?? NO_SETTINGS, seed);
  const manifest: Manifest = {
    format: FORMAT,
    run,
    source: {
      kind: data === null ? "simulated" : "logs",
      name: data === null ? "simulated" : sourceName(data),
      location: data,
      sha256: data === null || isS3(data) ? null : localSourceDigest(data, logOptions(stated)),
    },
    seed,
    settings: stated,
    effective: effectiveOptions(stated),
    simulated: data === null,
    notebooks: {},
  };
  writeManifest(folder, manifest);
  return manifest;
}

/** The seed is recorded with the settings, wherever it was stated. */
function withSeed(settings: Settings, seed: number): Settings {
  return { ...settings, stated: { ...settings.stated, seed } };
}

/**
 * What a run is made from that the choice is not; null where they agree. Logs that lie where they
 * lay are not read again here: `loadCampaign` compares what it reads.
 */
function whatDiffers({ source, seed, settings }: Manifest, chosen: ChosenRun): string | null {
  if (seed !== chosen.seed) return `seed ${seed}, not ${chosen.seed}`;
  const other = chosen.settings ? settingsDifferences(settings, chosen.settings) : [];
  if (other.length > 0) return `another study (${other.slice(0, 3).join("; ")})`;
  if (source.location === chosen.data) return null;
  if (source.location === null) return "simulated campaigns, not of logs";
  if (chosen.data === null) return `the logs "${source.name}", not of simulated campaigns`;
  if (source.sha256 !== null && !isS3(chosen.data))
    if (localSourceDigest(chosen.data, logOptions(settings)) === source.sha256) return null;
  return `other logs ("${source.name}")`;
}

/** A notebook stepped through by hand goes on with the run of the one before it. */
export function rememberRun(chosen: ChosenRun): void {
  writeWhole(lastRunFile(), JSON.stringify(chosen, null, 2) + "\n");
}

function lastRun(): ChosenRun | null {
  if (!existsSync(lastRunFile())) return null;
  const { settings = null, ...last } = JSON.parse(
    readFileSync(lastRunFile(), "utf8"),
  ) as Partial<ChosenRun>;
  return { ...last, settings } as ChosenRun;
}

const lastRunFile = (): string => path.join(PROJECT_ROOT, "processed-data", "last-run.json");
