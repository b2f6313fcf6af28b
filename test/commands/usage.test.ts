import { test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { assertRefused, scratchFolder, study, studyEach } from "./study-command.js";

const COMMANDS = [
  "run",
  "audit",
  "label",
  "simulate",
  "plan",
  "push",
  "preflight",
  "predict",
  "init",
  "join",
  "export",
  "export-model",
];

test("every command explains itself", () => {
  const overview = study(["--help"]);
  assert.equal(overview.status, 0);
  const helps = studyEach(COMMANDS.map((name) => [name, "--help"]));
  COMMANDS.forEach((name, at) => {
    assert.match(overview.stdout, new RegExp(`^  ${name} `, "m"));
    const help = helps[at];
    assert.deepEqual([help.status, help.stderr], [0, ""]);
    assert.match(help.stdout, new RegExp(`^study ${name}\\b`));
    assert.match(help.stdout, /--json/);
  });
});

test("without a command the overview is shown, and the exit status says that nothing was done", () => {
  const { status, stdout } = study([]);
  assert.equal(status, 2);
  assert.match(stdout, /study <command>/);
});

/** What is typed, and what the one line must say. */
const MISTAKES: readonly [typed: string, message: RegExp][] = [
  ["frobnicate", /no command "frobnicate"; there are run, audit/],
  ["constructor", /no command "constructor"/],
  ["audit --wat", /Unknown option '--wat'; see `study audit --help`/],
  ["simulate --seed -5 --out x", /'--seed' argument is ambiguous; see/],
  ["audit a b", /"b" is one argument too many/],
  ["audit", /name a folder of logs/],
  ["label", /name a folder of logs/],
  ["label /nowhere/logs", /there is no \/nowhere\/logs/],
  ["audit /nowhere/logs", /there is no \/nowhere\/logs/],
  ["audit /nowhere.csv --label y", /\/nowhere\.csv cannot be read/],
  ["simulate --like /nowhere/logs", /there is no \/nowhere\/logs/],
  ["simulate --like a --plan b", /leave out --plan, or --like/],
  ["simulate", /--out DIR says where/],
  ["simulate --out x --seed 1.5", /--seed takes a whole number from 0, not "1\.5"/],
  ["simulate --out x --plan none", /"none" is neither a plan that ships/],
  ["plan", /name a plan: fixed-payload, variance, duet/],
  ["plan none", /"none" is neither a plan that ships/],
  ["plan /nowhere.yml", /\/nowhere\.yml cannot be read \(ENOENT\)/],
  ["plan variance --scale-out azure", /--scale-out takes fargate or lambda, not "azure"/],
  ["plan variance --scale-out fargate", /--scripts DIR says where/],
  ["plan variance --scripts x --scale-out fargate", /--sink s3:\/\/bucket\/prefix says where/],
  [
    "plan variance --scripts x --scale-out fargate --sink s3://bucket",
    /--sink takes s3:\/\/bucket\/prefix, not "s3:\/\/bucket"/,
  ],
  [
    "plan variance --scripts x --scale-out fargate --sink s3://bucket/a/../b",
    /the prefix of --sink has the segment "\.\."/,
  ],
  [
    "plan variance --scripts x --scale-out lambda --sink s3://bucket/run",
    /can share no run of this plan; .*lasts 60 min/,
  ],
  ["push logs", /name a folder of logs, and s3:\/\/bucket\/prefix/],
  ["push /nowhere s3://bucket/run", /there is no folder \/nowhere: check the path/],
  ["simulate --out never --format csv", /--format is jsonl or arrow, not "csv"/],
  [
    "simulate --out never --requests 10",
    /one day of the plan variance asks for 157500 requests; ask for that many or more/,
  ],
  [
    "simulate --plan duet --out never --requests 10000000",
    /\d+ files of \d+ days would be written; use --format arrow/,
  ],
  ["preflight duet --runs 0", /--runs takes a whole number from 1, not "0"/],
  ["predict", /--model DIR names a router/],
  ["predict --model /nowhere", /there is no folder \/nowhere; .* writes processed-data/],
  ["run --data /nowhere", /no folder or file "\/nowhere"/],
  ["run --only 99", /no notebook begins with "99"; there are 01_/],
  ["run --only 99 --run ..", /"\.\." cannot name a run/],
  ["run --only 99 --run README.md", /processed-data\/README\.md is a file/],
  ["run --only 99 --cell-limit soon", /--cell-limit takes a number, not "soon"/],
  ["run --only 99 --cell-limit 0", /--cell-limit takes seconds above 0/],
];

test("a mistake is one line on standard error and exit status 2", () => {
  const [typed, message] = MISTAKES[0];
  assertRefused(study(typed.split(" ")), message);
  const ended = studyEach(MISTAKES.map(([line]) => line.split(" ")));
  MISTAKES.forEach(([, expected], at) => assertRefused(ended[at], expected));
});

test("a reader that has read enough ends the command in silence", async () => {
  // More than a pipe holds, so that the command is still writing when its reader goes.
  const child = spawn(process.execPath, [
    path.join("lib", "bin", "study.mjs"),
    "plan",
    "duet",
    "--json",
  ]);
  let told = "";
  child.stderr.on("data", (bytes: Buffer) => (told += bytes.toString()));
  await once(child.stdout, "data");
  child.stdout.destroy();
  assert.deepEqual(
    [...((await once(child, "close")) as [number | null, string | null]), told],
    [0, null, ""],
  );
});

test("files with something wrong inside are the user's mistakes too", (t) => {
  const folder = scratchFolder(t);
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  file("header.json", "{");
  file("weights.bin", "");
  const table = file("table.csv", "x,y\n1,0\n2,1\n");
  const empty = path.join(folder, "empty");
  mkdirSync(empty);
  const refused: readonly [typed: string[], message: RegExp][] = [
    [
      ["plan", file("bad.yml", "extends: variance\ndays: 1.5\n")],
      /bad\.yml line 2: days is 1\.5; it must be a whole number/,
    ],
    [["plan", file("broken.yml", "a: [")], /broken\.yml: /],
    [["audit", table], /is a table: name its label with --label/],
    [["audit", table, "--label", "z"], /has no column "z"; it has x, y/],
    [["audit", empty], /no log under /],
    [["predict", "--model", folder], /header\.json is not JSON/],
  ];
  const ended = studyEach(refused.map(([typed]) => typed));
  refused.forEach(([, message], at) => assertRefused(ended[at], message));
});
