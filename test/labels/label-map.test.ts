import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import { THESIS_TERMS, labelMap } from "lib/labels";
import { requestsOf } from "../requests-of.js";

test("the map shows where the clocks disagree, and nothing where there are no labels", () => {
  // At 5 KiB in window 0 the client sees Lambda slower; at 1 KiB and in window 1 both clocks say
  // Lambda.
  const pair = (kb: number, window: number, lambdaResponseMs: number) => [
    {
      platform: LAMBDA,
      executionTimeMs: 50,
      responseTimeMs: lambdaResponseMs,
      targetPayloadKb: kb,
      timeWindow: window,
    },
    {
      platform: ECS,
      executionTimeMs: 500,
      responseTimeMs: 550,
      targetPayloadKb: kb,
      timeWindow: window,
    },
  ];
  const requests = requestsOf([
    ...pair(5, 0, 2000),
    ...pair(5, 0, 2000),
    ...pair(1, 0, 60),
    ...pair(1, 1, 60),
    { platform: LAMBDA, targetPayloadKb: 9, httpStatus: 500, executionTimeMs: NaN },
  ]);
  const scheme = { ...THESIS_TERMS, scheme: "group-percentile" } as const;
  const { rows, columns, changed } = labelMap(requests, scheme, { ...scheme, clock: "response" });
  assert.deepEqual(rows, ["lightweight_api, 1 KiB", "lightweight_api, 5 KiB"]);
  assert.deepEqual(columns, ["early_morning, low_load", "morning_peak, low_load"]);
  assert.deepEqual(changed, [
    [0, 0],
    [1, NaN],
  ]);
});
