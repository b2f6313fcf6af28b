import assert from "node:assert/strict";
import { test } from "node:test";
import { SUITE } from "lib/audit";
import { GATES, gateThresholds, judgeGate } from "lib/campaign";

/** The success criteria in words of the thesis, as they are printed. */
const PRINTED: Readonly<Record<string, string>> = {
  "payload-sizes": "4 or more in every workload",
  "time-windows": "5 or more",
  "load-patterns": "4 (3 at least)",
  "cold-starts": "5-25 %",
  "cold-starts-differ": "intervals do not overlap (above 0 points)",
  "label-share": "20-80 % in every workload",
  "label-spread": "above 0.30",
  "forbidden-features": "0",
  headroom: "above 5 points",
  ceiling: "75 % or more, and below 99 %",
  accuracy: "75-90 % (above 95 % a lookup, below 70 % noise)",
  gap: "below 5 points",
  "precision-balance": "within 15 points",
  lift: "50 % or more",
  "beats-lookup": "interval above 0, over blocks of time",
  "gap-cells": "below 5 points",
  "top-feature": "below 30 % (40 % at most)",
  "contributing-features": "5 or more",
  "prediction-time": "below 10 ms",
  "model-size": "below 50 MB",
};

test("every gate prints the target of the success criteria, made from its thresholds", () => {
  assert.deepEqual(Object.fromEntries(GATES.map(({ id, target }) => [id, target])), PRINTED);
  for (const { id, target, thresholds } of GATES) {
    for (const [name, value] of Object.entries(thresholds)) {
      const shown = [value, 100 * value].map((number) => String(Number(number.toPrecision(12))));
      assert.ok(
        shown.some((figure) => target.includes(figure)),
        `${id}.${name} = ${value} in "${target}"`,
      );
    }
  }
});

test("a gate's verdict changes at its thresholds", () => {
  const verdicts = (id: string, values: number[]): string =>
    values.map((value) => judgeGate(id, value, "").verdict).join(" ");
  assert.equal(verdicts("payload-sizes", [3, 4]), "fail pass");
  assert.equal(verdicts("load-patterns", [2, 3, 4]), "fail warn pass");
  assert.equal(verdicts("cold-starts", [0.0499, 0.05, 0.25, 0.2501]), "fail pass pass fail");
  assert.equal(verdicts("cold-starts-differ", [0, 0.001]), "fail pass");
  assert.equal(verdicts("label-spread", [0.3, 0.301]), "fail pass");
  assert.equal(verdicts("ceiling", [0.7499, 0.75, 0.9899, 0.99]), "fail pass pass fail");
  assert.equal(
    verdicts("accuracy", [0.699, 0.7, 0.75, 0.9, 0.95, 0.951]),
    "fail warn pass pass warn fail",
  );
  assert.equal(verdicts("gap", [0.0499, 0.05]), "pass fail");
  assert.equal(verdicts("precision-balance", [0.15, 0.151]), "pass fail");
  assert.equal(verdicts("top-feature", [0.299, 0.3, 0.4]), "pass warn fail");
  assert.equal(verdicts("model-size", [49.9, 50]), "pass fail");
});

test("a check of the audit that stands for a gate takes its numbers from it", () => {
  const both = GATES.filter(({ id }) => SUITE.some((check) => check.id === id));
  assert.ok(both.length >= 10, "the suite asks what the gates ask");
  for (const { id, thresholds } of both) {
    const check = SUITE.find((candidate) => candidate.id === id)!;
    assert.deepEqual({ ...check.thresholds, ...thresholds }, check.thresholds, id);
  }
});

test("an unknown gate is refused with what there is", () => {
  assert.throws(
    () => gateThresholds("size"),
    /no gate is called "size"; there are payload-sizes, /,
  );
  assert.throws(() => judgeGate("size", 1, ""), /no gate is called "size"/);
});
