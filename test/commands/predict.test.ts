import { test } from "node:test";
import assert from "node:assert/strict";
import { LOAD_PATTERNS, TIME_WINDOWS, WORKLOADS } from "lib/campaign";
import { buildFeatures } from "lib/features";
import { logisticRegression, saveModel } from "lib/models";
import { requestsOf } from "../requests-of.js";
import { scratchFolder, study } from "./study-command.js";

/** A model that has seen every workload, window and pattern: small bodies are ECS's, larger ones Lambda's. */
async function smallModel(folder: string): Promise<void> {
  const stated = Array.from({ length: 240 }, (_, row) => ({
    workload: row % WORKLOADS.length, timeWindow: row % TIME_WINDOWS.length, loadPattern: (row >> 2) % LOAD_PATTERNS.length,
    targetPayloadKb: [1, 100, 1000][row % 3], timestampMs: Date.UTC(2025, 10, 22, row % 24),
  }));
  const label = Uint8Array.from(stated, ({ targetPayloadKb }, row) => Number(targetPayloadKb > 50) ^ Number(row % 29 === 0));
  await saveModel(await logisticRegression.fit({ features: buildFeatures(requestsOf(stated)), label }), folder);
}

const CONTEXT = { workload_type: WORKLOADS[0], payload_size_kb: 1, time_window: TIME_WINDOWS[0], load_pattern: LOAD_PATTERNS[0], hour_of_day: 4 };

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
  const { status, stdout, stderr } = study(["predict", "--model", folder, "--json"], lines.join("\n"));
  assert.equal(status, 2);
  const routes = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { platform: string; probability: number });
  assert.deepEqual(routes.map(({ platform }) => platform), ["ecs", "lambda"]);
  for (const { platform, probability } of routes) assert.equal(platform === "lambda", probability > 0.5);
  const told = stderr.trimEnd().split("\n");
  assert.equal(told.length, 3);
  assert.match(told[0], /^study predict: line 2: "workload_type" is "mining"; it must be one of lightweight_api/);
  assert.match(told[1], /^study predict: line 4: "payload_size_kb" is missing; give the size/);
  assert.match(told[2], /^study predict: line 5: not JSON/);
});

test("one context as an option", async (t) => {
  const folder = scratchFolder(t);
  await smallModel(folder);
  const { status, stdout } = study(["predict", "--model", folder, "--context", JSON.stringify(CONTEXT)]);
  assert.equal(status, 0);
  assert.match(stdout, /^ecs {2}P\(Lambda optimal\) = 0\.\d{3}\n$/);
});
