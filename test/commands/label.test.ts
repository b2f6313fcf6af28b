import { test } from "node:test";
import assert from "node:assert/strict";
import { needsSharedData, sharedData } from "../shared-data.js";
import { assertShape } from "./schemas.js";
import { study, studyJson } from "./study-command.js";

interface LabelJson {
  scheme: string;
  rows: number;
  byWorkload: Record<string, { rows: number; latency_optimal: number; cost_optimal: number; balanced_optimal: number }>;
}

test("the author's labels of the variance run, to the row", needsSharedData("variance-run"), () => {
  const result = studyJson<LabelJson>(["label", sharedData("variance-run")!, "--scheme", "request-vs-median"]);
  assertShape("label", result);
  assert.deepEqual([result.scheme, result.rows], ["request-vs-median", 88_161]);
  assert.deepEqual(Object.fromEntries(Object.entries(result.byWorkload).map(([workload, { rows, balanced_optimal }]) => [workload, [balanced_optimal, rows]])), {
    heavy_processing: [3689, 6445], lightweight_api: [17_657, 37_413], medium_processing: [11_798, 12_277], thumbnail_processing: [23_999, 32_026],
  });
});

test("as text: rows without a label are counted with their reason", needsSharedData("variance-run"), () => {
  const { status, stdout } = study(["label", sharedData("variance-run")!]);
  assert.equal(status, 0);
  assert.match(stdout, /88286 requests, 88161 labelled/);
  assert.match(stdout, /heavy_processing +3689 of +6445 /);
  const without = [...stdout.matchAll(/without a label: (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  assert.equal(without, 88_286 - 88_161);
});
