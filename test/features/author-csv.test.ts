import assert from "node:assert/strict";
import { test } from "node:test";
import {
  authorCsv,
  buildFeatures,
  labelledTableFromArrow,
  labelledTableToArrow,
  takeColumns,
  takeRows,
} from "lib/features";
import { THESIS_TERMS, labelledRows, labelRequests } from "lib/labels";
import { requestsOf } from "../requests-of.js";

const requests = requestsOf([
  { platform: 1, executionTimeMs: 100 },
  { platform: 0, executionTimeMs: 300 },
  { platform: 0, httpStatus: 500, executionTimeMs: NaN },
]);
const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
const rows = labelledRows(labels);

test("the author's columns, one line a labelled request", () => {
  const features = takeColumns(takeRows(buildFeatures(requests), rows), [
    "workload_type_encoded",
    "payload_size_kb",
  ]);
  assert.equal(
    authorCsv(requests, labels, features, rows),
    [
      "workload_type,workload_type_encoded,payload_size_kb,balanced_optimal,time_window,load_pattern",
      "lightweight_api,0,1,1,early_morning,low_load",
      "lightweight_api,0,1,1,early_morning,low_load",
      "",
    ].join("\n"),
  );
});

test("his columns and his order of rows: by workload name, Lambda before ECS, then as logged", () => {
  const mixed = requestsOf(
    [
      [3, 0],
      [0, 0],
      [3, 1],
      [2, 1],
      [0, 1],
      [2, 0],
      [0, 1],
    ].map(([workload, platform], i) => ({
      workload,
      platform,
      targetPayloadKb: i + 1,
      timeWindow: i % 5,
      loadPattern: i % 4,
    })),
  );
  const labelled = labelRequests(mixed, { ...THESIS_TERMS, scheme: "request-vs-median" });
  const own = labelledRows(labelled);
  const [header, ...lines] = authorCsv(mixed, labelled, takeRows(buildFeatures(mixed), own), own)
    .trimEnd()
    .split("\n");
  assert.equal(
    header,
    "workload_type,workload_type_encoded,payload_size_kb,time_window_encoded,load_pattern_encoded,hour_of_day,is_weekend,lambda_memory_limit_mb," +
      "payload_squared,payload_log,payload_workload_interaction,payload_hour_interaction,payload_time_window_interaction,workload_time_window_interaction,payload_load_pattern_interaction," +
      "time_window_load_pattern_interaction,balanced_optimal,time_window,load_pattern",
  );
  assert.deepEqual(
    lines.map((line) => Number(line.split(",")[2])),
    [3, 1, 5, 7, 2, 4, 6],
  );
  assert.match(lines[0], /^heavy_processing,3,3,2,2,.*,midday,burst_load$/);
});

test("a labelled table comes back from Arrow as it went", () => {
  const features = takeRows(buildFeatures(requests, ["author", "state"]), rows);
  const label = Uint8Array.from([1, 0]);
  const bytes = labelledTableToArrow({ features, label }, { cell: Float64Array.from([7, 8]) });
  const back = labelledTableFromArrow(bytes);
  assert.deepEqual(
    [back.features.names, back.features.columns, back.label, back.extra.cell],
    [features.names, features.columns, label, Float64Array.from([7, 8])],
  );
  assert.deepEqual(
    labelledTableToArrow({ features, label }, { cell: Float64Array.from([7, 8]) }),
    bytes,
  );
});
