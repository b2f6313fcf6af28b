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

/**
 * Runs several commands as one process would run each: for lists of mistakes, of which each ends
 * before it has loaded much. Starting Node for every line would take most of a minute.
 */
export function studyEach(lines: readonly (readonly string[])[]): Ended[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", EACH_LINE],
    { encoding: "utf8", input: JSON.stringify(lines), maxBuffer: 1 << 28 },
  );
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Ended[];
}

/** What `studyEach` runs: the commands of its standard input, with what each one wrote. */
const EACH_LINE = `
  import { readFileSync } from "node:fs";
  for (const name of Object.keys(process.env))
    if (name.startsWith("STUDY_") || name === "INIT_CWD") delete process.env[name];
  const { main } = await import("lib/commands");
  process.stdout.setMaxListeners(0);
  const ended = [];
  const write = process.stdout.write;
  for (const line of JSON.parse(readFileSync(0, "utf8"))) {
    const written = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"])
      process[stream].write = (text) => ((written[stream] += text), true);
    ended.push({ status: await main(line), ...written });
  }
  process.stdout.write = write;
  process.stdout.write(JSON.stringify(ended));
`;
