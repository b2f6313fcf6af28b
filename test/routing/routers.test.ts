import assert from "node:assert/strict";
import { test } from "node:test";
import { buildFeatures, takeRows } from "lib/features";
import { THESIS_TERMS, labelledRows, labelRequests, THESIS_COST } from "lib/labels";
import { lookupBaseline, stratifiedSplit, takeTrainingRows } from "lib/models";
import { simulate } from "lib/platforms";
import {
  bestRouter,
  bestThreshold,
  campaignParts,
  costSensitiveChoice,
  expectedDifferences,
  makeRouters,
  observedOutcomes,
} from "lib/routing";
import { requestsOf } from "../requests-of.js";
import { crossedPlan } from "../crossed-plan.js";

test("the best threshold is the one that a search of all of them finds", () => {
  const probability = [0.1, 0.4, 0.4, 0.7, 0.9, 0.2];
  const advantage = Float64Array.from([-5, 3, -1, -4, 6, NaN]);
  const saved = (threshold: number): number =>
    probability.reduce(
      (sum, p, row) => sum + (p > threshold && !Number.isNaN(advantage[row]) ? advantage[row] : 0),
      0,
    ) / 5;
  const best = bestThreshold(probability, advantage);
  const searched = Math.max(...Array.from({ length: 101 }, (_, i) => saved(i / 100)));
  assert.deepEqual([best.threshold, best.savedNetUsd], [0.8, 1.2]);
  assert.ok(Math.abs(searched - best.savedNetUsd) < 1e-12);
  // Everything to Lambda, and nothing.
  assert.ok(bestThreshold([0, 0.5], Float64Array.from([2, 1])).threshold < 0);
  assert.deepEqual(bestThreshold([0.3, 0.5], Float64Array.from([-2, -1])), {
    threshold: 1,
    savedNetUsd: 0,
  });
  assert.throws(
    () => bestThreshold([0.3], Float64Array.from([NaN])),
    /no context cell was seen on both platforms/,
  );
});

test(
  "expected differences: the cell's where it holds enough, else its size's, else its " +
    "workload's; failures wait and are charged nothing",
  () => {
    const many = (count: number, stated: object) => Array.from({ length: count }, () => stated);
    const requests = requestsOf([
      ...many(5, { platform: 0, responseTimeMs: 100 }),
      ...many(5, { platform: 1, responseTimeMs: 70 }),
      // Another window of the same size: too few, so the size's mean over both windows stands in.
      ...many(2, { platform: 0, timeWindow: 1, responseTimeMs: 800 }),
      {
        platform: 0,
        httpStatus: 0,
        executionTimeMs: NaN,
        responseTimeMs: 10_000,
        targetPayloadKb: 5,
      },
      { timeWindow: 1 },
      { timeWindow: 0 },
      { targetPayloadKb: 5 },
      { workload: 2 },
    ]);
    const learned = Uint32Array.from({ length: 13 }, (_, row) => row);
    const asked = Uint32Array.from([13, 14, 15, 16]);
    const observed = observedOutcomes(requests, THESIS_COST);
    const { latencyMs, costUsd } = expectedDifferences(requests, observed, learned, asked);
    assert.deepEqual([...latencyMs], [70 - 2100 / 7, -30, 70 - 12_100 / 8, NaN]);
    const usd = (row: number): number => observed.costUsd[row];
    assert.ok(
      Math.abs(costUsd[1] - (usd(5) - usd(0))) < 1e-18 &&
        Math.abs(costUsd[2] - (usd(5) - usd(0))) < 1e-18,
    );
    assert.deepEqual(
      [
        ...costSensitiveChoice(
          {
            latencyMs: Float64Array.from([-10, 10, NaN]),
            costUsd: Float64Array.from([5e-8, -5e-8, 0]),
          },
          1e-8,
        ),
      ],
      [1, 0, 0],
    );
  },
);

test(
  "routers of a simulated campaign: tuned on validation, failed requests dealt to all parts, " +
    "the best of them no worse than a fixed choice there",
  async () => {
    const plan = {
      ...crossedPlan(),
      days: 2,
      client: {
        ...crossedPlan().client,
        timeoutMs: 700,
        roundTripMs: 2,
        uplinkMbitPerSecond: 5000,
      },
    };
    const { requests } = simulate(plan, { seed: 5 });
    const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
    const rows = labelledRows(labels);
    const label = Uint8Array.from(rows, (row) => labels.balancedOptimal[row]);
    const split = stratifiedSplit(label);
    const parts = campaignParts(requests, rows, split, 42);
    const inParts = [...parts.train, ...parts.validation, ...parts.test];
    assert.equal(new Set(inParts).size, inParts.length);
    assert.ok(
      parts.failed > 100 &&
        inParts.length === rows.length + parts.failed &&
        parts.unattributed === requests.rowCount - inParts.length,
    );
    assert.ok(Math.abs(parts.testShare - 0.2) < 0.01);
    const features = takeRows(buildFeatures(requests), rows);
    const model = await lookupBaseline.fit(takeTrainingRows({ features, label }, split.train), {
      size: 2,
    });
    const routers = makeRouters(
      requests,
      parts,
      [
        { name: "plain", model, tuned: false },
        { name: "tuned", model, tuned: true },
      ],
      THESIS_COST,
    );
    assert.deepEqual(
      routers.map(({ name, threshold }) => [name, threshold === null, threshold === 0.5]),
      [
        ["plain", false, true],
        ["tuned", false, false],
        ["cost-sensitive", true, false],
      ],
    );
    assert.ok(
      routers[1].validationNetUsd >= routers[0].validationNetUsd &&
        routers[1].validationNetUsd >= 0,
    );
    assert.equal(
      bestRouter(routers).validationNetUsd,
      Math.max(...routers.map(({ validationNetUsd }) => validationNetUsd)),
    );
    for (const { test: policy } of routers) assert.equal(policy.choice.length, parts.test.length);
  },
);
