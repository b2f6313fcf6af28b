import { test } from "node:test";
import assert from "node:assert/strict";
import { PLATFORMS, shippedPlan } from "lib/campaign";
import { planRequests, sendsOf } from "lib/collect";
import { simulate } from "lib/platforms";
import { findPairs } from "lib/requests";

test(
  "what is collected is what is simulated: the same requests at the same times with the same " +
    "seed",
  () => {
    const plan = { ...shippedPlan("duet-local"), duet: false };
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

test("the pairs that are collected are those that are simulated, in the same order", () => {
  const plan = shippedPlan("duet-local");
  const { requests } = simulate(plan, { seed: 7 });
  const { count, ecsRow, firstRow } = findPairs(requests);
  const simulated = Array.from(
    firstRow,
    (row, pair) =>
      `${requests.timestampMs[row]} ${row === ecsRow[pair] ? "ecs" : "lambda"} ` +
      `${requests.workloadNames[requests.workload[row]]} ${requests.targetPayloadKb[row]}`,
  );
  const planned = planRequests(plan, 7).flatMap(({ scheduled, requests: inRun }) =>
    inRun.map(({ dueMs, platform, workload, payloadKb }) =>
      [Math.floor(scheduled.startMs + dueMs), platform, workload, payloadKb].join(" "),
    ),
  );
  assert.equal(count, planned.length);
  assert.deepEqual(planned.sort(), simulated.sort());
  const [{ requests: inRun }] = planRequests(plan, 7);
  for (const request of inRun.slice(0, 20)) {
    assert.equal(request.pairId, request.id.replace("req_", "pair_"));
    const [first, second] = sendsOf(request);
    assert.equal(first.platform, request.platform);
    assert.deepEqual([first.id, second.id].sort(), [`${request.id}_ecs`, `${request.id}_lambda`]);
    assert.notEqual(first.platform, second.platform);
  }
});
