import { test } from "node:test";
import assert from "node:assert/strict";
import { checkPlan, shippedPlan, type CampaignPlan } from "lib/campaign";
import { compareWithLogs, fitPlanToLogs, simulate } from "lib/platforms";
import { readRequests } from "lib/requests";
import { needsSharedData, sharedData } from "../shared-data.js";

/** Two runs of the variance plan, with handlers, memory and rates of their own. */
function otherPlan(): CampaignPlan {
  const plan = shippedPlan("variance");
  return checkPlan(
    {
      ...plan,
      name: "other",
      workloads: plan.workloads.map((w) => ({
        ...w,
        lambdaMemoryMb: 1024,
        demand: {
          ...w.demand,
          waitMs: [w.demand.waitMs[0] / 2, w.demand.waitMs[1] / 2],
          cpuMsPerMb: 0,
        },
      })),
      runs: [
        {
          window: "midday",
          pattern: "low_load",
          startsAt: "12:10",
          phases: [{ minutes: 30, requestsPerSecond: 3 }],
        },
        {
          window: "evening",
          pattern: "burst_load",
          startsAt: "18:20",
          phases: [
            { minutes: 10, requestsPerSecond: 2 },
            { minutes: 10, requestsPerSecond: 4 },
          ],
        },
      ],
    },
    "test",
  );
}

test("a plan is found again from the logs it makes, and its logs fit them", () => {
  const plan = otherPlan();
  const { requests } = simulate(plan, { seed: 1 });
  const fitted = fitPlanToLogs(requests);
  assert.deepEqual(
    fitted.workloads.map(({ payloadKb }) => payloadKb),
    plan.workloads.map(({ payloadKb }) => payloadKb),
  );
  assert.deepEqual(
    fitted.workloads.map(({ lambdaMemoryMb }) => lambdaMemoryMb),
    [1024, 1024, 1024, 1024],
  );
  fitted.workloads.forEach(({ demand }, w) =>
    demand.waitMs.forEach((ms, side) => {
      // The 1 % and 99 % quantiles lie 1 % of the range inside of it, give or take some 3 % with
      // few hundred requests.
      const [low, high] = plan.workloads[w].demand.waitMs;
      assert.ok(
        Math.abs(ms - [low, high][side]) < 0.04 * (high - low),
        `${w} ${ms} ${low} ${high}`,
      );
    }),
  );
  assert.deepEqual(
    fitted.runs.map(({ window, pattern, startsAt }) => [window, pattern, startsAt]).sort(),
    plan.runs.map(({ window, pattern, startsAt }) => [window, pattern, startsAt]).sort(),
  );
  const rates = fitted.runs
    .find(({ window }) => window === "evening")!
    .phases!.map(({ requestsPerSecond }) => requestsPerSecond);
  const mean = (of: number[]): number => of.reduce((sum, rate) => sum + rate, 0) / of.length;
  assert.ok(
    Math.abs(mean(rates.slice(0, 5)) / 2 - 1) < 0.1 && Math.abs(mean(rates.slice(5)) / 4 - 1) < 0.1,
    rates.join(),
  );
  const { shareFitting } = compareWithLogs(fitted, requests, { seed: 2, tolerance: 0.15 });
  assert.ok(shareFitting > 0.95, String(shareFitting));
});

test("the comparison names the cells that do not fit", () => {
  const plan = otherPlan();
  const { requests } = simulate(plan, { seed: 1 });
  const slower = {
    ...plan,
    workloads: plan.workloads.map((w, i) =>
      i === 3 ? { ...w, demand: { ...w.demand, waitMs: [6000, 6500] as [number, number] } } : w,
    ),
  };
  const misfits = compareWithLogs(slower, requests, { seed: 1 }).cells.filter(
    ({ fits }) => fits === false,
  );
  assert.ok(
    misfits.some(
      ({ cell, platform }) => platform === "lambda" && cell.startsWith("heavy_processing"),
    ),
  );
  assert.ok(
    misfits.every(({ cell }) => cell.startsWith("heavy_processing")),
    misfits.map(({ cell }) => cell).join("; "),
  );
});

test("logs that do not say window and pattern cannot be fitted", () => {
  const plan = shippedPlan("fixed-payload");
  const short = {
    ...plan,
    runs: [
      {
        ...plan.runs[0],
        exactRequests: {
          lightweight_api: 50,
          thumbnail_processing: 50,
          medium_processing: 50,
          heavy_processing: 50,
        },
      },
    ],
  };
  assert.throws(
    () => fitPlanToLogs(simulate(short, { seed: 1 }).requests),
    /do not say window and pattern/,
  );
});

test(
  "the author's variance run out of mechanisms: medians of both clocks, and losses to time-outs",
  needsSharedData("variance-run"),
  async () => {
    const { requests } = await readRequests(sharedData("variance-run")!);
    const { cells, shareFitting } = compareWithLogs(fitPlanToLogs(requests), requests, {
      seed: 42,
    });
    assert.ok(
      shareFitting > 0.65,
      `${shareFitting} of the rows are in cells whose medians fit within 15 %`,
    );
    // At low load every cell with enough requests fits; the burst and the morning had another
    // network, and do not.
    const low = cells.filter(
      ({ cell, fits }) => cell.endsWith("early_morning, low_load") && fits !== null,
    );
    assert.ok(
      low.length > 30 && low.every(({ fits }) => fits),
      low
        .filter(({ fits }) => !fits)
        .map(({ cell, platform }) => `${cell}, ${platform}`)
        .join("; "),
    );
    // Heavy requests to ECS: two places for 2.5 Erlangs, and clients that give up after 10 s. A
    // tenth comes back.
    const heavy = cells.filter(
      ({ cell, platform }) => platform === "ecs" && /^heavy.*low_load/.test(cell),
    );
    const rows = (side: "observedRows" | "simulatedRows"): number =>
      heavy.reduce((sum, cell) => sum + cell[side], 0);
    assert.ok(
      rows("simulatedRows") / rows("observedRows") > 0.7 &&
        rows("simulatedRows") / rows("observedRows") < 1.3,
      `${rows("simulatedRows")} of ${rows("observedRows")}`,
    );
  },
);
