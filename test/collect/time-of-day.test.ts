import { test } from "node:test";
import assert from "node:assert/strict";
import { collect, type CollectionProgress } from "lib/collect";
import { scratchFolder } from "../commands/study-command.js";
import { WatchfulServer } from "./killed-collection.js";
import { runOfAnHour, tinyPlan } from "./tiny-plan.js";

test("with the clock on the wall a run is waited for, and the wait can be stopped", async (t) => {
  const server = new WatchfulServer(1);
  const url = await server.listen();
  const stopping = new AbortController();
  const told: CollectionProgress[] = [];
  t.after(() => server.close());
  const plan = tinyPlan({ workloads: ([light]) => [light], runs: [runOfAnHour(-30, 1, 20)] });
  const { finished, rows } = await collect({
    plan,
    seed: 1,
    target: { kind: "aws", lambdaUrl: url, ecsUrl: url },
    folder: scratchFolder(t),
    clockSpeed: 1,
    signal: stopping.signal,
    onProgress: (progress) => {
      told.push(progress);
      if (progress.state === "waiting") stopping.abort();
    },
  });
  assert.deepEqual([finished, rows, server.requests], [false, 0, 0]);
  const { state, secondsLeft, run } = told[told.length - 1];
  assert.deepEqual([state, run?.name], ["waiting", "other low_load"]);
  // Half an hour, counted from the beginning of the minute.
  assert.ok(secondsLeft! > 28 * 60 && secondsLeft! <= 30 * 60, String(secondsLeft));
});
