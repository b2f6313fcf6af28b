import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { makeFolder, writingTo } from "../files/index.js";

/**
 * Writes in one step a file or a folder that `make` writes at the path it is given: `partial`, on
 * the same disk as `target`. What stood at `target` goes away once the new one is complete; where
 * `make` fails, it stays and the part is removed.
 */
export async function makeWhole<T>(
  target: string,
  partial: string,
  make: (partial: string) => T | Promise<T>,
): Promise<T> {
  rmSync(partial, { recursive: true, force: true });
  makeFolder(path.dirname(partial));
  try {
    const made = await make(partial);
    makeFolder(path.dirname(target));
    writingTo(target, () => {
      rmSync(target, { recursive: true, force: true });
      renameSync(partial, target);
    });
    return made;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Folder of a run for what is being written, one folder a process in it. */
const UNFINISHED = ".unfinished";

/** Name, within a run's folder, to give to `makeWhole` as `partial`. */
export function partialName(name: string): string {
  return `${UNFINISHED}/${process.pid}/${name}`;
}

/** Takes away what this process has left of its parts; those of others stay. */
export function clearOwnParts(folder: string): void {
  const parts = path.join(folder, UNFINISHED);
  if (!existsSync(parts)) return;
  rmSync(path.join(parts, String(process.pid)), { recursive: true, force: true });
  if (readdirSync(parts).length === 0) rmSync(parts, { recursive: true });
}

/** Takes away what processes that were killed have left; nobody else may write into the run. */
export function clearAllParts(folder: string): void {
  rmSync(path.join(folder, UNFINISHED), { recursive: true, force: true });
}
