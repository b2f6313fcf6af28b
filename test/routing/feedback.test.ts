import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { labelledRequests } from "lib/attainability";
import { WORKLOADS } from "lib/campaign";
import { inputGroups, inputImportance, inputModel, requestsToExplain } from "lib/explain";
import { buildFeatures, type FeatureTable } from "lib/features";
import { labelRequests, THESIS_COST, THESIS_TERMS } from "lib/labels";
import { gradientBoosting, stratifiedSplit, takeTrainingRows, type Classifier } from "lib/models";
import { simulate } from "lib/platforms";
import { FEEDBACK_FIELDS, feedbackOf, selectRows } from "lib/requests";
import {
  buildRouter,
  closedLoop,
  readRouter,
  routeRequest,
  routerRouting,
  rulesText,
  saveRouter,
  ServedArrivals,
  type RequestRouter,
} from "lib/routing";
import { smallDuet } from "./small-duet.js";

const NAMES = FEEDBACK_FIELDS.map(({ name }) => name);
const SETS = ["author", "state", "feedback"] as const;
const { requests } = simulate(smallDuet(3), { seed: 1 });

/** Lambda where more than one request of the workload is in flight on ECS. */
const BUSY: Classifier = {
  kind: "stated",
  featureNames: ["workload_type_encoded", "ecs_in_flight", "lambda_mean_ms_last_60s"],
  toArtefact: () => assert.fail("not stored"),
  predictProbability: ({ names, columns }: FeatureTable) =>
    columns[names.indexOf("ecs_in_flight")].map((flying) => (flying > 0 ? 0.9 : 0.2)),
};

async function built(model?: Classifier): Promise<RequestRouter> {
  const labels = labelRequests(requests, { ...THESIS_TERMS, scheme: "duet", costMargin: 0 });
  const { features, label, requestRow } = labelledRequests(requests, labels, SETS);
  const split = stratifiedSplit(label);
  const rows = takeTrainingRows({ features, label }, split.train);
  const { router } = buildRouter({
    classifier: model ?? (await gradientBoosting.fit(rows, { seed: 1 })),
    campaign: requests,
    labelledRow: requestRow,
    features,
    label,
    split,
    both: null,
    origin: { run: "fb", campaign: "small-duet", simulated: true, seed: 1, labels: labels.options },
  });
  return router;
}

const CONTEXT = {
  workload_type: WORKLOADS[1],
  payload_size_kb: 32,
  time_window: "midday",
  load_pattern: "medium_load",
  hour_of_day: 12,
  is_weekend: true,
};

/** Everything that a context may say of the moment. */
function around(row: number): Record<string, number | null> {
  const table = buildFeatures(selectRows(requests, [row]), ["state", "feedback"]);
  const arrivals = table.names.flatMap((name, i) =>
    name.endsWith("_log") || NAMES.includes(name) ? [] : [[name, table.columns[i][0]] as const],
  );
  const answers = NAMES.map((name) => {
    const value = feedbackOf(requests)[name][row];
    return [name, Number.isNaN(value) ? null : value] as const;
  });
  return Object.fromEntries([...arrivals, ...answers]);
}

test("a router that reads feedback comes back from its folder and answers as its model does", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "feedback-router-"));
  try {
    const router = await built();
    assert.ok(NAMES.filter((name) => router.classifier.featureNames.includes(name)).length === 8);
    await saveRouter(router, folder);
    const read = await readRouter(folder);
    const features = buildFeatures(requests, SETS);
    const probability = router.classifier.predictProbability(features);
    for (const row of [0, 1, 100, 777, requests.rowCount - 1]) {
      const context = {
        workload_type: requests.workloadNames[requests.workload[row]],
        payload_size_kb: requests.payloadKb[row],
        time_window: ["early_morning", "morning_peak", "midday"][requests.timeWindow[row]],
        load_pattern: ["low_load", "medium_load"][requests.loadPattern[row]],
        hour_of_day: new Date(requests.timestampMs[row]).getUTCHours(),
        is_weekend: [0, 6].includes(new Date(requests.timestampMs[row]).getUTCDay()),
        ...around(row),
      };
      assert.equal(routeRequest(read, context).probability, probability[row], `row ${row}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the feedback is asked for by name, may say that there is none, and no one counts it", async () => {
  const router = await built(BUSY);
  const arrivals = new ServedArrivals(() => 0);
  assert.throws(
    () => routeRequest(router, CONTEXT, { arrivals }),
    /^ContextError: "lambda_mean_ms_last_60s" is missing; give mean of its workload's answers of Lambda in the last 60 s \(ms\), null where there is none, or ask for the fallback/,
  );
  const ask = (more: object): ReturnType<typeof routeRequest> =>
    routeRequest(router, { ...CONTEXT, lambda_mean_ms_last_60s: null, ...more }, { arrivals });
  assert.throws(() => ask({}), /"ecs_in_flight" is missing; give its workload's load in flight/);
  assert.throws(() => ask({ ecs_in_flight: null }), /"ecs_in_flight" is null; it must be a number/);
  assert.deepEqual(
    [ask({ ecs_in_flight: 0 }).platform, ask({ ecs_in_flight: 3 }).platform],
    ["ecs", "lambda"],
  );
  const drivers = ask({ ecs_in_flight: 3 }).reason!.drivers!;
  assert.ok(
    drivers.some(({ input, contribution }) => input === "recent answers" && contribution > 0),
  );
  assert.match(
    rulesText(router.knowledge!.rules).join("\n"),
    /if its workload's load in flight on ECS is (above|at most) 0 requests: /,
  );
  // Figures are no part of a context.
  assert.deepEqual(router.knowledge!.contexts.inputs, ["workload"]);
});

test("inside a simulation such a router is refused: its own choices would change what it reads", async () => {
  const router = await built(BUSY);
  assert.throws(
    () => closedLoop(smallDuet(), routerRouting(router), { seed: 2, terms: THESIS_COST }),
    /^InputError: the router's model reads feedback \(requests in flight, recent answers\), which depends on where the router itself has sent requests: only one that was trained without the feature set feedback can decide inside the simulation$/,
  );
});

test("as inputs, requests in flight and recent answers are one thing each", () => {
  const { model, tableOf } = inputModel(BUSY, requests);
  const table = tableOf(requests);
  assert.deepEqual(
    inputGroups(table)
      .slice(5)
      .map(({ name, features }) => [name, features.length]),
    [
      ["in flight", 4],
      ["recent answers", 4],
    ],
  );
  const probability = BUSY.predictProbability(buildFeatures(requests, SETS));
  assert.deepEqual(model.predictProbability(table), probability);
  const label = Uint8Array.from(probability, (p) => Number(p > 0.5));
  const { groups } = inputImportance(BUSY, requests, label, { repeats: 2 });
  for (const { name, accuracy } of groups)
    assert.equal(accuracy.mean > 0.05, name === "in flight", `${name}: ${accuracy.mean}`);
});

test("of more inputs fewer requests are explained, so that every coalition can be visited", () => {
  const hybrids = (featureNames: string[], inputs: number): number => {
    const { background, explained } = requestsToExplain({ featureNames });
    return 2 ** inputs * background * explained;
  };
  assert.deepEqual(requestsToExplain({ featureNames: ["payload_log"] }), {
    background: 100,
    explained: 1000,
  });
  assert.ok(hybrids(["payload_log", "idle_seconds"], 7) <= 2e6);
  assert.ok(hybrids(["payload_log", "ecs_in_flight"], 7) <= 2e6);
  assert.ok(hybrids(["idle_seconds", "ecs_in_flight"], 9) <= 2e6);
});
