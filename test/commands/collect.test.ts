import { test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { assertRefused, scratchFolder, study, studyEach } from "./study-command.js";

const AWS = [
  "--target",
  "aws",
  "--lambda-url",
  "https://abc.lambda-url.eu-west-1.on.aws",
  "--ecs-url",
  "http://balancer.example",
];

test("nothing is sent to AWS before a --yes: the plan and its price are printed", async (t) => {
  const folder = path.join(scratchFolder(t), "logs");
  let connections = 0;
  const server = createServer().on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Not spawnSync, which would keep the server from answering.
  const child = spawn(process.execPath, [
    path.join("lib", "bin", "study.mjs"),
    "collect",
    "--plan",
    "variance",
    "--target",
    "aws",
    "--lambda-url",
    url,
    "--ecs-url",
    url,
    "--out",
    folder,
  ]);
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  assert.equal(await new Promise((resolve) => child.once("close", resolve)), 2);
  assert.match(stdout, /Application load balancer/);
  assert.match(
    stdout,
    /Nothing was sent\. [\d.,]+ USD are expected on the bill: add --yes to send\.\n$/,
  );
  assert.deepEqual([connections, existsSync(folder)], [0, false]);
});

test("mistakes are told in a line, and nothing is begun", (t) => {
  const folder = scratchFolder(t);
  const logs = path.join(folder, "logs");
  const refused = (...mistakes: readonly (readonly [typed: string[], message: RegExp])[]): void => {
    const ended = studyEach(mistakes.map(([typed]) => ["collect", ...typed]));
    mistakes.forEach(([, message], at) => assertRefused(ended[at], message));
  };
  refused(
    [[], /--out DIR says where the logs go/],
    [["--out", logs, "--target", "azure"], /takes local or aws, not "azure"/],
    [["--out", logs, "--target", "aws"], /needs --lambda-url URL and --ecs-url URL/],
    [["--out", logs, "--lambda-url", "http://x"], /go with --target aws/],
    [["--out", logs, "--speed", "0"], /speed must be above 0/],
    [["--out", logs, "--plan", "no-such-plan"], /neither a plan that ships/],
    [["--out", logs, "--resume"], /holds no collection to resume/],
    [["--out", logs, "--resume", "--seed", "3"], /leave out --seed/],
    [
      ["--out", logs, "--yes", ...AWS.slice(0, 3), "https://user:secret@host", ...AWS.slice(4)],
      /must hold no user, password, query or fragment/,
    ],
    [
      ["--out", logs, "--yes", ...AWS.slice(0, 3), "ftp://host", ...AWS.slice(4)],
      /must begin with http/,
    ],
  );
  assert.equal(existsSync(logs), false);
  mkdirSync(logs);
  writeFileSync(path.join(logs, "other.jsonl"), "{}\n");
  refused([["--out", logs], /is not empty; name a folder of its own/]);
  writeFileSync(path.join(logs, "collection.json"), "{");
  refused(
    [["--out", logs], /holds a collection already: go on with it by --resume/],
    [["--out", logs, "--resume"], /collection\.json cannot be read/],
  );
});

test(
  "Ctrl-C ends a collection in order and says how to go on",
  { skip: process.platform === "win32" && "signals" },
  async (t) => {
    const folder = scratchFolder(t);
    const plan = path.join(folder, "plan.yml");
    const logs = path.join(folder, "logs");
    writeFileSync(
      plan,
      "extends: duet-local\nduet: false\nname: short\nruns:\n  - { window: midday, pattern: low_load, " +
        'startsAt: "12:00", phases: [{ minutes: 60, requestsPerSecond: 0.2 }] }\n',
    );
    const child = spawn(process.execPath, [
      path.join("lib", "bin", "study.mjs"),
      "collect",
      "--plan",
      plan,
      "--out",
      logs,
    ]);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const status = new Promise((resolve) => child.once("close", resolve));
    const begun = (): boolean =>
      existsSync(path.join(logs, "midday_low_load")) || child.exitCode !== null;
    while (!begun()) await new Promise((resolve) => setTimeout(resolve, 50));
    assertRefused(
      study(["collect", "--resume", "--out", logs]),
      /processes \d+ and \d+ are collecting into .*; wait for it/,
    );
    child.kill("SIGINT");
    assert.equal(await status, 1, stderr);
    const [, rows, planned, sent] =
      /^(\d+) of (\d+) planned requests have a row in .*; Artillery counts (\d+) sent/.exec(
        stdout,
      ) ?? [];
    assert.ok(Number(rows) > 0 && rows === sent && Number(rows) < Number(planned), stdout);
    assert.match(stdout, new RegExp(`Go on with: study collect --resume --out ${logs}`));
    assert.match(stderr, /Stopping: what is in flight gets its rows/);
  },
);
