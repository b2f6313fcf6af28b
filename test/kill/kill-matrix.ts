// `npm run kill [-- ROUNDS [SEED [COMMAND]]]`: commands that write are killed at random moments, and begun
// again. A table says for each command and signal how many rounds held: it ended in time, nothing
// of it went on running, no file that it left is torn, and the next one does its work or says what
// stands in its way.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createRandom } from "lib/statistics";
import { startS3Server } from "../s3/s3-server.js";

type Kill = "SIGKILL" | "SIGINT" | "SIGTERM";

interface Command {
  name: string;
  /** What is typed, for a folder of the round's own. */
  args(folder: string): string[];
  /** What is typed after it was killed; the same unless given. */
  again?(folder: string): string[];
  /** Folders whose files must be whole. */
  leaves(folder: string): string[];
}

interface Ended {
  status: number | null;
  told: string;
  tookMs: number;
}

const KILLS: readonly Kill[] = ["SIGKILL", "SIGINT", "SIGTERM"];
/** A command that was asked to end has ended by then, on a busy machine too. */
const ENDS_WITHIN_MS = 30_000;
const MARK = "STUDY_KILL_MATRIX";

const PLAN = `extends: duet-local
name: to-be-killed
days: 1
runs:
  - { window: midday, pattern: low_load, startsAt: "12:00", phases: [{ minutes: 5, requestsPerSecond: 0.3 }] }
`;

const rounds = Number(process.argv[2] ?? 3);
const seed = Number(process.argv[3] ?? 7);
const random = createRandom(`kill matrix ${seed}`);
const scratch = mkdtempSync(path.join(tmpdir(), "study-kill-"));
const plan = path.join(scratch, "plan.yml");
const logs = path.join(scratch, "logs");
writeFileSync(plan, PLAN);
const store = await startS3Server();
store.buckets.set("logs", new Map());

const runName = (folder: string): string => `test-kill-${path.basename(folder)}`;
const COMMANDS: readonly Command[] = [
  {
    name: "simulate",
    args: (folder) => ["simulate", "--plan", "duet", "--out", path.join(folder, "out")],
    leaves: (folder) => [path.join(folder, "out")],
  },
  {
    name: "label",
    args: (folder) => ["label", logs, "--out", path.join(folder, "out")],
    leaves: (folder) => [path.join(folder, "out")],
  },
  {
    name: "run --only 01",
    args: (folder) => ["run", "--data", logs, "--run", runName(folder), "--only", "01"],
    leaves: (folder) => [path.join("processed-data", runName(folder))],
  },
  {
    name: "collect",
    args: (folder) => ["collect", "--plan", plan, "--out", path.join(folder, "out")],
    again: (folder) =>
      existsSync(path.join(folder, "out", "collection.json"))
        ? ["collect", "--resume", "--out", path.join(folder, "out")]
        : ["collect", "--plan", plan, "--out", path.join(folder, "out")],
    leaves: (folder) => [path.join(folder, "out")],
  },
  {
    name: "push",
    args: (folder) => ["push", logs, `s3://logs/${path.basename(folder)}`],
    leaves: () => [logs],
  },
];

/** Starts `study`, kills it after so long (never for null), and waits until it has ended. */
function study(args: string[], mark: string, kill: Kill, afterMs: number | null): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join("lib", "bin", "study.mjs"), ...args], {
    env: {
      ...process.env,
      [MARK]: mark,
      AWS_ENDPOINT_URL_S3: store.endpoint,
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: store.keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: store.keys.secretAccessKey,
    },
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => (told += bytes.toString()));
  const timer = afterMs === null ? null : setTimeout(() => child.kill(kill), afterMs);
  return new Promise((resolve) =>
    child.on("close", (status) => {
      if (timer) clearTimeout(timer);
      resolve({ status, told, tookMs: performance.now() - started });
    }),
  );
}

/** Processes started for this round that still run, by their environment (Linux). */
function stillRunning(mark: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, "latin1").includes(`${MARK}=${mark}\0`);
      } catch {
        return false; // gone, or another user's
      }
    });
}

async function allGone(mark: string): Promise<boolean> {
  const until = performance.now() + ENDS_WITHIN_MS;
  while (stillRunning(mark).length > 0) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

/** Files of JSON and JSON lines below a folder that cannot be read to their end. */
function tornFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(json|jsonl|ipynb)$/.test(name))
    .filter((name) => {
      const text = readFileSync(path.join(folder, name), "utf8");
      const parts = name.endsWith("l") ? text.split("\n").filter(Boolean) : [text];
      try {
        for (const part of parts) JSON.parse(part);
        return false;
      } catch {
        return true;
      }
    });
}

/** What did not hold in one round; empty where all did. */
async function killOnce(command: Command, kill: Kill, wholeMs: number): Promise<string[]> {
  const folder = mkdtempSync(path.join(scratch, "round-"));
  const mark = path.basename(folder);
  const afterMs = random.uniform() * wholeMs;
  const faults: string[] = [];
  const ended = await study(command.args(folder), mark, kill, afterMs);
  if (ended.tookMs - afterMs > ENDS_WITHIN_MS)
    faults.push(`ended ${Math.round((ended.tookMs - afterMs) / 1000)} s after the signal`);
  if (!(await allGone(mark))) faults.push(`processes ${stillRunning(mark).join(", ")} go on`);
  for (const left of command.leaves(folder))
    for (const file of tornFiles(left)) faults.push(`${file} is torn`);
  const next = await study((command.again ?? command.args)(folder), mark, kill, null);
  // A folder that holds something is refused in a line; a check that fails has done its work.
  const refused = next.status === 2 && /is not empty|exists already|holds/.test(next.told);
  if (next.status !== 0 && !refused)
    faults.push(`the next one ended with ${next.status}: ${next.told.trim().slice(-300)}`);
  for (const left of command.leaves(folder)) {
    for (const file of tornFiles(left)) faults.push(`${file} is torn after the next one`);
    if (left.startsWith("processed-data")) rmSync(left, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  return faults.map(
    (fault) => `${command.name}, ${kill} after ${Math.round(afterMs)} ms: ${fault}`,
  );
}

/** Where nothing can be written: one line, status 2. */
async function readOnly({ name, args }: Command): Promise<string> {
  if (process.platform !== "linux" || !/^(simulate|label|collect)/.test(name)) return "-";
  const { status, told } = await study(args("/proc"), "read-only", "SIGKILL", null);
  const lines = told.trim().split("\n");
  return status === 2 && !/^\s+at /m.test(told) ? "held" : `${status}: ${lines.at(-1)}`;
}

let failed = false;
try {
  const begun = await study(["simulate", "--plan", plan, "--out", logs], "logs", "SIGKILL", null);
  if (begun.status !== 0) throw new Error(begun.told);
  console.log(`${rounds} rounds each, seed ${seed}`);
  console.log(
    ["command".padEnd(16), ...KILLS.map((kill) => kill.padEnd(10)), "read-only"].join(""),
  );
  const only = process.argv[4] ?? "";
  for (const command of COMMANDS.filter(({ name }) => name.startsWith(only))) {
    const undisturbed = mkdtempSync(path.join(scratch, "whole-"));
    const whole = await study(command.args(undisturbed), "whole", "SIGKILL", null);
    if (whole.status !== 0) throw new Error(`${command.name}: ${whole.told}`);
    const cells: string[] = [];
    const faults: string[] = [];
    for (const kill of KILLS) {
      let held = 0;
      for (let round = 0; round < rounds; round++) {
        const found = await killOnce(command, kill, whole.tookMs);
        if (found.length === 0) held++;
        faults.push(...found);
      }
      cells.push(`${held} of ${rounds}`.padEnd(10));
    }
    const unwritable = await readOnly(command);
    console.log([command.name.padEnd(16), ...cells, unwritable].join(""));
    for (const fault of faults) console.log(`    ${fault}`);
    failed ||= faults.length > 0 || !["-", "held"].includes(unwritable);
    for (const left of command.leaves(undisturbed))
      if (left.startsWith("processed-data")) rmSync(left, { recursive: true, force: true });
  }
} finally {
  await store.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
