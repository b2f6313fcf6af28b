import assert from "node:assert/strict";
import { test } from "node:test";
import { attainability, foldDistinct, lookupOn } from "lib/attainability";
import { buildFeatures, takeRows } from "lib/features";
import { THESIS_TERMS, countLabelsByWorkload, labelledRows, labelRequests } from "lib/labels";
import { readRequests } from "lib/requests";
import { needsSharedData, sharedData } from "../shared-data.js";

test(
  "the author's labels, features, floor and ceiling on his real logs",
  needsSharedData("variance-run"),
  async () => {
    const { requests } = await readRequests(sharedData("variance-run")!);
    const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
    const counts = countLabelsByWorkload(requests, labels);
    // The author's own counts, to the row.
    const expected = {
      heavy_processing: [3689, 6445],
      lightweight_api: [17657, 37413],
      medium_processing: [11798, 12277],
      thumbnail_processing: [23999, 32026],
    };
    for (const [workload, [positive, rows]] of Object.entries(expected)) {
      assert.equal(counts[workload].balanced_optimal, positive, workload);
      assert.equal(counts[workload].rows, rows, workload);
    }
    assert.deepEqual(labels.unlabelled, { "the request failed": 125 });

    const rows = labelledRows(labels);
    const features = takeRows(buildFeatures(requests), rows);
    assert.equal(features.names.length, 15);
    const table = foldDistinct(
      features,
      Uint8Array.from(rows, (row) => labels.balancedOptimal[row]),
    );
    const { constant, best1, ceiling, distinctVectors } = attainability(table);
    assert.equal(distinctVectors, 159);
    assert.equal(constant.toFixed(3), "0.648");
    // The lookup the author's models learned, and the best of one column: a product of two
    // features, so in truth a lookup of both.
    assert.equal(lookupOn(table, ["workload_type_encoded"]).accuracy.toFixed(3), "0.672");
    assert.deepEqual(
      [best1.features, best1.accuracy.toFixed(4)],
      [["payload_hour_interaction"], "0.6944"],
    );
    assert.equal(ceiling.toFixed(3), "0.698");
  },
);
