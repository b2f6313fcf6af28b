import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, NO_PLATFORM } from "lib/campaign";
import {
  THESIS_TERMS,
  bothBelowShare,
  cellVerdicts,
  failureEffect,
  schemesFor,
  labelRequests,
  UNLABELLED,
  type FailureTreatment,
  type LabelScheme,
} from "lib/labels";
import { createRandom } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const failed = (platform: number): StatedRequest => ({
  platform,
  httpStatus: 0,
  executionTimeMs: NaN,
  responseTimeMs: 30_000,
});
const at = (platform: number, executionTimeMs: number): StatedRequest => ({
  platform,
  executionTimeMs,
});

test(
  "by default the author's schemes drop failed requests, the others let them take part; " +
    "failures of no platform have no side",
  () => {
    const requests = requestsOf([
      ...[100, 120, 140].map((ms) => at(LAMBDA, ms)),
      ...[800, 900, 950].map((ms) => at(ECS, ms)),
      failed(LAMBDA),
      failed(ECS),
      { ...failed(NO_PLATFORM) },
    ]);
    const treatments: Partial<Record<LabelScheme, FailureTreatment>> = {
      "request-vs-median": "dropped",
      "percentile-bucket": "dropped",
      "group-percentile": "slowest",
      "paired-probability": "slowest",
    };
    for (const scheme of schemesFor(requests)) {
      const { balancedOptimal, unlabelled, failuresLabelled, options } = labelRequests(requests, {
        ...THESIS_TERMS,
        scheme,
      });
      const dropped = options.failures === "dropped";
      if (scheme in treatments) assert.equal(options.failures, treatments[scheme]);
      assert.deepEqual(
        [...balancedOptimal.slice(6)].map((label) => label !== UNLABELLED),
        dropped ? [false, false, false] : [true, true, false],
      );
      assert.deepEqual(
        [failuresLabelled, unlabelled],
        dropped
          ? [0, { "the request failed": 3 }]
          : [2, { "the request failed, and no platform is named": 1 }],
      );
    }
  },
);

test(
  "an unanswered request loses to any answered one, whichever scheme, and two of them beat " +
    "neither",
  () => {
    const requests = requestsOf([
      at(LAMBDA, 100),
      at(LAMBDA, 110),
      failed(LAMBDA),
      at(ECS, 800),
      at(ECS, 900),
      failed(ECS),
    ]);
    const { balancedOptimal, latencyOptimal } = labelRequests(requests, {
      ...THESIS_TERMS,
      scheme: "request-vs-median",
      failures: "slowest",
    });
    assert.deepEqual([...balancedOptimal], [1, 1, 0, 1, 1, 1]);
    assert.deepEqual([...latencyOptimal], [1, 1, 0, 1, 1, 1]);
    const none = requestsOf([failed(LAMBDA), failed(ECS)]);
    for (const scheme of schemesFor(requests))
      assert.deepEqual(
        [...labelRequests(none, { ...THESIS_TERMS, scheme, failures: "slowest" }).balancedOptimal],
        [0, 0],
        scheme,
      );
  },
);

test("with failures, the pair probability equals enumeration over all pairs", () => {
  const random = createRandom(14);
  for (let round = 0; round < 40; round++) {
    const stated = Array.from({ length: 2 + random.integer(30) }, (_, i) => {
      const platform = i < 2 ? i : random.integer(2);
      return random.integer(4) === 0
        ? failed(platform)
        : at(platform, 50 * (1 + random.integer(6)));
    });
    const requests = requestsOf(stated);
    const margin = [0, 0.1, 1][round % 3];
    const { probability } = labelRequests(requests, {
      ...THESIS_TERMS,
      scheme: "paired-probability",
      latencyMargin: margin,
      costMargin: 0,
    });
    const lambda = stated.filter(({ platform }) => platform === LAMBDA);
    const ecs = stated.filter(({ platform }) => platform === ECS);
    // Lambda at 128 MB is charged 2.08e-9 USD per ms and 2e-7 a request, ECS 3.94e-9 USD per ms.
    const usd = ({ platform, executionTimeMs = 0 }: StatedRequest): number =>
      platform === LAMBDA
        ? 0.125 * (executionTimeMs / 1000) * 0.0000166667 + 2e-7
        : ((0.25 * 0.04656 + 0.5 * 0.00511) * executionTimeMs) / 3.6e6;
    let wins = 0;
    for (const one of lambda)
      for (const other of ecs) {
        if (Number.isNaN(one.executionTimeMs)) continue;
        wins += Number(
          Number.isNaN(other.executionTimeMs) ||
            (one.executionTimeMs! < other.executionTimeMs! * (1 - margin) && usd(one) < usd(other)),
        );
      }
    assert.equal(probability![0], wins / (lambda.length * ecs.length));
  }
});

test("infinities order and tie on both axes", () => {
  const points = (ms: number[]) => ({
    latencyMs: Float64Array.from(ms),
    costUsd: Float64Array.from(ms),
  });
  assert.equal(
    bothBelowShare(points([1, Infinity, Infinity]), points([Infinity, 5, Infinity])),
    3 / 9,
  );
});

test("what dropping them changes is counted by comparing the two labellings, row by row", () => {
  // Half of Lambda's requests fail: its quartiles and its median are no longer what the answered
  // ones say.
  const requests = requestsOf([
    ...[100, 110, 120, 130].map((ms) => at(LAMBDA, ms)),
    ...[1, 2, 3, 4, 5].map(() => failed(LAMBDA)),
    ...[800, 850, 900, 950].map((ms) => at(ECS, ms)),
    { ...failed(NO_PLATFORM) },
  ]);
  const effect = failureEffect(requests, { ...THESIS_TERMS, scheme: "paired-probability" });
  // 16 of 16 answered pairs against 16 of 36.
  assert.deepEqual(
    [
      effect.treatment,
      effect.failed,
      effect.withoutPlatform,
      effect.compared,
      effect.changed,
      effect.changedShare,
      effect.labelledOnlyIfTheyTakePart,
    ],
    ["slowest", 6, 1, 8, 8, 1, 5],
  );
  const author = failureEffect(requests, { ...THESIS_TERMS, scheme: "request-vs-median" });
  // Lambda's rows meet the ECS median as before; ECS's rows meet a Lambda median that is infinite.
  assert.deepEqual([author.treatment, author.compared, author.changed], ["dropped", 8, 4]);
  assert.match(author.treatmentInWords, /dropped, as the thesis did/);
  assert.equal(
    failureEffect(requestsOf([at(LAMBDA, 1), at(ECS, 900)]), {
      ...THESIS_TERMS,
      scheme: "group-percentile",
    }).changedShare,
    0,
  );
});

test("a cell whose platform often fails is not called for it", () => {
  const random = createRandom(4);
  const stated: StatedRequest[] = [];
  for (let i = 0; i < 400; i++) {
    const platform = i % 2;
    const one = {
      ...(platform === LAMBDA && random.integer(10) < 7
        ? failed(LAMBDA)
        : at(platform, platform === LAMBDA ? 100 : 900)),
      timestampMs: Date.UTC(2025, 0, 1) + i * 15_000,
    };
    stated.push(one);
  }
  const [verdict] = cellVerdicts(requestsOf(stated), THESIS_TERMS);
  const [dropped] = cellVerdicts(requestsOf(stated), { ...THESIS_TERMS, failures: "dropped" });
  assert.deepEqual([verdict.verdict, dropped.verdict], ["ecs", "lambda"]);
});
