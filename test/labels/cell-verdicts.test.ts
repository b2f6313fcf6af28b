import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import { THESIS_TERMS, cellVerdicts, labelSensitivity } from "lib/labels";
import { createRandom, normalProbability, type Random } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";

/**
 * One cell in which log execution times are normal and a shared effect moves all requests of a
 * five-minute block.
 */
function cell(
  random: Random,
  blocks: number,
  perBlock: number,
  lambdaShift: number,
  blockSpread: number,
): StatedRequest[] {
  const requests: StatedRequest[] = [];
  for (let block = 0; block < blocks; block++) {
    const effect = [ECS, LAMBDA].map(() => blockSpread * random.normal());
    for (let i = 0; i < perBlock; i++) {
      const platform = i % 2;
      const executionTimeMs =
        300 *
        Math.exp(
          0.3 * random.normal() + effect[platform] + (platform === LAMBDA ? lambdaShift : 0),
        );
      requests.push({
        platform,
        executionTimeMs,
        timestampMs: Date.UTC(2025, 0, 1) + (block * perBlock + i) * (300_000 / perBlock),
      });
    }
  }
  return requests;
}

test("intervals of a cell's probability cover it, although requests of a block share their fate", () => {
  const random = createRandom(21);
  const rounds = 300;
  const margins = { ...THESIS_TERMS, latencyMargin: 0, costMargin: 0 };
  // With equal margins of 0 and Lambda far cheaper, P = P(lambda ms < ecs ms) = Phi(-shift / sqrt(2
  // (.3^2 + .1^2))): .5 at shift 0.
  let covered = 0;
  for (let round = 0; round < rounds; round++) {
    const requests = requestsOf(
      cell(random, 40, 20, 0, 0.1).map((request) => ({ ...request, memoryLimitMb: 0.001 })),
    );
    // The request charge of Lambda is far below the ECS cost of a 300 ms request, so latency alone
    // decides.
    const [{ probability }] = cellVerdicts(requests, { ...THESIS_TERMS, ...margins });
    if (probability.low <= 0.5 && probability.high >= 0.5) covered++;
  }
  assert.ok(covered / rounds > 0.9 && covered / rounds < 0.99, `covered ${covered / rounds}`);
});

test("cells are settled, too close or too thin to call", () => {
  const random = createRandom(5);
  const verdict = (requests: StatedRequest[]) =>
    cellVerdicts(requestsOf(requests), THESIS_TERMS)[0];
  assert.equal(verdict(cell(random, 20, 20, -1.5, 0)).verdict, "lambda");
  assert.equal(verdict(cell(random, 20, 20, 1.5, 0)).verdict, "ecs");
  assert.equal(verdict(cell(random, 2, 10, 0, 0)).verdict, "too thin to call");
  // At a shift of exactly the margin P is one half: 19 of 20 draws are expected to be too close.
  const close = Array.from({ length: 20 }, () =>
    verdict(cell(random, 20, 20, Math.log(0.9), 0.2)),
  ).filter((v) => v.verdict === "too close to call");
  assert.ok(close.length >= 15, `${close.length} of 20`);
  assert.ok(close.every(({ timesMoreNeeded }) => timesMoreNeeded > 1));
});

test("the interval covers a lopsided probability from few blocks, too", () => {
  const random = createRandom(77);
  const rounds = 300;
  const cheapLambda = { memoryLimitMb: 0.001 };
  // Latency alone decides: P = Phi(.6 / sqrt(2 (.3^2 + .1^2))) at equal costs out of the way.
  const truth = normalProbability(0.6 / Math.sqrt(2 * (0.3 ** 2 + 0.1 ** 2)));
  let covered = 0;
  for (let round = 0; round < rounds; round++) {
    const [{ probability }] = cellVerdicts(
      requestsOf(cell(random, 6, 30, -0.6, 0.1).map((request) => ({ ...request, ...cheapLambda }))),
      { ...THESIS_TERMS, latencyMargin: 0, costMargin: 0 },
    );
    if (probability.low <= truth && probability.high >= truth) covered++;
  }
  // Three standard errors of 300 rounds at .95 are .038.
  assert.ok(covered / rounds > 0.912, `covered ${covered / rounds}`);
});

test("a cell that Lambda always wins is settled, and not a certainty", () => {
  const always = (rows: number, blocks: number): StatedRequest[] =>
    Array.from({ length: rows }, (_, i) => ({
      platform: i % 2,
      executionTimeMs: i % 2 === LAMBDA ? 50 : 900,
      timestampMs: Date.UTC(2025, 0, 1) + Math.floor((i * blocks) / rows) * 300_000,
    }));
  const [{ probability, verdict, timesMoreNeeded, toSettle }] = cellVerdicts(
    requestsOf(always(200, 10)),
    THESIS_TERMS,
  );
  assert.deepEqual(
    [probability.estimate, verdict, timesMoreNeeded, toSettle],
    [1, "lambda", 1, ""],
  );
  // Wilson's lower bound at n of n is n / (n + t^2), here for 100 trials and t(9) = 2.262.
  assert.ok(Math.abs(probability.low - 100 / (100 + 2.26216 ** 2)) < 1e-5, String(probability.low));
});

test("what would settle a cell: thin cells, single blocks, one half", () => {
  const [thin] = cellVerdicts(
    requestsOf(
      [0, 1].flatMap((block) =>
        [50, 60, 70, 80].map((ms, i) => ({
          platform: i % 2 === 0 ? LAMBDA : ECS,
          executionTimeMs: i % 2 === 0 ? ms : 10 * ms,
          timestampMs: Date.UTC(2025, 0, 1) + block * 300_000,
        })),
      ),
    ),
    THESIS_TERMS,
  );
  // Lambda wins all pairs of 4 and 4: by rank alone that would be settled soon, but 20 of each are
  // asked for.
  assert.deepEqual(
    [thin.verdict, thin.lambdaRows, thin.timesMoreNeeded, thin.requestsNeeded, thin.toSettle],
    ["too thin to call", 4, 5, { lambda: 20, ecs: 20 }, "about 20 Lambda and 20 ECS requests"],
  );
  const [single] = cellVerdicts(
    requestsOf(
      Array.from({ length: 60 }, (_, i) => ({
        platform: i % 2,
        executionTimeMs: i % 2 === LAMBDA ? 50 : 900,
      })),
    ),
    THESIS_TERMS,
  );
  assert.deepEqual(
    [single.verdict, single.probability.low, single.probability.high],
    ["too thin to call", 0, 1],
  );
  assert.match(
    single.toSettle,
    /^at least \d+ Lambda and \d+ ECS requests, in two blocks of time or more$/,
  );
  const [half] = cellVerdicts(
    requestsOf(
      Array.from({ length: 80 }, (_, i) => ({
        platform: i % 2,
        executionTimeMs: i % 2 === LAMBDA ? [100, 900][(i >> 1) % 2] : 500,
        memoryLimitMb: 1,
        timestampMs: Date.UTC(2025, 0, 1) + (i >> 3) * 300_000,
      })),
    ),
    THESIS_TERMS,
  );
  assert.deepEqual(
    [half.probability.estimate, half.verdict, half.timesMoreNeeded],
    [0.5, "too close to call", Infinity],
  );
  assert.match(half.toSettle, /no sample/);
});

test("the sample that is named does settle a cell whose probability stays", () => {
  const random = createRandom(9);
  const open = cellVerdicts(requestsOf(cell(random, 12, 20, -0.22, 0.2)), THESIS_TERMS)[0];
  assert.equal(open.verdict, "too close to call");
  const copies = Math.ceil(open.timesMoreNeeded);
  const one = cell(createRandom(9), 12, 20, -0.22, 0.2);
  const more = Array.from({ length: copies }, (_, copy) =>
    one.map((request) => ({ ...request, timestampMs: request.timestampMs! + copy * 86_400_000 })),
  ).flat();
  const settled = cellVerdicts(requestsOf(more), THESIS_TERMS)[0];
  assert.ok(Math.abs(settled.probability.estimate - open.probability.estimate) < 1e-12);
  assert.ok(settled.verdict === "lambda" || settled.verdict === "ecs", settled.verdict);
});

test("sensitivity counts exactly the labels that change", () => {
  // Execution says Lambda, response says ECS, in the first cell only.
  const requests = requestsOf([
    ...[1, 2, 3].flatMap(() => [
      { platform: LAMBDA, executionTimeMs: 50, responseTimeMs: 900 },
      { platform: ECS, executionTimeMs: 500, responseTimeMs: 550 },
    ]),
    ...[1, 2, 3].flatMap(() => [
      { platform: LAMBDA, executionTimeMs: 50, targetPayloadKb: 5 },
      { platform: ECS, executionTimeMs: 500, targetPayloadKb: 5 },
    ]),
  ]);
  const { variations, cells } = labelSensitivity(
    requests,
    { ...THESIS_TERMS, scheme: "group-percentile" },
    ["workload", "payload"],
  );
  const clock = variations.find(({ choice }) => choice === "clock")!;
  assert.equal(clock.changedShare, 0.5);
  assert.deepEqual(clock.changedByCell, [1, 0]);
  assert.deepEqual(cells, ["lightweight_api, 1 KiB", "lightweight_api, 5 KiB"]);
  assert.ok(
    variations
      .filter(({ choice }) => choice === "margins")
      .every(({ changedShare }) => changedShare === 0),
  );
});
