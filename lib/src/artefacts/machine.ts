import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PROJECT_ROOT } from "./project-root.js";

/** The computer a notebook ran on. */
export interface Machine {
  node: string;
  os: string;
  cpu: string;
  cpus: number;
  memoryGib: number;
}

export function thisMachine(): Machine {
  const cpus = os.cpus();
  return {
    node: process.version,
    os: `${os.type()} ${os.release()} ${os.arch()}`,
    cpu: cpus[0]?.model.trim() ?? "unknown",
    cpus: cpus.length,
    memoryGib: Math.round((os.totalmem() / 2 ** 30) * 10) / 10,
  };
}

/** The state of the code. */
export interface CodeVersion {
  /** SHA of the commit that is checked out; null where this is no git checkout. */
  commit: string | null;
  /** Whether the library's sources or the lock file differ from that commit. */
  changed: boolean;
}

export function codeVersion(): CodeVersion {
  const git = (...args: string[]): string | null => {
    const { status, stdout } = spawnSync("git", args, { cwd: PROJECT_ROOT, encoding: "utf8" });
    return status === 0 ? stdout.trim() : null;
  };
  // A copy without .git may lie inside another checkout, whose commit says nothing of this code.
  const commit = existsSync(path.join(PROJECT_ROOT, ".git")) ? git("rev-parse", "HEAD") : null;
  if (commit === null) return { commit, changed: false };
  return { commit, changed: git("status", "--porcelain", "lib", "package-lock.json") !== "" };
}

/** Versions, as installed, of the packages that package.json names. */
export function packageVersions(): Record<string, string> {
  const manifestOf = (folder: string): Record<string, unknown> | null => {
    const file = path.join(folder, "package.json");
    return existsSync(file)
      ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>)
      : null;
  };
  const wanted = Object.keys(manifestOf(PROJECT_ROOT)?.dependencies ?? {});
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const found = manifestOf(path.join(PROJECT_ROOT, "node_modules", name));
      return found ? [[name, String(found.version)]] : [];
    }),
  );
}
