import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA } from "lib/campaign";
import {
  countLabelsByWorkload,
  LABEL_SCHEMES,
  labelRequests,
  THESIS_TERMS,
  UNLABELLED,
} from "lib/labels";
import { makeRouters } from "lib/routing";
import { requestsOf } from "../requests-of.js";

/** Both platforms, in pairs, of a workload that nobody described and of one that is known. */
function campaign() {
  const requests = requestsOf(
    [0, 1, 2, 3].flatMap((pair) =>
      [LAMBDA, ECS].map((platform) => ({
        platform,
        workload: pair < 2 ? 4 : 0,
        executionTimeMs: platform === LAMBDA ? 100 + pair : 1000 * (pair % 2) + 105,
        pairIdHash: pair,
        sentFirst: Number(platform === LAMBDA),
        memoryLimitMb: platform === LAMBDA ? 128 : NaN,
      })),
    ),
  );
  return { ...requests, workloadNames: [...requests.workloadNames, "resize"] };
}

test("a workload without a cost is labelled on time alone, by every scheme, and said so", () => {
  const requests = campaign();
  const margins = { latencyMargin: 0.1, costMargin: 1 };
  for (const scheme of LABEL_SCHEMES) {
    const labels = labelRequests(requests, { ...THESIS_TERMS, ...margins, scheme });
    assert.deepEqual(Object.keys(labels.onTimeAlone), ["resize"], scheme);
    assert.match(
      labels.onTimeAlone.resize,
      /state workloads\.resize\.ecsTask and workloads\.resize/,
    );
    const { resize } = countLabelsByWorkload(requests, labels);
    assert.equal(resize.rows, scheme === "duet" ? 2 : 4, scheme);
    assert.equal(resize.cost_optimal, 0, scheme);
    labels.balancedOptimal.forEach((label, row) => {
      if (requests.workload[row] !== 4 || label === UNLABELLED) return;
      assert.equal(labels.costOptimal[row], UNLABELLED, scheme);
      assert.equal(label, labels.latencyOptimal[row], scheme);
    });
    // At a margin of the whole cost nothing that has a cost is Lambda's.
    const known = labels.balancedOptimal.filter((_, row) => requests.workload[row] === 0);
    assert.ok(!known.includes(1), scheme);
  }
  const duet = labelRequests(requests, { ...THESIS_TERMS, scheme: "duet" });
  assert.deepEqual([...duet.balancedOptimal].slice(0, 4), [0, UNLABELLED, 1, UNLABELLED]);
});

test("described, it has a cost as any other; in groups that mix workloads none is made up", () => {
  const requests = campaign();
  const described = {
    ...THESIS_TERMS,
    taskSizes: { ...THESIS_TERMS.taskSizes, resize: { vcpu: 0.25, memoryGb: 0.5 } },
  };
  const labels = labelRequests(requests, { ...described, scheme: "request-vs-median" });
  assert.deepEqual(labels.onTimeAlone, {});
  assert.ok(!labels.costOptimal.includes(UNLABELLED));
  const mixed = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "request-vs-median",
    groupBy: ["payload"],
  });
  assert.equal(mixed.unlabelled["the workload has no known cost"], 2);
});

test("routing, which is judged in USD, says what to state", () => {
  const requests = campaign();
  const rows = Uint32Array.from({ length: requests.rowCount }, (_, row) => row);
  const parts = { train: rows, validation: rows, test: rows, paired: true };
  assert.throws(
    () =>
      makeRouters(requests, { ...parts, failed: 0, unattributed: 0, testShare: 1 }, [], {
        ...THESIS_TERMS,
        cost: { kind: "busy-time" },
      }),
    {
      name: "InputError",
      message: /^resize: routing is judged in USD, and no cost is known; state workloads\.resize\./,
    },
  );
});
