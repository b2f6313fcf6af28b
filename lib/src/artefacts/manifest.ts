import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { writeWhole } from "../files/index.js";

/** A file that went into a notebook. */
export interface InputFile {
  file: string;
  sha256: string;
}

/**
 * What one notebook did. Times and dates stand here and nowhere else, so that all other files of a
 * run repeat to the byte.
 */
export interface NotebookRecord {
  finishedAt: string;
  seconds: number;
  inputs: readonly InputFile[];
  outputs: readonly InputFile[];
}

/**
 * `manifest.json` of a run: enough to say what its numbers were made from, and to make them again.
 */
export interface Manifest {
  run: string;
  source: string;
  /** Whether the campaign is a simulated one, by its rows. */
  simulated: boolean;
  seed: number;
  node: string;
  packages: Record<string, string>;
  notebooks: Record<string, NotebookRecord>;
}

const PACKAGES = [
  "tslab",
  "danfojs-node",
  "@tensorflow/tfjs-node",
  "@tensorflow/tfjs-backend-wasm",
  "plotly.js-dist",
  "arquero",
  "@aws-sdk/client-s3",
  "artillery",
  "simple-statistics",
];

/** The manifest in a run's folder, or null before the first notebook has finished. */
export function readManifest(folder: string): Manifest | null {
  const file = path.join(folder, "manifest.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : null;
}

/** Adds one notebook's record, in place of an earlier one of the same name. */
export function recordNotebook(
  folder: string,
  record: {
    run: string;
    source: string;
    simulated: boolean;
    seed: number;
    notebook: string;
    seconds: number;
    inputs: readonly InputFile[];
    outputs: readonly InputFile[];
  },
): void {
  const { run, source, simulated, seed, notebook, seconds, inputs, outputs } = record;
  const notebooks = {
    ...readManifest(folder)?.notebooks,
    [notebook]: { finishedAt: new Date().toISOString(), seconds, inputs, outputs },
  };
  const manifest: Manifest = {
    run,
    source,
    simulated,
    seed,
    node: process.version,
    packages: packageVersions(),
    notebooks,
  };
  writeWhole(path.join(folder, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
}

function packageVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const versions: Record<string, string> = {};
  for (const name of PACKAGES) {
    const file = require.resolve
      .paths(name)
      ?.map((folder) => path.join(folder, name, "package.json"))
      .find(existsSync);
    if (file)
      versions[name] = (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
  }
  return versions;
}
