import type { ModelPredictions } from "lib/audit";
import type { LabelledTable } from "lib/features";
import { createRandom } from "lib/statistics";
import { checkTable, tableOf } from "../planted.js";
import type { PlantedFault } from "./planted-fault.js";

/**
 * A label that follows (a + b) % 2 for `right` of the rows, the truth without its noise, and the
 * rows models are tested on.
 */
export function world(right: number): { table: LabelledTable; truth: number[]; test: Uint32Array } {
  const random = createRandom(`world ${right}`);
  const rows = 8000;
  const a = Array.from({ length: rows }, () => random.integer(4));
  const b = a.map(() => random.integer(4));
  const truth = a.map((value, row) => (value + b[row]) % 2);
  return {
    table: tableOf(
      { a, b },
      truth.map((y) => (random.uniform() < right ? y : 1 - y)),
    ),
    truth,
    test: Uint32Array.from({ length: rows / 4 }, (_, i) => 4 * i),
  };
}

export function answers(
  name: string,
  rows: Uint32Array,
  answer: (row: number) => number,
): ModelPredictions {
  return { name, rows, probability: Float64Array.from(rows, answer) };
}

const { table, truth, test: rows } = world(0.85);
const honest = answers("honest", rows, (row) => truth[row]);
/** The same features with a label that the first of them tells. */
const oneFeature: LabelledTable = {
  features: table.features,
  label: Uint8Array.from(table.features.columns[0], (value) => value % 2),
};
const evaluated = (testAccuracy: number): ModelPredictions => ({
  ...honest,
  splits: [
    { keptTogether: "rows", trainAccuracy: 0.85, testAccuracy: 0.85, testRows: 2000 },
    { keptTogether: "window", trainAccuracy: 0.85, testAccuracy, testRows: 1600 },
  ],
});

export const TRAINING_FAULTS: readonly PlantedFault[] = [
  {
    check: "perfection",
    fault: "a model that knows the answers",
    found: () =>
      checkTable("perfection", table, [answers("memory", rows, (row) => table.label[row])]),
    evidence: /knows something that is not in them/,
    tooSmall: "one at its ceiling",
    notCalled: () => checkTable("perfection", table, [honest]),
  },
  {
    check: "identical-models",
    fault: "models that agree to the row",
    found: () =>
      checkTable("identical-models", table, [
        honest,
        answers("boosting", rows, (row) => 0.2 + 0.6 * truth[row]),
      ]),
    verdict: "warn",
    tooSmall: "models that differ on one row in a hundred",
    notCalled: () =>
      checkTable("identical-models", table, [
        honest,
        answers("other", rows, (row) => (row % 400 === 0 ? 1 - truth[row] : truth[row])),
      ]),
  },
  {
    check: "lift-over-lookup",
    fault: "a model that learned the lookup",
    found: () =>
      checkTable("lift-over-lookup", oneFeature, [
        answers("copy", rows, (row) => oneFeature.label[row]),
      ]),
    tooSmall: "one that learned the interaction half the time",
    notCalled: () => {
      const random = createRandom(3);
      return checkTable("lift-over-lookup", table, [
        answers("half", rows, (row) => (random.uniform() < 0.5 ? truth[row] : 0)),
      ]);
    },
  },
  {
    check: "gap-on-splits",
    fault: "fifteen points lost on unseen windows",
    found: () => checkTable("gap-on-splits", table, [evaluated(0.7)]),
    tooSmall: "three points",
    notCalled: () => checkTable("gap-on-splits", table, [evaluated(0.82)]),
  },
];
