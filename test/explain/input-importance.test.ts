import assert from "node:assert/strict";
import { test } from "node:test";
import { inputImportance } from "lib/explain";
import type { FeatureTable } from "lib/features";
import type { Classifier } from "lib/models";
import { requestsOf } from "../requests-of.js";

/** A model that answers by one rule on the features it is shown. */
function ruleModel(rule: (value: (name: string) => number) => boolean): Classifier {
  return {
    kind: "constant", featureNames: [],
    predictProbability: (features: FeatureTable) => Float64Array.from({ length: features.rowCount }, (_, row) => Number(rule((name) => features.columns[features.names.indexOf(name)][row]))),
    toArtefact: () => { throw new Error("not needed here"); },
  };
}

test("an input that decides alone loses what shuffling it must lose, the others nothing", () => {
  // Half of 4,000 requests carry 1 KiB, half 10 KiB; the label is the size. A shuffled size is right for half of them.
  const requests = requestsOf(Array.from({ length: 4000 }, (_, i) => ({ workload: i % 4, targetPayloadKb: i % 8 < 4 ? 1 : 10, timeWindow: i % 5 })));
  const label = Uint8Array.from(requests.targetPayloadKb, (kb) => Number(kb > 5));
  const importance = inputImportance(ruleModel((value) => value("payload_size_kb") > 5), requests, label, { repeats: 4 });
  const payload = importance.find(({ input }) => input === "payload size")!;
  assert.ok(Math.abs(payload.mean - 0.5) < 0.03, `lost ${payload.mean}`);
  assert.equal(payload.share, 1);
  for (const { input, mean } of importance) if (input !== "payload size") assert.equal(mean, 0, input);
});

test("a product of two inputs is computed anew: it never contradicts its factors", () => {
  const requests = requestsOf(Array.from({ length: 500 }, (_, i) => ({ workload: 1 + (i % 3), targetPayloadKb: 1 + (i % 7) })));
  const consistent = ruleModel((value) => value("payload_workload_interaction") !== value("payload_size_kb") * value("workload_type_encoded"));
  for (const { input, mean } of inputImportance(consistent, requests, new Uint8Array(500))) assert.equal(mean, 0, input);
});

test("the same seed gives the same drops", () => {
  const requests = requestsOf(Array.from({ length: 300 }, (_, i) => ({ workload: i % 4 }))), label = Uint8Array.from(requests.workload, (w) => w % 2);
  const model = ruleModel((value) => value("workload_type_encoded") % 2 === 1);
  assert.deepEqual(inputImportance(model, requests, label, { seed: 3 }), inputImportance(model, requests, label, { seed: 3 }));
  assert.notDeepEqual(inputImportance(model, requests, label, { seed: 3 })[0].raw, inputImportance(model, requests, label, { seed: 4 })[0].raw);
});
