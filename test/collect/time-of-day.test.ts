import { test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { checkPlan, type CampaignPlan } from "lib/campaign";
import { collect, type CollectionProgress } from "lib/collect";
import { scratchFolder } from "../commands/study-command.js";
import { WatchfulServer } from "./killed-collection.js";
import { tinyPlan } from "./tiny-plan.js";

/** A run that began `minutesAgo` minutes ago by the clock on the wall and is on for an hour; all its requests are due in the first second. */
function runOfAnHour(minutesAgo: number): CampaignPlan {
  const startsAt = new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(11, 16);
  const phases = [{ minutes: 1 / 60, requestsPerSecond: 20 }, { minutes: 60, requestsPerSecond: 0 }];
  return checkPlan(tinyPlan({ workloads: ([light]) => [light], runs: [{ window: "other", pattern: "low_load", startsAt, phases }] }), "tiny");
}

test("with the clock on the wall a run is sent in its time of day, and waited for before it", async (t) => {
  const folder = scratchFolder(t), server = new WatchfulServer(1), url = await server.listen(), target = { kind: "aws" as const, lambdaUrl: url, ecsUrl: url };
  t.after(() => server.close());
  const now = await collect({ plan: runOfAnHour(5), seed: 1, target, folder: path.join(folder, "now"), clockSpeed: 1 });
  assert.equal(now.finished, true);
  assert.ok(now.rows > 5 && server.requests === now.rows);

  const stopping = new AbortController(), told: CollectionProgress[] = [];
  const later = await collect({
    plan: runOfAnHour(-30), seed: 1, target, folder: path.join(folder, "later"), clockSpeed: 1, signal: stopping.signal,
    onProgress: (progress) => {
      told.push(progress);
      if (progress.state === "waiting") stopping.abort();
    },
  });
  assert.deepEqual([later.finished, later.rows, server.requests], [false, 0, now.rows]);
  const { state, secondsLeft, run } = told[told.length - 1];
  assert.deepEqual([state, run?.name], ["waiting", "other low_load"]);
  // Half an hour, counted from the beginning of the minute.
  assert.ok(secondsLeft! > 28 * 60 && secondsLeft! <= 30 * 60, String(secondsLeft));
});
