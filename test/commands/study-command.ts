import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs `study` as a user does, from the project's root and without a run chosen by the environment.
 */
export function study(args: readonly string[], input = ""): Ended {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith("STUDY_") && name !== "INIT_CWD",
    ),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join("lib", "bin", "study.mjs"), ...args],
    { encoding: "utf8", input, env, maxBuffer: 1 << 28 },
  );
  return { status, stdout, stderr };
}

/** What a command that must succeed (or end with `status`) prints as JSON. */
export function studyJson<T>(args: readonly string[], status = 0): T {
  const ended = study([...args, "--json"]);
  assert.equal(ended.status, status, ended.stderr);
  return JSON.parse(ended.stdout) as T;
}

/**
 * A user's mistake: nothing on standard output, one line on standard error that says what is meant,
 * status 2.
 */
export function assertRefused({ status, stdout, stderr }: Ended, message: RegExp): void {
  assert.match(stderr, message);
  assert.match(stderr, /^study[^\n]*\n$/);
  assert.deepEqual([status, stdout], [2, ""]);
}

/** A folder for one test, gone when it is over. */
export function scratchFolder(t: { after(done: () => void): void }): string {
  const folder = mkdtempSync(path.join(tmpdir(), "study-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
