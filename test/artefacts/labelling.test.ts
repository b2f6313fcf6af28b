import assert from "node:assert/strict";
import { test } from "node:test";
import { labellingContents, labellingFiles, openStudy, saveLabels } from "lib/artefacts";
import { labelledRequests } from "lib/attainability";
import { ECS, LAMBDA } from "lib/campaign";
import { labelledTableFromArrow } from "lib/features";
import { THESIS_TERMS, schemesFor, labelRequests } from "lib/labels";
import { requestsOf, type StatedRequest } from "../requests-of.js";
import { scratchRun } from "../scratch-run.js";

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
    const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
    const { arrow, manifest } = labellingFiles(
      requests,
      labels,
      labelledRequests(requests, labels),
    );
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
      ...THESIS_TERMS,
      scheme,
      latencyMargin: 0.2,
      clock: "response",
      cost: { kind: "task-hours", utilisation: 0.5, loadBalancer: true },
    });
    const table = labelledRequests(requests, labels);
    const contents = labellingContents(labellingFiles(requests, labels, table));
    assert.deepEqual(Object.keys(contents), ["labelled.arrow", "labelled.csv", "labelling.json"]);
    const { options } = JSON.parse(contents["labelling.json"] as string) as {
      options: Parameters<typeof labelRequests>[1];
    };
    assert.deepEqual(options, labels.options);
    // What the manifest says makes the same labels again.
    assert.deepEqual(labelRequests(requests, options).balancedOptimal, labels.balancedOptimal);
    assert.deepEqual(labellingContents(labellingFiles(requests, labels, table)), contents);
  }
});

test("what is saved is the table that the gates were computed on, with whatever features it has", (t) => {
  const requests = requestsOf(stated);
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
  const table = labelledRequests(requests, labels, ["author", "state"]);
  const study = openStudy("03_percentile_labeling", { run: scratchRun(t, "one-table") });
  const { manifest } = saveLabels(study, requests, labels, table);
  const saved = labelledTableFromArrow(study.readBytes("labelled.arrow", "03_percentile_labeling"));
  assert.deepEqual(saved.features.names, table.features.names);
  assert.ok(saved.features.names.includes("requests_last_60s"));
  assert.deepEqual(saved.features.columns, table.features.columns);
  assert.deepEqual(manifest.features, table.features.names);
});

test("a table of other labels is refused", () => {
  const requests = requestsOf(stated);
  const table = labelledRequests(
    requests,
    labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median", latencyMargin: 0.1 }),
  );
  const others = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "request-vs-median",
    latencyMargin: 0.9,
  });
  assert.notDeepEqual([...others.balancedOptimal.slice(0, 6)], [...table.label]);
  assert.throws(() => labellingFiles(requests, others, table), /made from other labels/);
});
