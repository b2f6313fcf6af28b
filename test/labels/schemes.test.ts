import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, NO_PLATFORM } from "lib/campaign";
import {
  THESIS_TERMS,
  labelOptions,
  labelRequests,
  requestCostUsd,
  schemesFor,
  THESIS_COST,
  UNLABELLED,
} from "lib/labels";
import { requestsOf } from "../requests-of.js";

const at = (platform: number, executionTimeMs: number, targetPayloadKb = 1) => ({
  platform,
  executionTimeMs,
  targetPayloadKb,
});

test("a Lambda row is compared with the ECS median, an ECS row with Lambda's", () => {
  // ECS median 200 ms. ECS busy time of a 0.25 vCPU / 0.5 GB task: 3.943e-9 USD per ms; Lambda at
  // 128 MB: 2.083e-9 USD per ms + 2e-7.
  const requests = requestsOf([
    at(LAMBDA, 100),
    at(LAMBDA, 179),
    at(LAMBDA, 181),
    at(ECS, 100),
    at(ECS, 200),
    at(ECS, 900),
  ]);
  const { latencyOptimal, costOptimal, balancedOptimal } = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "request-vs-median",
  });
  // Lambda rows against .9 x 200 = 180 ms; ECS rows against Lambda's median of 179 ms: 90, 180 and
  // 810 ms.
  assert.deepEqual([...latencyOptimal], [1, 1, 0, 0, 1, 1]);
  // .9 x the ECS median cost is 7.10e-7 USD; the Lambda rows cost 4.08e-7, 5.73e-7 and 5.77e-7;
  // Lambda's median is 5.73e-7.
  assert.deepEqual([...costOptimal], [1, 1, 1, 0, 1, 1]);
  assert.deepEqual([...balancedOptimal], [1, 1, 0, 0, 1, 1]);
});

test("costs follow the author's formulas", () => {
  const requests = requestsOf([at(LAMBDA, 1000), at(ECS, 1000)]);
  const prices = {
    name: "",
    region: "",
    source: "",
    lambdaUsdPerGbSecond: 2e-5,
    lambdaUsdPerRequest: 1e-7,
    fargateUsdPerVcpuHour: 0.04,
    fargateUsdPerGbHour: 0.004,
    loadBalancerUsdPerHour: 0.02,
  };
  const [lambda, ecs] = requestCostUsd(requests, { ...THESIS_COST, prices });
  assert.ok(Math.abs(lambda - (0.125 * 2e-5 + 1e-7)) < 1e-18);
  assert.ok(Math.abs(ecs - (0.25 * 0.04 + 0.5 * 0.004) / 3600) < 1e-18);
  const [, shared] = requestCostUsd(requests, {
    ...THESIS_COST,
    cost: { kind: "task-hours", utilisation: 0.5, loadBalancer: true },
    prices,
  });
  assert.ok(Math.abs(shared - (0.012 + 0.02) / 3600 / 0.5) < 1e-18);
});

test("percentile-bucket faces each row with the quantile its own rank asks for", () => {
  const lambda = [100, 200, 300, 400, 500];
  const ecs = [150, 250, 350, 450, 550];
  const requests = requestsOf([
    ...lambda.map((ms) => at(LAMBDA, ms)),
    ...ecs.map((ms) => at(ECS, ms)),
  ]);
  const { latencyOptimal } = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "percentile-bucket",
  });
  // Lambda rows up to 300 face the ECS median 350 (x .9 = 315), the others its p25 250 (x .9 =
  // 225).
  assert.deepEqual([...latencyOptimal.slice(0, 5)], [1, 1, 1, 0, 0]);
  // ECS rows up to 250 face Lambda's p75 400, 350 its median 300, the others its p25 200; x .9:
  // 135, 225, 315, 405, 495.
  assert.deepEqual([...latencyOptimal.slice(5)], [0, 0, 1, 1, 1]);
});

test("group-percentile gives every row of a cell the same verdict, by cell", () => {
  const requests = requestsOf([
    ...[10, 20, 30].map((ms) => at(LAMBDA, ms, 1)),
    ...[800, 900].map((ms) => at(ECS, ms, 1)),
    ...[800, 900].map((ms) => at(LAMBDA, ms, 2)),
    ...[10, 20].map((ms) => at(ECS, ms, 2)),
  ]);
  assert.deepEqual(
    [...labelRequests(requests, { ...THESIS_TERMS, scheme: "group-percentile" }).balancedOptimal],
    [1, 1, 1, 1, 1, 0, 0, 0, 0],
  );
});

test("paired-probability is the share of pairs in which Lambda wins on both axes", () => {
  const requests = requestsOf([
    ...[100, 300].map((ms) => at(LAMBDA, ms)),
    ...[200, 1000, 50].map((ms) => at(ECS, ms)),
  ]);
  const { probability, balancedOptimal } = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "paired-probability",
  });
  // 100 beats 200 and 1000, 300 beats 1000 (also on cost): 3 of 6 pairs, and one half is not more
  // than one half.
  assert.deepEqual([...probability!], [0.5, 0.5, 0.5, 0.5, 0.5]);
  assert.deepEqual([...balancedOptimal], [0, 0, 0, 0, 0]);
});

test("rows that cannot be compared are counted by reason and stay without a label", () => {
  const requests = requestsOf([
    at(LAMBDA, 100),
    at(ECS, 300),
    { platform: NO_PLATFORM, httpStatus: 500, executionTimeMs: NaN },
    { platform: LAMBDA, workload: 3 },
  ]);
  for (const scheme of schemesFor(requests)) {
    const { balancedOptimal, unlabelled, options } = labelRequests(requests, {
      ...THESIS_TERMS,
      scheme,
    });
    assert.deepEqual(
      [...balancedOptimal].map((label) => label === UNLABELLED),
      [false, false, true, true],
    );
    const failed =
      options.failures === "dropped"
        ? "the request failed"
        : "the request failed, and no platform is named";
    assert.deepEqual(unlabelled, { [failed]: 1, "only one platform served the group": 1 });
  }
});

test("a label never depends on the order of the rows", () => {
  const stated = Array.from({ length: 60 }, (_, i) =>
    at(i % 2, 50 + ((i * 37) % 100), 1 + (i % 3)),
  );
  for (const scheme of schemesFor(requestsOf(stated))) {
    const forward = labelRequests(requestsOf(stated), { ...THESIS_TERMS, scheme }).balancedOptimal;
    const backward = labelRequests(requestsOf([...stated].reverse()), {
      ...THESIS_TERMS,
      scheme,
    }).balancedOptimal;
    assert.deepEqual([...backward].reverse(), [...forward]);
  }
});

test("options outside their range are refused by name", () => {
  assert.throws(
    () =>
      labelRequests(requestsOf([]), {
        ...THESIS_TERMS,
        scheme: "request-vs-median",
        latencyMargin: 2,
      }),
    /latencyMargin must lie between 0 and 1, not 2/,
  );
  assert.throws(
    () => labelRequests(requestsOf([]), { ...THESIS_TERMS, scheme: "nearest" as never }),
    /no labelling scheme is called "nearest"/,
  );
  assert.throws(
    () =>
      labelRequests(requestsOf([]), {
        ...THESIS_TERMS,
        scheme: "request-vs-median",
        cost: { kind: "task-hours", utilisation: 0, loadBalancer: false },
      }),
    /utilisation/,
  );
});

test("an option that is there but undefined leaves the default", () => {
  const given = {
    ...THESIS_TERMS,
    scheme: "request-vs-median",
    clock: undefined,
    latencyMargin: undefined,
  } as const;
  assert.deepEqual(
    labelOptions(given),
    labelOptions({ ...THESIS_TERMS, scheme: "request-vs-median" }),
  );
});
