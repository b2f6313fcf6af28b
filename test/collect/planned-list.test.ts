import { test } from "node:test";
import assert from "node:assert/strict";
import { PLATFORMS, shippedPlan } from "lib/campaign";
import { planRequests } from "lib/collect";
import { simulate } from "lib/platforms";

test(
  "what is collected is what is simulated: the same requests at the same times with the same " +
    "seed",
  () => {
    const plan = shippedPlan("demonstration");
    const runs = planRequests(plan, 7);
    const { requests } = simulate(plan, { seed: 7 });
    const planned = runs.flatMap(({ scheduled, requests: inRun }) =>
      inRun.map(
        ({ dueMs, platform, workload, payloadKb }) =>
          `${Math.floor(scheduled.startMs + dueMs)} ${platform} ${workload} ${payloadKb}`,
      ),
    );
    const simulated = Array.from(
      requests.timestampMs,
      (ms, row) =>
        `${ms} ${PLATFORMS[requests.platform[row]]} ` +
        `${requests.workloadNames[requests.workload[row]]} ${requests.targetPayloadKb[row]}`,
    );
    assert.deepEqual(planned.sort(), simulated.sort());
    assert.ok(planned.length >= 2000);
    assert.equal(
      new Set(runs.flatMap((run) => run.requests.map(({ id }) => id))).size,
      planned.length,
    );
    assert.notDeepEqual(planRequests(plan, 8), runs);
  },
);
