import assert from "node:assert/strict";
import { test } from "node:test";
import { labellingContents, labellingFiles } from "lib/artefacts";
import { ECS, LAMBDA } from "lib/campaign";
import { labelledTableFromArrow } from "lib/features";
import { schemesFor, labelRequests } from "lib/labels";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const stated: StatedRequest[] = [
  ...[100, 300].map((executionTimeMs) => ({ platform: LAMBDA, executionTimeMs })),
  ...[200, 1000, 50].map((executionTimeMs) => ({ platform: ECS, executionTimeMs })),
  // A cell that only Lambda served: a label by its workload's median, no probability.
  { platform: LAMBDA, executionTimeMs: 100, targetPayloadKb: 5 },
  { platform: ECS, httpStatus: 503, executionTimeMs: NaN },
];

test(
  "the table holds each label with its probability: the share of its cell's pairs that Lambda " +
    "wins",
  () => {
    const requests = requestsOf(stated);
    const labels = labelRequests(requests, { scheme: "request-vs-median" });
    const { arrow, manifest } = labellingFiles(requests, labels);
    const { label, extra } = labelledTableFromArrow(arrow);
    assert.deepEqual([...extra.request], [0, 1, 2, 3, 4, 5]);
    assert.deepEqual([...label], [...labels.balancedOptimal.slice(0, 6)]);
    // 100 ms beats 200 and 1000, 300 beats 1000, also on cost: 3 of 6 pairs, the failed request left
    // out as the scheme does.
    assert.deepEqual([...extra.probability], [0.5, 0.5, 0.5, 0.5, 0.5, NaN]);
    assert.deepEqual(
      [manifest.labelled, manifest.requests, manifest.unlabelled, manifest.probability.groupBy],
      [6, 7, { "the request failed": 1 }, ["workload", "payload", "window", "pattern"]],
    );
    assert.deepEqual([manifest.failures.treatment, manifest.failures.failed], ["dropped", 1]);
  },
);

test("the manifest holds the scheme with every option, for each scheme, and repeats to the byte", () => {
  const requests = requestsOf(stated);
  for (const scheme of schemesFor(requests)) {
    const labels = labelRequests(requests, {
      scheme,
      latencyMargin: 0.2,
      clock: "response",
      cost: { kind: "task-hours", utilisation: 0.5, loadBalancer: true },
    });
    const contents = labellingContents(labellingFiles(requests, labels));
    assert.deepEqual(Object.keys(contents), ["labelled.arrow", "labelled.csv", "labelling.json"]);
    const { options } = JSON.parse(contents["labelling.json"] as string) as {
      options: Parameters<typeof labelRequests>[1];
    };
    assert.deepEqual(options, labels.options);
    // What the manifest says makes the same labels again.
    assert.deepEqual(labelRequests(requests, options).balancedOptimal, labels.balancedOptimal);
    assert.deepEqual(labellingContents(labellingFiles(requests, labels)), contents);
  }
});
