import assert from "node:assert/strict";
import { test } from "node:test";
import {
  buildFeatures,
  computeFeatures,
  FEATURE_SETS,
  FEATURES,
  forbiddenByName,
  takeColumns,
  usualFeatureSets,
  type FeatureDefinition,
} from "lib/features";
import { FEEDBACK_FIELDS, LONGEST_IDLE_SECONDS, MISSING } from "lib/requests";
import { requestsOf } from "../requests-of.js";

const SATURDAY_13H = Date.UTC(2025, 10, 22, 13, 30);

test("the author's 15 features of one request, by hand", () => {
  const requests = requestsOf([
    {
      workload: 2,
      targetPayloadKb: 1024,
      timeWindow: 2,
      loadPattern: 3,
      timestampMs: SATURDAY_13H,
    },
  ]);
  const features = buildFeatures(requests);
  const row = Object.fromEntries(features.names.map((name, f) => [name, features.columns[f][0]]));
  assert.deepEqual(row, {
    workload_type_encoded: 2,
    payload_size_kb: 1024,
    time_window_encoded: 2,
    load_pattern_encoded: 3,
    hour_of_day: 13,
    is_weekend: 1,
    lambda_memory_limit_mb: 1024,
    payload_squared: 1024 ** 2,
    payload_log: Math.log1p(1024),
    payload_workload_interaction: 2048,
    payload_hour_interaction: 1024 * 13,
    payload_time_window_interaction: 2048,
    workload_time_window_interaction: 4,
    payload_load_pattern_interaction: 3072,
    time_window_load_pattern_interaction: 6,
  });
});

test("version 6 adds seven", () => {
  const requests = requestsOf(
    [1, 2, 3, 4, 5, 6, 7, 8].map((kb) => ({
      workload: 1,
      targetPayloadKb: kb,
      timestampMs: SATURDAY_13H,
    })),
  );
  const features = buildFeatures(requests, ["v6"]);
  assert.equal(features.names.length, 7);
  const column = (name: string): number[] => [...features.columns[features.names.indexOf(name)]];
  // Edges 2.75, 4.5, 6.25; pandas.qcut(range(1, 9), 4, labels=False) gives the same bins.
  assert.deepEqual(column("payload_category"), [0, 0, 1, 1, 2, 2, 3, 3]);
  assert.equal(column("hour_period")[0], 2);
  assert.equal(column("day_of_week")[0], 5);
  assert.equal(column("payload_memory_ratio")[3], 4 / 513);
});

test("a router's own counts use earlier requests only", () => {
  const start = Date.UTC(2025, 10, 22, 12);
  const requests = requestsOf(
    [0, 4, 9, 30].map((second, i) => ({ platform: i % 2, timestampMs: start + second * 1000 })),
  );
  const features = buildFeatures(requests, ["state"]);
  const column = (name: string): number[] => [...features.columns[features.names.indexOf(name)]];
  assert.deepEqual(column("requests_last_10s"), [0, 1, 2, 0]);
  assert.deepEqual(column("requests_last_60s"), [0, 1, 2, 3]);
  assert.deepEqual(column("idle_seconds"), [LONGEST_IDLE_SECONDS, 4, 5, 21]);
});

test("the platform of a row never changes its own features", () => {
  const stated = Array.from({ length: 20 }, (_, i) => ({ platform: i % 2, workload: i % 4 }));
  const flipped = stated.map((request, i) =>
    i === 19 ? { ...request, platform: 1 - request.platform } : request,
  );
  const [before, after] = [stated, flipped].map((list) =>
    buildFeatures(requestsOf(list), FEATURE_SETS),
  );
  before.columns.forEach((column, f) =>
    assert.ok(Object.is(column[19], after.columns[f][19]), before.names[f]),
  );
});

test("feedback is never among what models may know unless asked for by name", () => {
  const single = requestsOf([{}, {}]);
  const pairs = requestsOf([{ pairIdHash: 1 }, { platform: 0, pairIdHash: 1 }]);
  const names = FEEDBACK_FIELDS.map(({ name }) => name);
  for (const requests of [single, pairs]) {
    assert.ok(!usualFeatureSets(requests).includes("feedback"));
    const usual = buildFeatures(requests).names;
    assert.deepEqual(
      names.filter((name) => usual.includes(name)),
      [],
    );
  }
  const asked = buildFeatures(single, ["feedback"]);
  // Each field is told or said to be left out: ECS never answered.
  assert.deepEqual([...asked.names, ...asked.omitted.map(({ name }) => name)].sort(), names.sort());
  assert.deepEqual(asked.omitted[0], {
    name: "ecs_answer_seconds",
    reason: "nothing of the kind was answered before any request",
  });
});

test("outcomes of earlier requests are for the set feedback alone", () => {
  const meanBefore: FeatureDefinition = {
    name: "speed_before",
    set: "state",
    inputs: ["timestampMs"],
    earlier: ["responseTimeMs"],
    compute: (base) => base.requests.responseTimeMs,
  };
  assert.throws(
    () => computeFeatures(requestsOf([{}]), [meanBefore]),
    /"speed_before" of the set "state" is made from earlier requests' responseTimeMs: only the set "feedback" may/,
  );
});

test("forbidden features are refused by name", () => {
  for (const name of [
    "lambda_latency_ms",
    "ecs_cost_usd",
    "lambda_cold_start",
    "memory_used_mb",
    "platform",
    "balanced_optimal",
    "Response-Time",
    "execution_time_ms",
  ]) {
    assert.ok(forbiddenByName(name.replace("-", "_")), name);
  }
  for (const { name } of FEATURES) assert.equal(forbiddenByName(name), null, name);
});

test("forbidden features are refused by provenance, whatever they are called", () => {
  const innocent: FeatureDefinition = {
    name: "speed_class",
    set: "state",
    inputs: ["workload", "executionTimeMs"],
    compute: (base) => base.requests.executionTimeMs,
  };
  assert.throws(
    () => computeFeatures(requestsOf([{}]), [innocent]),
    /"speed_class" is made from executionTimeMs \(outcome\)/,
  );
});

test("what the log does not hold is left out and said", () => {
  const requests = requestsOf([{ timeWindow: MISSING, loadPattern: MISSING }]);
  const { names, omitted } = buildFeatures(requests);
  assert.equal(names.length, 9);
  assert.deepEqual(
    omitted.map((o) => o.name),
    [
      "time_window_encoded",
      "load_pattern_encoded",
      "payload_time_window_interaction",
      "workload_time_window_interaction",
      "payload_load_pattern_interaction",
      "time_window_load_pattern_interaction",
    ],
  );
  assert.throws(
    () => takeColumns(buildFeatures(requests), ["load_pattern_encoded"]),
    /no feature "load_pattern_encoded"/,
  );
});
