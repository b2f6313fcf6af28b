import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { labelledTableFromArrow } from "lib/features";
import { needsSharedData, sharedData } from "../shared-data.js";
import { assertShape } from "./schemas.js";
import { assertRefused, scratchFolder, study, studyJson } from "./study-command.js";

interface LabelJson {
  scheme: string;
  rows: number;
  byWorkload: Record<
    string,
    { rows: number; latency_optimal: number; cost_optimal: number; balanced_optimal: number }
  >;
}

test("the author's labels of the variance run, to the row", needsSharedData("variance-run"), () => {
  const result = studyJson<LabelJson>([
    "label",
    sharedData("variance-run")!,
    "--scheme",
    "request-vs-median",
  ]);
  assertShape("label", result);
  assert.deepEqual([result.scheme, result.rows], ["request-vs-median", 88_161]);
  assert.deepEqual(
    Object.fromEntries(
      Object.entries(result.byWorkload).map(([workload, { rows, balanced_optimal }]) => [
        workload,
        [balanced_optimal, rows],
      ]),
    ),
    {
      heavy_processing: [3689, 6445],
      lightweight_api: [17_657, 37_413],
      medium_processing: [11_798, 12_277],
      thumbnail_processing: [23_999, 32_026],
    },
  );
});

test(
  "as text: rows without a label are counted with their reason",
  needsSharedData("variance-run"),
  () => {
    const { status, stdout } = study(["label", sharedData("variance-run")!]);
    assert.equal(status, 0);
    assert.match(stdout, /88286 requests, 88161 labelled/);
    assert.match(stdout, /heavy_processing +3689 of +6445 /);
    const without = [...stdout.matchAll(/without a label: (\d+)/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
    assert.equal(without, 88_286 - 88_161);
  },
);

/** Two answered requests of each platform and one that ECS never answered. */
function smallLogs(folder: string): string {
  const line = (platform: string, ms: number | null, i: number): string =>
    JSON.stringify({
      request_id: `r${i}`,
      platform,
      workload_type: "lightweight_api",
      timestamp: `2025-11-22T10:00:0${i}Z`,
      http_status: ms === null ? 0 : 200,
      response_time_ms: (ms ?? 900) + 20,
      target_payload_size_kb: 1,
      actual_payload_size_kb: 1,
      time_window: "midday",
      load_pattern: "low_load",
      metrics:
        ms === null
          ? {}
          : { execution_time_ms: ms, ...(platform === "lambda" && { memory_limit_mb: "128" }) },
    });
  writeFileSync(
    path.join(folder, "logs.jsonl"),
    [
      ["lambda", 100],
      ["lambda", 120],
      ["ecs", 300],
      ["ecs", 110],
      ["ecs", null],
    ]
      .map(([platform, ms], i) => line(platform as string, ms as number | null, i))
      .join("\n"),
  );
  return folder;
}

test("--out writes the table, the author's CSV and the manifest; failed requests are spoken of", (t) => {
  const logs = smallLogs(scratchFolder(t));
  const folder = path.join(scratchFolder(t), "labels");
  const { status, stdout } = study([
    "label",
    logs,
    "--scheme",
    "paired-probability",
    "--out",
    folder,
  ]);
  assert.equal(status, 0);
  // Lambda wins 2 of 4 answered pairs and both against the unanswered one: 4 of 6, and half without
  // it.
  assert.match(stdout, /lightweight_api +5 of +5 are Lambda's/);
  assert.match(
    stdout,
    /failed requests take part: .*: 1 \(0 of them name no platform\); if they were dropped, as the thesis did, 4 of 4 labels would change/,
  );
  const { label, extra } = labelledTableFromArrow(
    readFileSync(path.join(folder, "labelled.arrow")),
  );
  assert.deepEqual([[...label], [...extra.probability]], [[1, 1, 1, 1, 1], Array(5).fill(4 / 6)]);
  assert.equal(
    readFileSync(path.join(folder, "labelled.csv"), "utf8").trimEnd().split("\n").length,
    6,
  );
  const manifest = JSON.parse(readFileSync(path.join(folder, "labelling.json"), "utf8")) as {
    options: { scheme: string; failures: string; groupBy: string[] };
    simulated: boolean;
  };
  assert.deepEqual(
    [
      manifest.options.scheme,
      manifest.options.failures,
      manifest.options.groupBy.length,
      manifest.simulated,
    ],
    ["paired-probability", "slowest", 4, false],
  );
  const dropped = studyJson<LabelJson>([
    "label",
    logs,
    "--scheme",
    "paired-probability",
    "--failures",
    "dropped",
  ]);
  assert.deepEqual([dropped.rows, dropped.byWorkload.lightweight_api.balanced_optimal], [4, 0]);
});

test("options that do not exist", (t) => {
  const logs = smallLogs(scratchFolder(t));
  assertRefused(
    study(["label", logs, "--failures", "kept"]),
    /--failures is slowest or dropped, not "kept"/,
  );
  assertRefused(
    study(["label", logs, "--group-by", "workload,colour"]),
    /--group-by takes workload, .*, not "colour"/,
  );
  assertRefused(study(["label", logs, "--balancer"]), /--balancer needs --utilisation/);
  assertRefused(
    study(["label", logs, "--utilisation", "2"]),
    /utilisation must lie above 0 and at most at 1, not 2/,
  );
});
