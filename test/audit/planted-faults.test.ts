import assert from "node:assert/strict";
import { test } from "node:test";
import { SUITE } from "lib/audit";
import { CONSISTENCY_FAULTS } from "./faults/consistency.js";
import { DESIGN_FAULTS } from "./faults/design.js";
import { ATTAINABILITY_FAULTS, LABEL_FAULTS } from "./faults/label.js";
import { LEAKAGE_FAULTS } from "./faults/leakage.js";
import { PAIR_FAULTS } from "./faults/pairs.js";
import type { PlantedFault } from "./faults/planted-fault.js";
import { SPEED_FAULTS } from "./faults/speed.js";
import { TRAINING_FAULTS } from "./faults/training.js";

const FAULTS: readonly PlantedFault[] = [
  ...DESIGN_FAULTS,
  ...PAIR_FAULTS,
  ...CONSISTENCY_FAULTS,
  ...SPEED_FAULTS,
  ...LABEL_FAULTS,
  ...LEAKAGE_FAULTS,
  ...ATTAINABILITY_FAULTS,
  ...TRAINING_FAULTS,
];

for (const { check, fault, found, verdict = "fail", evidence, tooSmall, notCalled } of FAULTS) {
  test(`${check} finds ${fault}, and does not call ${tooSmall}`, async () => {
    const large = await found();
    assert.equal(large.verdict, verdict, large.evidence);
    if (evidence) assert.match(large.evidence, evidence);
    const small = await notCalled();
    assert.equal(small.verdict, "pass", small.evidence);
    assert.deepEqual([large.id, small.id], [check, check]);
  });
}

test("every check of the suite has a planted fault that it finds and one that is too small for it", () => {
  const planted = new Set(FAULTS.map(({ check }) => check));
  assert.deepEqual(
    SUITE.map(({ id }) => id).filter((id) => !planted.has(id)),
    [],
    "plant a fault for these checks",
  );
  assert.deepEqual(
    FAULTS.map(({ check }) => check).filter((id) => !SUITE.some((check) => check.id === id)),
    [],
    "these checks are not in the suite",
  );
});
