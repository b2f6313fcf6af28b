import { test } from "node:test";
import assert from "node:assert/strict";
import { collectionHeadline, collectionText } from "lib/display";
import type { CollectionProgress } from "lib/collect";

const PROGRESS: CollectionProgress = {
  state: "sending",
  run: { number: 3, of: 20, name: "midday burst_load" },
  planned: 2253,
  rows: 1210,
  marked: 12,
  askedPerSecond: 40,
  achievedPerSecond: 39.5,
  secondsLeft: 83.2,
  groups: [
    {
      platform: "lambda",
      workload: "thumbnail_processing",
      rows: 101,
      p50Ms: 48.25,
      p95Ms: 320.5,
      coldStarts: 14,
      errors: 2,
    },
    {
      platform: "ecs",
      workload: "heavy_processing",
      rows: 0,
      p50Ms: NaN,
      p95Ms: NaN,
      coldStarts: 0,
      errors: 0,
    },
  ],
};

test("a collection under way: a headline and a line for each workload on each platform", () => {
  const headline =
    "sending · run 3 of 20 (midday burst_load) · 1,210 of 2,253 rows · 40/s asked, 39.5/s " +
    "sent · 12 marked · 1 min 24 s left";
  assert.equal(collectionHeadline(PROGRESS), headline);
  const lines = collectionText(PROGRESS).split("\n");
  assert.equal(lines[0], headline);
  assert.match(lines[3], /^lambda +thumbnail_processing +101 +48\.3 ms +320\.5 ms +14 +2$/);
  assert.match(lines[4], /^ecs +heavy_processing +0 +– +– +0 +0$/);
  assert.equal(
    collectionHeadline({ ...PROGRESS, state: "waiting", marked: 0, secondsLeft: 7322 }),
    "waiting · run 3 of 20 (midday burst_load) · 1,210 of 2,253 rows · 2 h 2 min left",
  );
  assert.equal(
    collectionHeadline({
      ...PROGRESS,
      state: "preparing",
      run: null,
      marked: 0,
      rows: 0,
      secondsLeft: null,
    }),
    "preparing · 0 of 2,253 rows",
  );
});
