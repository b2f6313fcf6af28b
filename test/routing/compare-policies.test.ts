import assert from "node:assert/strict";
import { rmSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import { THESIS_COST } from "lib/labels";
import { simulate, writeSimulatedLogs } from "lib/platforms";
import {
  comparePolicies,
  counterfactualOutcomes,
  fixedPolicies,
  readBothOutcomes,
  type ObservedOutcomes,
} from "lib/routing";
import { crossedPlan } from "../crossed-plan.js";

test(
  "savings are counted against the faster of the fixed choices, by whichever method the data " +
    "allow",
  () => {
    const observed: ObservedOutcomes = {
      platform: Uint8Array.from([ECS, LAMBDA, ECS, LAMBDA]),
      latencyMs: Float64Array.from([10, 30, 20, 40]),
      costUsd: Float64Array.from([3, 1, 3, 1]),
    };
    const task = {
      observed,
      policies: fixedPolicies(4),
      cells: { codeOfRow: new Uint32Array(4), codeCount: 1 },
      blocks: { blockOfRow: new Uint32Array(4), blockCount: 1 },
      seed: 1,
      usdPerMs: 1e-8,
    };
    const estimated = comparePolicies({ ...task, both: null });
    assert.deepEqual(
      [estimated.method, estimated.reference, estimated.values[1].saved.latencyMs.estimate],
      ["doubly robust", "always ECS", 15 - 35],
    );
    const side = (ms: number) => ({
      latencyMs: new Float64Array(4).fill(ms),
      costUsd: new Float64Array(4).fill(1),
    });
    const exact = comparePolicies({ ...task, both: [side(50), side(20)] });
    assert.deepEqual(
      [exact.method, exact.reference, exact.values[0].saved.latencyMs.estimate],
      ["counterfactual", "always Lambda", 20 - 50],
    );
  },
);

test(
  "both outcomes of a simulated campaign: the observed one on the side that served, the " +
    "counterfactual on the other",
  async () => {
    const plan = crossedPlan({ name: "small", days: 1 });
    const folder = mkdtempSync(path.join(os.tmpdir(), "both-"));
    try {
      writeSimulatedLogs(plan, folder, { seed: 3 });
      const rows = Uint32Array.from({ length: 200 }, (_, i) => i);
      const both = await readBothOutcomes(folder, rows, THESIS_COST);
      const { requests } = simulate(plan, { seed: 3 });
      for (const side of both) assert.equal(side.latencyMs.length, 200);
      // Every response the logs hold stands on one of the two sides.
      const logged = new Set(requests.responseTimeMs);
      rows.forEach((row) =>
        assert.ok(logged.has(both[ECS].latencyMs[row]) || logged.has(both[LAMBDA].latencyMs[row])),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test("what Lambda would have cost is charged by the memory of the campaign's own functions", () => {
  // The crossed plan's functions have other memory than the author's.
  const plan = crossedPlan({ name: "small", days: 1 });
  const { requests, counterfactual } = simulate(plan, { seed: 1 });
  const { costUsd } = counterfactualOutcomes(requests, counterfactual, THESIS_COST);
  let checked = 0;
  costUsd.forEach((cost, row) => {
    if (requests.platform[row] !== ECS || counterfactual.httpStatus[row] !== 200) return;
    const { lambdaMemoryMb } = plan.workloads[requests.workload[row]];
    assert.ok(
      Math.abs(
        cost -
          ((lambdaMemoryMb / 1024) * (counterfactual.executionTimeMs[row] / 1000) * 0.0000166667 +
            0.2e-6),
      ) < 1e-15,
    );
    checked++;
  });
  assert.ok(checked > 500);
});
