import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import assert from "node:assert/strict";
import { LOAD_PATTERNS, TIME_WINDOWS, WORKLOADS } from "lib/campaign";
import { buildFeatures } from "lib/features";
import { logisticRegression, saveModel } from "lib/models";
import { saveRouter } from "lib/routing";
import { requestsOf } from "../requests-of.js";
import { CONTEXT as KNOWN, smallRouter } from "../routing/small-router.js";
import { assertRefused, scratchFolder, study } from "./study-command.js";

/**
 * A model that has seen every workload, window and pattern: small bodies are ECS's, larger ones
 * Lambda's.
 */
async function smallModel(folder: string): Promise<void> {
  const stated = Array.from({ length: 240 }, (_, row) => ({
    workload: row % WORKLOADS.length,
    timeWindow: row % TIME_WINDOWS.length,
    loadPattern: (row >> 2) % LOAD_PATTERNS.length,
    targetPayloadKb: [1, 100, 1000][row % 3],
    timestampMs: Date.UTC(2025, 10, 22, row % 24),
  }));
  const label = Uint8Array.from(
    stated,
    ({ targetPayloadKb }, row) => Number(targetPayloadKb > 50) ^ Number(row % 29 === 0),
  );
  await saveModel(
    await logisticRegression.fit({ features: buildFeatures(requestsOf(stated)), label }),
    folder,
  );
}

const CONTEXT = {
  workload_type: WORKLOADS[0],
  payload_size_kb: 1,
  time_window: TIME_WINDOWS[0],
  load_pattern: LOAD_PATTERNS[0],
  hour_of_day: 4,
  is_weekend: true,
};

test("each line is answered or refused with its number; a refusal does not stop the others", async (t) => {
  const folder = scratchFolder(t);
  await smallModel(folder);
  const lines = [
    JSON.stringify(CONTEXT),
    JSON.stringify({ ...CONTEXT, workload_type: "mining" }),
    "",
    JSON.stringify({ ...CONTEXT, payload_size_kb: undefined }),
    "{not JSON",
    JSON.stringify({ ...CONTEXT, payload_size_kb: 1000 }),
  ];
  const { status, stdout, stderr } = study(
    ["predict", "--model", folder, "--json"],
    lines.join("\n"),
  );
  assert.equal(status, 2);
  const routes = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { platform: string; probability: number });
  assert.deepEqual(
    routes.map(({ platform }) => platform),
    ["ecs", "lambda"],
  );
  for (const { platform, probability } of routes)
    assert.equal(platform === "lambda", probability > 0.5);
  const told = stderr.trimEnd().split("\n");
  assert.equal(told.length, 3, stderr);
  assert.match(
    told[0],
    /^study predict: line 2: "workload_type" is "mining"; it must be one of lightweight_api/,
  );
  assert.match(told[1], /^study predict: line 4: "payload_size_kb" is missing; give the size/);
  assert.match(told[2], /^study predict: line 5: not JSON/);
});

test("one context as an option", async (t) => {
  const folder = scratchFolder(t);
  await smallModel(folder);
  const { status, stdout } = study([
    "predict",
    "--model",
    folder,
    "--context",
    JSON.stringify(CONTEXT),
  ]);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^ecs {2}P\(Lambda optimal\) = 0\.\d{3}\n {2}note: a model alone, without its campaign: no reason and no expected difference\n$/,
  );
});

test(
  "a router's folder: contexts from a file, with reason, difference and notes; the fallback " +
    "when asked for",
  async (t) => {
    const folder = scratchFolder(t);
    const file = path.join(folder, "contexts.jsonl");
    await saveRouter(await smallRouter(), folder);
    writeFileSync(
      file,
      `${JSON.stringify(KNOWN)}\n${JSON.stringify({ ...KNOWN, load_pattern: undefined })}\n`,
    );
    const refused = study(["predict", file, "--model", folder]);
    assert.equal(refused.status, 2);
    assert.match(
      refused.stdout,
      /^lambda .*\n {2}because rule .*\n {2}Lambda minus ECS: .*; simulated\)\n$/,
    );
    assert.match(
      refused.stderr,
      /^study predict: line 2: "load_pattern" is missing; give one of .*, or ask for the fallback \(--fallback\)/,
    );
    const { status, stdout } = study(["predict", file, "--model", folder, "--fallback", "--json"]);
    assert.equal(status, 0);
    const routes = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { notes: string[]; expectedDifference: { from: string } });
    assert.deepEqual(
      routes.map(({ notes }) => notes.length),
      [0, 1],
    );
    assert.match(routes[1].notes[0], /^"load_pattern" was not given: the mean over 2 contexts/);
    assert.match(routes[1].expectedDifference.from, /all windows and patterns/);
  },
);

test("mistakes in how it is called", async (t) => {
  const folder = scratchFolder(t);
  await smallModel(folder);
  assertRefused(study(["predict"]), /--model DIR names a router/);
  assertRefused(
    study(["predict", "--model", path.join(folder, "nowhere")]),
    /there is no folder .*nowhere/,
  );
  assertRefused(
    study(["predict", "--model", scratchFolder(t)]),
    /holds no router \(no manifest.json\) and no model/,
  );
  assertRefused(
    study(["predict", "--model", folder, "--fallback"]),
    /--fallback needs the campaign's contexts/,
  );
  assertRefused(study(["predict", "--model", folder, "--port", "1"]), /--port needs --serve/);
  assertRefused(
    study(["predict", "--model", folder, "--serve", "--port", "70000"]),
    /up to 65535, not 70000/,
  );
  assertRefused(
    study(["predict", "--model", folder, "--serve", "--context", "{}"]),
    /--serve takes its contexts over HTTP/,
  );
});

test("served over HTTP until Ctrl-C; a port that is taken is refused", async (t) => {
  const folder = scratchFolder(t);
  await saveRouter(await smallRouter(), folder);
  const child = spawn(
    process.execPath,
    [
      path.join("lib", "bin", "study.mjs"),
      "predict",
      "--model",
      folder,
      "--serve",
      "--port",
      "0",
      "--json",
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  t.after(() => child.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { url } = JSON.parse(line) as { url: string };
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const answer = await fetch(`${url}/predict`, { method: "POST", body: JSON.stringify(KNOWN) });
  assert.deepEqual(
    [answer.status, ((await answer.json()) as { platform: string }).platform],
    [200, "lambda"],
  );
  const second = study(["predict", "--model", folder, "--serve", "--port", new URL(url).port]);
  assertRefused(second, /port \d+ on 127\.0\.0\.1 is taken; choose another with --port/);
  const ended = once(child, "exit");
  child.kill("SIGINT");
  assert.deepEqual(await ended, [0, null]);
});
