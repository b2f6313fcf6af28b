import assert from "node:assert/strict";
import { test } from "node:test";
import { ECS, LAMBDA, taskUsdPerHour, type CampaignPlan } from "lib/campaign";
import { SHARED_TASK_HOURS, THESIS_COST } from "lib/labels";
import { plannedCampaign, simulate } from "lib/platforms";
import { findPairs, selectRows } from "lib/requests";
import {
  closedLoop,
  closedLoopSentences,
  fixedRouting,
  type ClosedLoop,
  type PlannedRouting,
} from "lib/routing";
import { createRandom } from "lib/statistics";
import { smallDuet } from "./small-duet.js";

const TERMS = { ...THESIS_COST, cost: SHARED_TASK_HOURS };

/** Every request to Lambda by the toss of a coin: the traffic of both platforms is thinned alike. */
const COIN: PlannedRouting = {
  name: "by a coin",
  choose: ({ rowCount }) => {
    const random = createRandom("coin");
    return Uint8Array.from({ length: rowCount }, () => random.integer(2));
  },
};

/** One workload, one task that works on one request at a time, a link that is never in the way. */
function plainPlan(perSecond: number, hours: number, days: number, waitMs: number): CampaignPlan {
  const plan = smallDuet();
  const demand = { ...plan.workloads[0].demand, waitMs: [waitMs, waitMs] as [number, number] };
  return {
    ...plan,
    days,
    workloads: [
      {
        ...plan.workloads[0],
        payloadKb: [1],
        demand: { ...demand, cpuMs: 0, cpuMsPerMb: 0, stragglerShare: 0 },
      },
    ],
    patterns: {
      low_load: {
        arrivals: "poisson",
        phases: [{ minutes: 60 * hours, requestsPerSecond: perSecond }],
      },
    },
    runs: [{ window: "early_morning", pattern: "low_load", startsAt: "00:00" }],
    client: { ...plan.client, queuedKbPerBody: 0, uplinkMbitPerSecond: 1e6, timeoutMs: 1e6 },
    ecs: { ...plan.ecs, tasks: 1, concurrencyPerTask: 1, queueLimit: 1e6, errorShare: 0 },
    lambda: { ...plan.lambda, errorShare: 0 },
  };
}

const near = (actual: number, expected: number, share: number, what: string): void =>
  assert.ok(Math.abs(actual / expected - 1) < share, `${what}: ${actual}, theory ${expected}`);

test("ECS, half of its load taken away: the waits of M/D/1 before and after", () => {
  const serviceMs = 100;
  const wait = (load: number): number => (load * serviceMs) / (2 * (1 - load));
  const loop = run(plainPlan(6, 3, 1, serviceMs), COIN);
  const toEcs = 1 - loop.lambdaShare;
  near(loop.parts.ecs.estimate, toEcs * (wait(0.3) - wait(0.6)), 0.08, "mean wait, ms");
  assert.ok(loop.parts.ecs.high < 0);
  near(loop.closed.ecsMs - loop.open.ecsMs, wait(0.3) - wait(0.6), 0.08, "mean wait on ECS, ms");
  assert.match(closedLoopSentences(loop).join("\n"), /ECS: .* its lines are shorter/);
});

test("Lambda, half of its traffic taken away: P(cold) = exp(-rate x keep-alive) before and after", () => {
  const plan = plainPlan(6 / 3600, 23, 60, 1);
  const lambda = { ...plan.lambda, keepAlive: { law: "fixed" as const, seconds: 600 } };
  const loop = run({ ...plan, lambda }, COIN);
  assert.ok(loop.requests > 8000);
  near(loop.open.coldStartShare, Math.exp(-1), 0.06, "P(cold), duet");
  near(loop.closed.coldStartShare, Math.exp(-1 / 2), 0.06, "P(cold), closed loop");
  assert.ok(loop.parts.coldStarts.low > 0);
  assert.ok(Math.abs(loop.parts.otherLambda.estimate) < 1e-9);
  assert.match(
    closedLoopSentences(loop).join("\n"),
    /Lambda: more of its requests meet a cold start \(3\d\.\d % in the duet, [56]\d\.\d % when/,
  );
});

test("a platform that keeps all its load differs by the client's link alone", () => {
  for (const side of [ECS, LAMBDA]) {
    const { gap, parts, lambdaShare, open, closed } = run(smallDuet(), fixedRouting(side));
    assert.equal(lambdaShare, side);
    assert.ok(parts.link.high < 0, "one body arrives sooner than two");
    for (const part of [parts.coldStarts, parts.otherLambda, parts.ecs])
      assert.ok(Math.abs(part.estimate) < 1e-9);
    assert.ok(Math.abs(gap.responseTimeMs.estimate - parts.link.estimate) < 1e-9);
    assert.equal(open.coldStarts, closed.coldStarts);
  }
});

test("the parts add up to the gap; the tasks are paid in both loops, Lambda as billed", () => {
  const plan = smallDuet();
  const loop = run(plan, COIN);
  const { open, closed, gap } = loop;
  const sum = Object.values(loop.parts).reduce((total, { estimate }) => total + estimate, 0);
  assert.ok(Math.abs(sum - gap.responseTimeMs.estimate) < 1e-9);
  const between = closed.responseTimeMs.estimate - open.responseTimeMs.estimate;
  assert.ok(Math.abs(gap.responseTimeMs.estimate - between) < 1e-9);
  // Two half hours of one task for each of the four services.
  const hourUsd = plan.workloads.reduce(
    (usd, { ecsTask }) => usd + taskUsdPerHour(ecsTask, TERMS.prices),
    0,
  );
  assert.ok(Math.abs(open.ecsUsd - hourUsd) < 1e-12 && closed.ecsUsd === open.ecsUsd);
  for (const { costUsd, ecsUsd, lambdaUsd } of [open, closed])
    assert.ok(Math.abs(costUsd.estimate * loop.requests - ecsUsd - lambdaUsd) < 1e-12);
  assert.deepEqual(run(plan, COIN), loop);
});

test("the open loop is what the duet's own logs say of the routing", () => {
  const plan = smallDuet();
  const seed = 1;
  const { requests } = simulate(plan, { seed });
  const { ecsRow, lambdaRow, firstRow } = findPairs(requests);
  const small = (kb: number): boolean => kb <= 12;
  const mean =
    firstRow.reduce((sum, row, pair) => {
      const toLambda = small(requests.payloadKb[row]);
      return sum + requests.responseTimeMs[toLambda ? lambdaRow[pair] : ecsRow[pair]];
    }, 0) / firstRow.length;
  const loop = run(plan, {
    name: "small bodies",
    choose: ({ payloadKb }) => Uint8Array.from(payloadKb, (kb) => Number(small(kb))),
  });
  assert.ok(Math.abs(loop.open.responseTimeMs.estimate - mean) < 1e-9);
});

test("a plan's requests as a router is told of them are those of its logs, and hold no outcome", () => {
  const plan = smallDuet();
  const planned = plannedCampaign(plan, 5);
  const { requests } = simulate(plan, { seed: 5 });
  const logged = selectRows(requests, findPairs(requests).firstRow);
  const told = (of: typeof planned): string[] =>
    Array.from({ length: of.rowCount }, (_, row) =>
      [of.timestampMs, of.workload, of.payloadKb, of.timeWindow, of.loadPattern]
        .map((column) => column[row])
        .join(),
    ).sort();
  assert.deepEqual(told(planned), told(logged));
  assert.ok(
    planned.responseTimeMs.every(Number.isNaN) && planned.executionTimeMs.every(Number.isNaN),
  );
  assert.throws(() => run({ ...smallDuet(), runs: [] }, COIN), /sends no request/);
});

function run(plan: CampaignPlan, routing: PlannedRouting): ClosedLoop {
  return closedLoop(plan, routing, { seed: 1, terms: TERMS, repeats: 100 });
}
