import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, NO_PLATFORM } from "lib/campaign";
import { MISSING, readCounterfactual, readRequests } from "lib/requests";
import { line, logFolder } from "./log-folder.js";

const other = {
  platform: "ecs",
  execution_time_ms: 250.5,
  response_time_ms: 300,
  http_status: 200,
  cold_start: null,
};
const simulated = (counterfactual?: unknown): string => line({ simulated: true, counterfactual });

test("the other platform's outcome stands beside its row, and never in Requests", async (t) => {
  const failure = {
    platform: "ecs",
    execution_time_ms: null,
    response_time_ms: 30000,
    http_status: 503,
  };
  const folder = logFolder(t, {
    "a.jsonl": simulated(other) + "noise\n" + simulated() + simulated(failure),
  });
  const { requests, counterfactual, quarantined } = await readCounterfactual(folder);
  assert.equal(quarantined.length, 1);
  assert.deepEqual([...counterfactual.platform], [ECS, NO_PLATFORM, ECS]);
  assert.deepEqual([...counterfactual.executionTimeMs], [250.5, NaN, NaN]);
  assert.deepEqual([...counterfactual.responseTimeMs], [300, NaN, 30000]);
  assert.deepEqual([...counterfactual.httpStatus], [200, 0, 503]);
  assert.deepEqual([...counterfactual.coldStart], [MISSING, MISSING, MISSING]);
  const plain = await readRequests(folder);
  assert.deepEqual(requests, plain.requests);
  assert.ok(
    Object.values(plain.requests).every(
      (column) => !(ArrayBuffer.isView(column) && [...(column as Float64Array)].includes(250.5)),
    ),
  );
});

test("a malformed counterfactual is the simulator's fault and is refused with its place", async (t) => {
  const bad: [unknown, RegExp][] = [
    [{ ...other, platform: "lambda" }, /a\.jsonl:2: counterfactual\.platform is "lambda"/],
    [{ ...other, platform: "unknown" }, /counterfactual\.platform/],
    [{ ...other, execution_time_ms: undefined }, /counterfactual\.execution_time_ms is missing/],
    [{ ...other, response_time_ms: -1 }, /counterfactual\.response_time_ms is -1/],
    [{ ...other, http_status: 99 }, /counterfactual\.http_status is 99/],
    [{ ...other, cold_start: 1 }, /counterfactual\.cold_start is 1/],
    [[], /counterfactual is \[\]/],
  ];
  for (const [counterfactual, message] of bad) {
    await assert.rejects(
      readCounterfactual(logFolder(t, { "a.jsonl": simulated(other) + simulated(counterfactual) })),
      { name: "RequestSourceError", message },
    );
  }
});

test("measured logs have none, and say so", async (t) => {
  await assert.rejects(readCounterfactual(logFolder(t, { "a.jsonl": line() })), {
    name: "RequestSourceError",
    message: /no counterfactual outcomes/,
  });
});
