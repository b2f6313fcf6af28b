import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { ECS, LAMBDA, planDesign, type CampaignPlan } from "lib/campaign";
import { simulate, writeSimulatedArrow, writeSimulatedLogs } from "lib/platforms";
import {
  findPairs,
  readArrowParts,
  readRequests,
  REQUEST_COLUMNS,
  type Requests,
} from "lib/requests";
import { crossedPlan } from "../crossed-plan.js";

function duet(changes: Partial<CampaignPlan> = {}): CampaignPlan {
  return { ...crossedPlan(), name: "test-duet", duet: true, days: 1, ...changes };
}

test("a duet sends every request to both platforms, and each carries the whole load", () => {
  const plan = duet();
  const { requests, totals } = simulate(plan, { seed: 1 });
  const pairs = findPairs(requests);
  assert.equal(requests.rowCount, 2 * pairs.count);
  assert.equal(totals.requests, requests.rowCount);
  const expected = planDesign(plan).expectedRequests;
  assert.ok(Math.abs(requests.rowCount / expected - 1) < 0.2, `${requests.rowCount}, ${expected}`);
  let ecsFirst = 0;
  for (let pair = 0; pair < pairs.count; pair++) {
    const [ecs, lambda] = [pairs.ecsRow[pair], pairs.lambdaRow[pair]];
    assert.equal(requests.timestampMs[ecs], requests.timestampMs[lambda]);
    assert.equal(requests.actualPayloadKb[ecs], requests.actualPayloadKb[lambda]);
    assert.equal(requests.sentFirst[ecs] + requests.sentFirst[lambda], 1);
    ecsFirst += requests.sentFirst[ecs];
  }
  // The order is drawn at random: within five standard errors of one half.
  assert.ok(Math.abs(ecsFirst / pairs.count - 0.5) < 2.5 / Math.sqrt(pairs.count));
});

test("what a duet's Lambda halves are billed is their execution, and the cold ones' start", () => {
  const { requests: r } = simulate(duet(), { seed: 2 });
  let cold = 0;
  for (let row = 0; row < r.rowCount; row++) {
    if (r.platform[row] !== LAMBDA || r.httpStatus[row] !== 200) continue;
    cold += r.coldStart[row];
    assert.equal(Number.isNaN(r.initDurationMs[row]), r.coldStart[row] === 0);
    const ms = r.executionTimeMs[row] + (r.coldStart[row] === 1 ? r.initDurationMs[row] : 0);
    assert.ok(Math.abs(r.billedDurationMs[row] - ms - 0.5) <= 0.502);
  }
  assert.ok(cold > 0);
  for (let row = 0; row < r.rowCount; row++)
    if (r.platform[row] === ECS && r.httpStatus[row] === 200) assert.equal(r.runningTasks[row], 1);
});

test("logs and Arrow parts of a duet read back as the simulated columns", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "duet-"));
  try {
    const plan = duet({ runs: crossedPlan().runs.slice(0, 3) });
    const { requests } = simulate(plan, { seed: 3 });
    writeSimulatedLogs(plan, path.join(folder, "logs"), { seed: 3 });
    const read = await readRequests(path.join(folder, "logs"));
    assert.equal(read.totals.quarantined, 0);
    assert.deepEqual(columns(read.requests), columns(requests));
    writeSimulatedArrow(plan, path.join(folder, "arrow"), { seed: 3 });
    const parts = readArrowParts(path.join(folder, "arrow")).requests;
    assert.equal(findPairs(parts).count, findPairs(requests).count);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("in the closed loop a request is on one platform only, and only there is its load", () => {
  const plan = duet();
  const toLambda = simulate(plan, {
    seed: 4,
    choose: (_, { sendMs }) => new Uint8Array(sendMs.length).fill(LAMBDA),
  });
  const both = simulate(plan, { seed: 4 });
  assert.equal(toLambda.requests.rowCount * 2, both.requests.rowCount);
  assert.ok(toLambda.requests.platform.every((platform) => platform === LAMBDA));
  assert.ok(toLambda.requests.pairIdHash.every(Number.isNaN));
});

/** Every column but the ids, which the simulated campaign numbers. */
function columns(requests: Requests): Record<string, number[]> {
  const names = Object.keys(REQUEST_COLUMNS) as (keyof typeof REQUEST_COLUMNS)[];
  return Object.fromEntries(
    names
      .filter((name) => name !== "requestIdHash")
      .map((name) => [name, Array.from(requests[name])]),
  );
}
