import assert from "node:assert/strict";
import { test } from "node:test";
import { LAMBDA, LOAD_PATTERNS, PLATFORMS, TIME_WINDOWS, WORKLOADS } from "lib/campaign";
import { buildFeatures, takeRows } from "lib/features";
import { THESIS_TERMS, labelOptions } from "lib/labels";
import type { Classifier } from "lib/models";
import { plannedCampaign, simulate } from "lib/platforms";
import { findPairs, selectRows } from "lib/requests";
import {
  applyRules,
  assembleRouter,
  distilRules,
  routeRequest,
  routerRouting,
  rulesText,
  ServedArrivals,
  serveRouter,
  type RequestRouter,
} from "lib/routing";
import { smallDuet } from "./small-duet.js";

const PLAN = smallDuet();
const IDLE_SECONDS = 8;

/** Lambda where the workload was idle for long, and for small bodies when little else came. */
const MODEL: Classifier = {
  kind: "stated",
  featureNames: [
    "workload_type_encoded",
    "payload_size_kb",
    "idle_seconds_log",
    "all_requests_last_10s",
  ],
  toArtefact: () => assert.fail("not stored"),
  predictProbability: ({ names, columns }) => {
    const [size, idle, load] = ["payload_size_kb", "idle_seconds_log", "all_requests_last_10s"].map(
      (name) => columns[names.indexOf(name)],
    );
    return idle.map((seconds, row) =>
      seconds > Math.log1p(IDLE_SECONDS) || (size[row] < 10 && load[row] < 2) ? 0.9 : 0.2,
    );
  },
};

function stateRouter(): RequestRouter {
  const { requests } = simulate(PLAN, { seed: 1 });
  const labelledRow = findPairs(requests).firstRow.slice().sort();
  const features = takeRows(buildFeatures(requests, ["author", "state"]), labelledRow);
  const rules = distilRules(MODEL, selectRows(requests, labelledRow), features);
  return assembleRouter({
    classifier: MODEL,
    campaign: requests,
    labelledRow,
    features,
    rules,
    rulesAgreement: { estimate: rules.agreement, low: 0, high: 1, level: 0.95 },
    origin: {
      run: "state",
      campaign: "small-duet",
      simulated: true,
      seed: 1,
      labels: labelOptions({ ...THESIS_TERMS, scheme: "duet" }),
    },
  });
}

const router = stateRouter();
const CONTEXT = { workload_type: WORKLOADS[1], payload_size_kb: 32, is_weekend: true };

test("rules speak of arrivals, cut at readable values, and stand in for a model that reads them", () => {
  const { rules } = router.knowledge!;
  assert.ok(rules.agreement > 0.9, `${rules.agreement}`);
  const text = rulesText(rules).join("\n");
  assert.match(text, /time since its workload's last request is above \d+(\.\d)? s/);
  const { requests } = simulate(PLAN, { seed: 2 });
  const held = selectRows(requests, findPairs(requests).firstRow);
  const byModel = routerRouting(router).choose(held);
  const { choice } = applyRules(rules, held);
  const same = choice.reduce((count, side, row) => count + Number(side === byModel[row]), 0);
  assert.ok(same / held.rowCount > 0.88, `${same / held.rowCount} of other requests`);
  // The figures of the arrival state are no part of a context: few of these, with mean answers.
  assert.deepEqual(router.knowledge!.contexts.inputs, ["workload", "payload"]);
  assert.ok(router.knowledge!.contexts.rows.length <= 12);
});

test("asked one by one it answers as inside the simulation: a clock of arrivals fills the state", () => {
  const planned = plannedCampaign(PLAN, 3);
  const choice = routerRouting(router).choose(planned);
  const order = [...choice.keys()].sort((a, b) => planned.timestampMs[a] - planned.timestampMs[b]);
  let nowMs = planned.timestampMs[order[0]] - 86_400_000;
  const arrivals = new ServedArrivals(() => nowMs);
  for (const row of order) {
    nowMs = planned.timestampMs[row];
    const { platform } = routeRequest(
      router,
      {
        workload_type: planned.workloadNames[planned.workload[row]],
        payload_size_kb: planned.payloadKb[row],
        time_window: TIME_WINDOWS[planned.timeWindow[row]],
        load_pattern: LOAD_PATTERNS[planned.loadPattern[row]],
      },
      { arrivals },
    );
    assert.equal(platform, PLATFORMS[choice[row]]);
  }
  const sent = choice.reduce((sum, side) => sum + side, 0) / choice.length;
  assert.ok(sent > 0.1 && sent < 0.9);
  assert.equal(arrivals.counted().requests, planned.rowCount);
});

test("the state that a context gives wins; what no one counts is asked for by name", () => {
  assert.throws(
    () => routeRequest(router, CONTEXT),
    /"idle_seconds" is missing; give time since its workload's last request \(s\), or ask `study predict --serve`/,
  );
  assert.throws(
    () => routeRequest(router, { ...CONTEXT, idle_seconds: 90_000, all_requests_last_10s: 0 }),
    /"idle_seconds" is 90000; it must be a number from 0 to 86400/,
  );
  const given = (idle_seconds: number): string =>
    routeRequest(router, { ...CONTEXT, idle_seconds, all_requests_last_10s: 5 }).platform;
  assert.deepEqual([given(IDLE_SECONDS - 1), given(IDLE_SECONDS + 1)], ["ecs", "lambda"]);
  let nowMs = 0;
  const arrivals = new ServedArrivals(() => nowMs);
  nowMs = 400_000;
  arrivals.arrive(CONTEXT.workload_type, 1);
  nowMs = 401_000;
  const counted = routeRequest(router, CONTEXT, { arrivals });
  assert.deepEqual([counted.platform, counted.notes], ["ecs", []]);
  const own = routeRequest(router, { ...CONTEXT, idle_seconds: 100 }, { arrivals });
  assert.equal(own.platform, "lambda");
  // What the arrivals add to the mean of the context is a part of its own; the parts add up.
  const { drivers } = own.reason!;
  const part = drivers!.find(({ input }) => input === "recent arrivals")!;
  assert.ok(part.contribution > 0.1);
  const { contexts } = router.knowledge!;
  const rows = contexts.rows.reduce((sum, n) => sum + n, 0);
  const mean = contexts.rows.reduce((sum, n, c) => sum + n * contexts.probability[c], 0) / rows;
  const sum = drivers!.reduce((total, { contribution }) => total + contribution, mean);
  assert.ok(Math.abs(sum - 0.9) < 1e-9);
});

test("served, the state may be left out, and health shows what was counted", async () => {
  let nowMs = 1000;
  const server = await serveRouter(router, { nowMs: () => nowMs });
  try {
    const ask = async (body: object): Promise<{ platform: string; notes: string[] }> => {
      const init = { method: "POST", body: JSON.stringify(body) };
      return (await (await fetch(`${server.url}/predict`, init)).json()) as never;
    };
    const first = await ask(CONTEXT);
    assert.equal(first.platform, PLATFORMS[LAMBDA]);
    assert.deepEqual(first.notes, [
      "arrivals are counted for 0 s: what came before is taken as nothing, " +
        "thumbnail_processing as idle for a day",
    ]);
    nowMs += 3000;
    assert.equal((await ask(CONTEXT)).platform, "ecs");
    nowMs += 297_000;
    // Refused: it never arrived.
    await ask({ ...CONTEXT, payload_size_kb: "large" });
    const { arrivals } = (await (await fetch(`${server.url}/health`)).json()) as {
      arrivals: { requests: number; countingForSeconds: number; workloads: object };
    };
    assert.deepEqual(arrivals, {
      requests: 2,
      countingForSeconds: 300,
      workloads: {
        thumbnail_processing: {
          idle_seconds: 297,
          ...Object.fromEntries(
            [10, 60, 300].flatMap((seconds) => [
              [`requests_last_${seconds}s`, seconds === 300 ? 2 : 0],
              [`kib_last_${seconds}s`, seconds === 300 ? 64 : 0],
              [`all_requests_last_${seconds}s`, seconds === 300 ? 2 : 0],
              [`all_kib_last_${seconds}s`, seconds === 300 ? 64 : 0],
            ]),
          ),
        },
      },
    });
    const late = await ask(CONTEXT);
    assert.deepEqual([late.platform, late.notes], ["lambda", []]);
  } finally {
    await server.close();
  }
});
