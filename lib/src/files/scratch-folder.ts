import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { isRunning } from "./processes.js";
import { writingTo } from "./system-error.js";

/**
 * A temporary folder that only this user can read, named after this process:
 * `<prefix><pid>-<random>`. Those of the same prefix whose processes are gone are removed first:
 * a process that was killed could not.
 */
export function makeScratchFolder(prefix: string): string {
  const root = os.tmpdir();
  for (const name of readdirSync(root)) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (pid === undefined || isRunning({ pid: Number(pid), started: null })) continue;
    try {
      rmSync(path.join(root, name), { recursive: true, force: true });
    } catch {
      // Another user's: his to remove.
    }
  }
  return writingTo(root, () => mkdtempSync(path.join(root, `${prefix}${process.pid}-`)));
}
