import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { line } from "../requests/log-folder.js";
import { scratchRun } from "../scratch-run.js";
import { assertShape } from "./schemas.js";
import { assertRefused, scratchFolder, study, type Ended } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

/** A folder of logs in one file. */
function logs(t: TestContext, text: string): string {
  const folder = path.join(scratchFolder(t), "mylogs");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "a.jsonl"), text);
  return folder;
}

const LATENCY = line({ response_time_ms: undefined, latency_ms: 5 });
const MAINFRAME = line({ platform: "mainframe" });

/** What is said of a campaign of which no line is a request. */
function assertNothingRead({ status, stderr }: Ended): void {
  assert.equal(status, 2, stderr);
  assert.match(stderr, /^3 of 3 lines are no requests; the commonest reasons:$/m);
  assert.match(
    stderr,
    /^ {2}2 x response_time_ms is missing: .* did you mean response_time_ms\?$/m,
  );
  assert.match(stderr, /^ {4}first in a\.jsonl, line 1: \{"request_id"/m);
  assert.match(stderr, /^ {2}1 x platform is "mainframe": needs /m);
}

test("logs of which no line is a request: the commonest reasons, and exit status 2", (t) => {
  const folder = logs(t, LATENCY + LATENCY + MAINFRAME);
  for (const command of [
    ["audit", folder],
    ["label", folder],
    ["simulate", "--like", folder],
  ]) {
    const ended = study(command);
    assertNothingRead(ended);
    assert.match(
      ended.stderr,
      /^study \w+: .*mylogs holds no request: none of its 3 lines can be/m,
    );
    assert.equal(ended.stdout, "");
  }
  for (const command of ["audit", "label"]) {
    const ended = study([command, folder, "--json"]);
    assertNothingRead(ended);
    const told = JSON.parse(ended.stdout) as {
      rows: number;
      quarantined: number;
      reasons: { field: string; lines: number }[];
    };
    assertShape(command as "audit" | "label", told);
    assert.deepEqual([told.rows, told.quarantined], [0, 3]);
    assert.deepEqual(
      told.reasons.map(({ field, lines }) => [field, lines]),
      [
        ["response_time_ms", 2],
        ["platform", 1],
      ],
    );
  }
  assertRefused(study(["audit", logs(t, "\n")]), /holds no line at all: its files are empty/);
});

test("a run over them ends in the reading cell, with the reason last and the lines kept", (t) => {
  const run = scratchRun(t, "unread");
  const folder = logs(t, LATENCY + LATENCY + MAINFRAME);
  const ended = study(["run", "--data", folder, "--run", run, "--only", "1"]);
  assertNothingRead(ended);
  assert.match(ended.stderr, /InputError: mylogs holds no request\n/);
  assert.match(
    ended.stderr.trimEnd().split("\n").at(-1)!,
    new RegExp(`^To go on from there: npx study run --data .*mylogs --run ${run} --only 01$`),
  );
  assert.doesNotMatch(ended.stdout, /gate|every label is the same/i);
  assert.equal(
    readFileSync(path.join("processed-data", run, "quarantine.jsonl"), "utf8").split("\n").length,
    4,
  );
});

test("where many lines are quarantined an audit says so first, with the reasons", (t) => {
  const good = line() + line({ platform: "ecs", request_id: "b" });
  const folder = logs(t, good.repeat(20) + MAINFRAME.repeat(10));
  const [first, second, third, fourth] = study(["audit", folder]).stdout.split("\n");
  assert.match(first, /^20\.0 % of the lines are no requests: what follows is about the others/);
  assert.match(second, /^mylogs \(measured\): 40 rows, 10 lines quarantined$/);
  assert.match(third, /^10 of 50 lines are no requests; the commonest reasons:$/);
  assert.match(fourth, /^ {2}10 x platform is "mainframe"/);
});

test("names from logs reach the terminal with their control characters spelt out", (t) => {
  const name = "\u001b]0;owned\u0007\u001b[31mred\u009b2J\u202e";
  const text = line({ workload_type: name }) + line({ workload_type: name, platform: "ecs" });
  const folder = logs(t, text + line({ platform: `\u001b[2J${name}` }));
  for (const command of ["label", "audit"]) {
    const { stdout, stderr } = study([command, folder]);

    assert.doesNotMatch(stdout + stderr, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
  }
  const { stdout } = study(["label", folder, "--json"]);

  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  // The same text comes out of the JSON again.
  const [{ reason }] = (JSON.parse(stdout) as { reasons: { reason: string }[] }).reasons;
  assert.ok(reason.startsWith(`platform is ${JSON.stringify(`\u001b[2J${name}`)}: needs`), reason);
});

test("what cannot be written is told in one line with place and reason, and leaves nothing", (t) => {
  const folder = scratchFolder(t);
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  const plan = tinyPlan(folder);
  const read = path.join(folder, "read");
  assert.equal(study(["simulate", "--plan", plan, "--out", read]).status, 0);
  const below = path.join(file, "below");
  for (const [command, message] of [
    [["simulate", "--plan", plan, "--out", below], /file\/below.* cannot be written: .*ENOTDIR/],
    [
      ["simulate", "--plan", plan, "--out", below, "--format", "arrow"],
      /below.* cannot be written/,
    ],
    [["simulate", "--plan", plan, "--out", "/proc/study"], /\/proc\/study.* cannot be written/],
    [["label", read, "--out", below], /file\/below.* cannot be written: .*ENOTDIR/],
    [["plan", plan, "--scripts", below], /file\/below.* cannot be written: .*ENOTDIR/],
    [["collect", "--plan", plan, "--out", below], /file\/below.* ENOTDIR|ENOTDIR/],
  ] as const)
    assertRefused(study(command), message);
});

test("a disk that fills up: one line, and no part of a file", (t) => {
  const folder = scratchFolder(t);
  const plan = tinyPlan(folder);
  const study2 = path.join("lib", "bin", "study.mjs");
  const full = (args: readonly string[]): Ended =>
    // No file may grow beyond 8 KiB: the system then refuses as a full disk does.
    spawnSync(
      "bash",
      ["-c", 'ulimit -f 8; trap "" XFSZ; exec "$@"', "-", process.execPath, study2, ...args],
      {
        encoding: "utf8",
      },
    ) as Ended;
  for (const format of ["jsonl", "arrow"]) {
    const out = path.join(folder, format);
    assertRefused(
      full(["simulate", "--plan", plan, "--out", out, "--format", format]),
      new RegExp(`${format}/.* cannot be written: it is too large for the file system .EFBIG.`),
    );
    assert.deepEqual(
      readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => /\./.test(name)),
      [],
    );
  }
  const read = path.join(folder, "read");
  assert.equal(study(["simulate", "--plan", plan, "--out", read]).status, 0);
  const labels = path.join(folder, "labels");
  assertRefused(full(["label", read, "--out", labels]), /labels\/\S+ cannot be written: .*EFBIG/);
  assert.deepEqual(readdirSync(labels), []);
});

test(
  "a result that cannot be printed is one line, too",
  { skip: !existsSync("/dev/full") && "there is no /dev/full" },
  () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join("lib", "bin", "study.mjs"), "plan", "variance", "--json"],
      { encoding: "utf8", stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] },
    );
    assert.equal(
      stderr,
      "study: standard output cannot be written: no space is left on the device (ENOSPC)\n",
    );
    assert.equal(status, 2);
  },
);

test("a defect of ours keeps its stack, and is not called the user's mistake", () => {
  for (const error of ["RangeError('Maximum call stack size exceeded')", "Error('broken')"]) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        `data:text/javascript,JSON.stringify = () => { throw new ${error}; };`,
        path.join("lib", "bin", "study.mjs"),
        ...["plan", "variance", "--json"],
      ],
      { encoding: "utf8" },
    );
    assert.equal(status, 1);
    assert.match(stderr, /^(Range)?Error: .*\n {4}at /);
    assert.match(stderr, /^study plan: this is a defect of ours, not of what you gave; please/m);
  }
});
