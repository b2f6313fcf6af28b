import assert from "node:assert/strict";
import { test } from "node:test";
import { authorCsv, buildFeatures, labelledTableFromArrow, labelledTableToArrow, takeColumns, takeRows } from "lib/features";
import { labelledRows, labelRequests } from "lib/labels";
import { requestsOf } from "../requests-of.js";

const requests = requestsOf([{ platform: 1, executionTimeMs: 100 }, { platform: 0, executionTimeMs: 300 }, { platform: 0, httpStatus: 500, executionTimeMs: NaN }]);
const labels = labelRequests(requests, { scheme: "request-vs-median" });
const rows = labelledRows(labels);

test("the author's columns, one line a labelled request", () => {
  const features = takeColumns(takeRows(buildFeatures(requests), rows), ["workload_type_encoded", "payload_size_kb"]);
  assert.equal(authorCsv(requests, labels, features, rows), [
    "workload_type,platform,workload_type_encoded,payload_size_kb,latency_optimal,cost_optimal,balanced_optimal",
    "lightweight_api,lambda,0,1,1,1,1",
    "lightweight_api,ecs,0,1,1,1,1", "",
  ].join("\n"));
});

test("a labelled table comes back from Arrow as it went", () => {
  const features = takeRows(buildFeatures(requests, ["author", "router"]), rows), label = Uint8Array.from([1, 0]);
  const bytes = labelledTableToArrow({ features, label }, { cell: Float64Array.from([7, 8]) });
  const back = labelledTableFromArrow(bytes);
  assert.deepEqual([back.features.names, back.features.columns, back.label, back.extra.cell], [features.names, features.columns, label, Float64Array.from([7, 8])]);
  assert.deepEqual(labelledTableToArrow({ features, label }, { cell: Float64Array.from([7, 8]) }), bytes);
});
