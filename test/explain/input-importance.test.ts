import assert from "node:assert/strict";
import { test } from "node:test";
import {
  importanceGates,
  importanceInterval,
  inputImportance,
  inputModel,
  ROUTER_INPUTS,
} from "lib/explain";
import type { FeatureTable } from "lib/features";
import type { Classifier } from "lib/models";
import { requestsOf } from "../requests-of.js";

const FEATURES = ["workload_type_encoded", "payload_size_kb", "payload_workload_interaction"];

/** A model that answers by one rule on the features it is shown. */
function ruleModel(rule: (value: (name: string) => number) => boolean): Classifier {
  return {
    kind: "rule",
    featureNames: FEATURES,
    predictProbability: (features: FeatureTable) =>
      Float64Array.from({ length: features.rowCount }, (_, row) =>
        Number(rule((name) => features.columns[features.names.indexOf(name)][row])),
      ),
    toArtefact: () => {
      throw new Error("not needed here");
    },
  };
}

test("an input that decides alone loses what shuffling it must lose, the others nothing", () => {
  // Half of 4,000 requests carry 1 KiB, half 10 KiB; the label is the size. A shuffled size is
  // right for half of them.
  const requests = requestsOf(
    Array.from({ length: 4000 }, (_, i) => ({
      workload: i % 4,
      targetPayloadKb: i % 8 < 4 ? 1 : 10,
      timeWindow: i % 5,
    })),
  );
  const label = Uint8Array.from(requests.targetPayloadKb, (kb) => Number(kb > 5));
  const { groups } = inputImportance(
    ruleModel((value) => value("payload_size_kb") > 5),
    requests,
    label,
    { repeats: 4 },
  );
  const payload = groups.find(({ name }) => name === "payload size")!.accuracy;
  assert.ok(Math.abs(payload.mean - 0.5) < 0.03, `lost ${payload.mean}`);
  assert.equal(payload.exact!.mean, 0.5);
  assert.equal(payload.share, 1);
  for (const { name, accuracy } of groups)
    if (name !== "payload size") assert.equal(accuracy.mean, 0, name);
});

test("a product of two inputs is computed anew: it never contradicts its factors", () => {
  const requests = requestsOf(
    Array.from({ length: 500 }, (_, i) => ({
      workload: 1 + (i % 3),
      targetPayloadKb: 1 + (i % 7),
    })),
  );
  const consistent = ruleModel(
    (value) =>
      value("payload_workload_interaction") !==
      value("payload_size_kb") * value("workload_type_encoded"),
  );
  for (const { name, accuracy } of inputImportance(consistent, requests, new Uint8Array(500))
    .groups)
    assert.equal(accuracy.mean, 0, name);
});

test("the same seed gives the same drops", () => {
  const requests = requestsOf(Array.from({ length: 300 }, (_, i) => ({ workload: i % 4 })));
  const label = Uint8Array.from(requests.workload, (w) => w % 2);
  const model = ruleModel((value) => value("workload_type_encoded") % 2 === 1);
  assert.deepEqual(
    inputImportance(model, requests, label, { seed: 3 }),
    inputImportance(model, requests, label, { seed: 3 }),
  );
  assert.notDeepEqual(
    inputImportance(model, requests, label, { seed: 3 }).groups[0].accuracy.raw,
    inputImportance(model, requests, label, { seed: 4 }).groups[0].accuracy.raw,
  );
});

test("within a workload an input that only repeats the workload is worth nothing", () => {
  // The size is a function of the workload: among all requests a shuffled size misleads, within a
  // workload it cannot change.
  const requests = requestsOf(
    Array.from({ length: 800 }, (_, i) => ({ workload: i % 2, targetPayloadKb: i % 2 ? 10 : 1 })),
  );
  const label = Uint8Array.from(requests.workload);
  const bySize = ruleModel((value) => value("payload_size_kb") > 5);
  assert.equal(inputImportance(bySize, requests, label).groups[1].accuracy.exact!.mean, 0.5);
  assert.equal(
    inputImportance(bySize, requests, label, { within: ["workload"] }).groups[1].accuracy.exact!
      .mean,
    0,
  );
});

test("the gates take the share of the top input and count the groups that cost something", () => {
  const requests = requestsOf(
    Array.from({ length: 800 }, (_, i) => ({
      workload: i % 2,
      targetPayloadKb: i % 4 < 2 ? 1 : 10,
    })),
  );
  const both = ruleModel(
    (value) => value("payload_size_kb") > 5 && value("workload_type_encoded") > 0,
  );
  const label = Uint8Array.from({ length: 800 }, (_, i) => Number(i % 2 === 1 && i % 4 >= 2));
  const found = inputImportance(both, requests, label);
  const [top, count] = importanceGates(found, found);
  // Shuffling either of two equal partners costs the same, so each has half.
  assert.ok(Math.abs(top.value! - 0.5) < 1e-12 && top.verdict === "fail");
  assert.equal(count.value, 2);
  const idle = inputImportance(
    ruleModel(() => true),
    requests,
    label,
  );
  const [none] = importanceGates(idle, idle);
  assert.deepEqual(
    [none.verdict, none.evidence],
    ["not applicable", "no input costs accuracy when it is shuffled"],
  );
});

test(
  "an importance's interval is that of the exact value over rows, or of the repeats over " +
    "shuffles",
  () => {
    const importance = {
      raw: Float64Array.of(1, 2, 3),
      mean: 2,
      standardDeviation: Math.sqrt(2 / 3),
      exact: { mean: 2.5, standardError: 0.1, over: "rows" as const, degreesOfFreedom: 400 },
      share: 1,
    };
    const near = (actual: number, expected: number): void =>
      assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
    near(importanceInterval(importance).estimate, 2.5);
    near(importanceInterval(importance).high, 2.5 + 0.1959964);
    assert.equal(importanceInterval(importance).over, "rows");
    // Five blocks in one run: t of 4 degrees at .975 is 2.776445.
    const blocks = { ...importance.exact, over: "blocks" as const, degreesOfFreedom: 4 };
    near(importanceInterval({ ...importance, exact: blocks }).high, 2.5 + 0.2776445);
    const oneBlock = { ...blocks, degreesOfFreedom: 0 };
    assert.equal(importanceInterval({ ...importance, exact: oneBlock }).low, -Infinity);
    // The sample's standard deviation is 1, over the root of three; t of 2 degrees at .975 is
    // 4.302653, not the normal's 1.96.
    const shuffles = importanceInterval({ ...importance, exact: null });
    near(shuffles.low, 2 - 4.302653 / Math.sqrt(3));
    assert.equal(shuffles.over, "shuffles");
    const once = { ...importance, raw: Float64Array.of(2), standardDeviation: 0, exact: null };
    assert.deepEqual(importanceInterval(once), {
      estimate: 2,
      low: -Infinity,
      high: Infinity,
      level: 0.95,
      over: "shuffles",
    });
  },
);

test("an hour that no table held is computed as itself", () => {
  const requests = requestsOf([{ timestampMs: Date.UTC(2025, 10, 22, 9) }]);
  const byHour: Classifier = {
    kind: "hour",
    featureNames: ["hour_of_day", "is_weekend"],
    predictProbability: ({ columns: [hour, weekend] }) =>
      hour.map((value, row) => value / 100 + weekend[row] / 2),
    toArtefact: () => assert.fail("not asked for"),
  };
  const { model, tableOf } = inputModel(byHour, requests);
  const table = tableOf(requests);
  const asked = {
    ...table,
    columns: table.columns.map((column, c) =>
      c === ROUTER_INPUTS.indexOf("time of day") ? Float64Array.of(24 * 2 + 17) : column,
    ),
  };
  // Wednesday, 17 h UTC; the table holds a Saturday.
  assert.deepEqual(Array.from(model.predictProbability(asked)), [0.17]);
  assert.deepEqual(Array.from(model.predictProbability(table)), [0.59]);
});

test("rows that share their fate make the intervals of importances as wide as blocks are", () => {
  const rows = 1200;
  const requests = requestsOf(Array.from({ length: rows }, (_, i) => ({ workload: i % 2 })));
  const model = ruleModel((value) => value("workload_type_encoded") > 0);
  // In every other block of 60 rows the workload tells the label, in the others it does not.
  const block = (row: number): number => Math.floor(row / 60);
  const label = Uint8Array.from({ length: rows }, (_, i) =>
    block(i) % 2 === 0 ? i % 2 : (i >> 1) % 2,
  );
  const blocks = {
    blockOfRow: Uint32Array.from({ length: rows }, (_, i) => block(i)),
    blockCount: 20,
  };
  const width = (found: ReturnType<typeof inputImportance>): number => {
    const { low, high } = importanceInterval(found.groups[0].accuracy);
    return high - low;
  };
  const byRows = inputImportance(model, requests, label);
  const byBlocks = inputImportance(model, requests, label, { blocks });
  assert.equal(byBlocks.groups[0].accuracy.exact!.mean, byRows.groups[0].accuracy.exact!.mean);
  assert.equal(byBlocks.groups[0].accuracy.exact!.over, "blocks");
  assert.ok(width(byBlocks) > 1.5 * width(byRows), `${width(byBlocks)} and ${width(byRows)}`);
});
