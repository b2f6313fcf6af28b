import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import { cellVerdicts, labelSensitivity } from "lib/labels";
import { createRandom, type Random } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";

/** One cell in which log execution times are normal and a shared effect moves all requests of a five-minute block. */
function cell(random: Random, blocks: number, perBlock: number, lambdaShift: number, blockSpread: number): StatedRequest[] {
  const requests: StatedRequest[] = [];
  for (let block = 0; block < blocks; block++) {
    const effect = [ECS, LAMBDA].map(() => blockSpread * random.normal());
    for (let i = 0; i < perBlock; i++) {
      const platform = i % 2;
      const executionTimeMs = 300 * Math.exp(0.3 * random.normal() + effect[platform] + (platform === LAMBDA ? lambdaShift : 0));
      requests.push({ platform, executionTimeMs, timestampMs: Date.UTC(2025, 0, 1) + (block * perBlock + i) * (300_000 / perBlock) });
    }
  }
  return requests;
}

test("intervals of a cell's probability cover it, although requests of a block share their fate", () => {
  const random = createRandom(21), rounds = 300, margins = { latencyMargin: 0, costMargin: 0 };
  // With equal margins of 0 and Lambda far cheaper, P = P(lambda ms < ecs ms) = Phi(-shift / sqrt(2 (.3^2 + .1^2))): .5 at shift 0.
  let covered = 0;
  for (let round = 0; round < rounds; round++) {
    const requests = requestsOf(cell(random, 40, 20, 0, 0.1).map((request) => ({ ...request, memoryLimitMb: 0.001 })));
    // The request charge of Lambda is far below the ECS cost of a 300 ms request, so latency alone decides.
    const [{ probability }] = cellVerdicts(requests, margins);
    if (probability.low <= 0.5 && probability.high >= 0.5) covered++;
  }
  assert.ok(covered / rounds > 0.9 && covered / rounds < 0.99, `covered ${covered / rounds}`);
});

test("cells are settled, too close or too thin to call", () => {
  const random = createRandom(5);
  const verdict = (requests: StatedRequest[]) => cellVerdicts(requestsOf(requests))[0];
  assert.equal(verdict(cell(random, 20, 20, -1.5, 0)).verdict, "lambda");
  assert.equal(verdict(cell(random, 20, 20, 1.5, 0)).verdict, "ecs");
  assert.equal(verdict(cell(random, 2, 10, 0, 0)).verdict, "too thin to call");
  // At a shift of exactly the margin P is one half: 19 of 20 draws are expected to be too close.
  const close = Array.from({ length: 20 }, () => verdict(cell(random, 20, 20, Math.log(0.9), 0.2))).filter((v) => v.verdict === "too close to call");
  assert.ok(close.length >= 15, `${close.length} of 20`);
  assert.ok(close.every(({ timesMoreNeeded }) => timesMoreNeeded > 1));
});

test("sensitivity counts exactly the labels that change", () => {
  // Execution says Lambda, response says ECS, in the first cell only.
  const requests = requestsOf([
    ...[1, 2, 3].flatMap(() => [{ platform: LAMBDA, executionTimeMs: 50, responseTimeMs: 900 }, { platform: ECS, executionTimeMs: 500, responseTimeMs: 550 }]),
    ...[1, 2, 3].flatMap(() => [{ platform: LAMBDA, executionTimeMs: 50, targetPayloadKb: 5 }, { platform: ECS, executionTimeMs: 500, targetPayloadKb: 5 }]),
  ]);
  const { variations, cells } = labelSensitivity(requests, "group-percentile", ["workload", "payload"]);
  const clock = variations.find(({ choice }) => choice === "clock")!;
  assert.equal(clock.changedShare, 0.5);
  assert.deepEqual(clock.changedByCell, [1, 0]);
  assert.deepEqual(cells, ["lightweight_api, 1 KiB", "lightweight_api, 5 KiB"]);
  assert.ok(variations.filter(({ choice }) => choice === "margins").every(({ changedShare }) => changedShare === 0));
});
