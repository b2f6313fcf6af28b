import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../files/index.js";
import type { Settings } from "../settings/index.js";
import { InputError } from "../statistics/index.js";
import type { CodeVersion, Machine } from "./machine.js";

/** A file that went into a notebook or came out of it. */
export interface InputFile {
  file: string;
  sha256: string;
}

/**
 * What one notebook did when it last ran to its end. Times and dates stand here and nowhere else,
 * so that all other files of a run repeat to the byte.
 */
export interface NotebookRecord {
  finishedAt: string;
  seconds: number;
  code: CodeVersion;
  machine: Machine;
  packages: Record<string, string>;
  /** What its outputs were made from: log files, and the artefacts of other notebooks. */
  inputs: readonly InputFile[];
  outputs: readonly InputFile[];
}

/** What a run is made from. Nothing else may be written into its folder. */
export interface RunSource {
  kind: "logs" | "simulated";
  /** Name of the folder of logs, without the way to it; "simulated" where none was named. */
  name: string;
  /** Where the logs lay; null for a simulated campaign. */
  location: string | null;
  /** `localSourceDigest` of the logs; null where they are simulated or lie in S3. */
  sha256: string | null;
}

/**
 * `manifest.json` of a run: enough to say what its numbers were made from, and to make them again.
 */
export interface Manifest {
  format: typeof FORMAT;
  run: string;
  source: RunSource;
  seed: number;
  /** What was stated of the study, and by whom. */
  settings: Settings;
  /** Every option in effect, the prices among them. */
  effective: Record<string, unknown>;
  /** Whether the campaign is a simulated one, by its rows. */
  simulated: boolean;
  notebooks: Record<string, NotebookRecord>;
  /**
   * What the run was frozen to beforehand, and where it departed from that; null or absent if
   * nothing.
   */
  preregistration?: ManifestPromise | null;
}

/** The hash of what was frozen before a run, and each departure from it. */
export interface ManifestPromise {
  sha256: string;
  primaryOutcome: string;
  departures: readonly { where: string; frozen: string; run: string }[];
}

export const FORMAT = 3;

const fileIn = (folder: string): string => path.join(folder, "manifest.json");

/** The manifest in a run's folder; null where there is none, or that of another version. */
export function readManifest(folder: string): Manifest | null {
  if (!existsSync(fileIn(folder))) return null;
  const manifest = JSON.parse(readFileSync(fileIn(folder), "utf8")) as Manifest;
  return manifest.format === FORMAT ? manifest : null;
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeWhole(fileIn(folder), JSON.stringify(manifest, null, 2) + "\n");
}

/** Records what a run was frozen to and its departures; null takes an earlier record away. */
export function recordPreregistration(folder: string, promise: ManifestPromise | null): void {
  const { preregistration: before, ...manifest } = readManifest(folder) ?? {};
  if (!("format" in manifest) || (promise === null && before === undefined)) return;
  const kept = manifest as Manifest;
  writeManifest(folder, promise === null ? kept : { ...kept, preregistration: promise });
}

/** Adds one notebook's record, in place of an earlier one of the same name. */
export function recordNotebook(
  folder: string,
  notebook: string,
  { simulated, record }: { simulated: boolean; record: NotebookRecord },
): void {
  const manifest = readManifest(folder);
  if (!manifest)
    throw new InputError(
      `${fileIn(folder)} went away while notebook ${notebook} ran: run it again from its beginning`,
    );
  const notebooks = { ...manifest.notebooks, [notebook]: record };
  writeManifest(folder, { ...manifest, simulated, notebooks });
}
