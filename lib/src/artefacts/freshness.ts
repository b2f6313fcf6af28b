import { existsSync } from "node:fs";
import path from "node:path";
import { sha256OfFile } from "../requests/index.js";
import type { Manifest } from "./manifest.js";

/**
 * Whether what stands in a run's folder belongs together. Each notebook's record names, with their
 * SHA-256, what it read and what it wrote; a file is fresh where it is what its notebook wrote, all
 * that the notebook read is what is there now, and so on back to the logs.
 */
export interface Freshness {
  /**
   * Why an artefact may not be used, in one sentence with the notebook to run; null where it may.
   */
  whyStale(file: string, writtenBy: string): string | null;
  /** Why the results of a notebook that has finished may not be shown; null where they may. */
  whyNotebookStale(notebook: string): string | null;
}

export function freshnessOf(folder: string, manifest: Manifest): Freshness {
  const writers = new Map(
    Object.entries(manifest.notebooks).flatMap(([notebook, { outputs }]) =>
      outputs.map(({ file, sha256 }) => [file, { notebook, sha256 }] as const),
    ),
  );
  const changedOnDisk = (notebook: string): string | null => {
    const changed = manifest.notebooks[notebook].outputs.find(
      ({ file, sha256 }) => digestOf(path.join(folder, file)) !== sha256,
    );
    return changed ? notAsLeft(changed.file, notebook) : null;
  };
  // `of` are the notebooks on the way here: one that reads its own earlier output ends the chain.
  const whyInputsStale = (notebook: string, product: string, of: string[]): string | null => {
    const inputs = manifest.notebooks[notebook].inputs.flatMap(({ file, sha256 }) => {
      const writer = writers.get(file);
      return writer && !of.includes(writer.notebook) ? [{ file, sha256, writer }] : [];
    });
    // The notebook furthest back is the one to run first.
    for (const { file, writer } of inputs) {
      const before = whyInputsStale(writer.notebook, shown(file), [...of, writer.notebook]);
      if (before) return before;
    }
    const changed = inputs.find(({ sha256, writer }) => writer.sha256 !== sha256);
    return changed
      ? `${shown(changed.file)} was written again after ${product}: run notebook ${notebook} again`
      : null;
  };
  return {
    whyStale(file, writtenBy) {
      const writer = writers.get(file);
      if (writer?.sha256 !== digestOf(path.join(folder, file)))
        return notAsLeft(file, writer?.notebook ?? writtenBy);
      return whyInputsStale(writer.notebook, shown(file), [writer.notebook]);
    },
    whyNotebookStale(notebook) {
      const products = manifest.notebooks[notebook].outputs.map(({ file }) => file);
      const product = products.find((file) => !file.startsWith("gates/"));
      return (
        whyInputsStale(notebook, product ? shown(product) : `notebook ${notebook}`, [notebook]) ??
        changedOnDisk(notebook)
      );
    },
  };
}

function notAsLeft(file: string, notebook: string): string {
  return `${shown(file)} is not as a finished notebook left it: run notebook ${notebook} again`;
}

/** A file of a folder that is written as a whole is spoken of as the folder. */
function shown(file: string): string {
  return file.startsWith("gates/") ? file : file.replace(/\/.*$/s, "/");
}

function digestOf(file: string): string | null {
  return existsSync(file) ? sha256OfFile(file) : null;
}
