import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import { buildFeatures } from "lib/features";
import { saveModel } from "lib/models";
import {
  ContextError,
  drivers,
  meanWhere,
  MOST_ROUTER_BYTES,
  readRouter,
  routeRequest,
  routerBytes,
  routeText,
  saveRouter,
  type RequestRouter,
} from "lib/routing";
import { CONTEXT, smallCampaign, smallRouter } from "./small-router.js";

let router: RequestRouter;
before(async () => void (router = await smallRouter()));

test("the answer is the model's, with the rule that fires and the cell's own difference", () => {
  const requests = smallCampaign();
  const route = routeRequest(router, CONTEXT);
  const [probability] = router.classifier.predictProbability(buildFeatures(requests));
  assert.deepEqual(
    [route.platform, route.probability, route.notes, route.simulated],
    ["lambda", probability, [], true],
  );
  const cell = [...Array(requests.rowCount).keys()].filter(
    (row) =>
      requests.workload[row] === 0 &&
      requests.timeWindow[row] === 0 &&
      requests.loadPattern[row] === 0 &&
      requests.targetPayloadKb[row] === 50,
  );
  const mean = (platform: number): number => {
    const own = cell.filter((row) => requests.platform[row] === platform);
    return own.reduce((sum, row) => sum + requests.responseTimeMs[row], 0) / own.length;
  };
  const {
    lambdaMinusEcs: { responseTimeMs, costUsd },
    lambdaRows,
    ecsRows,
    from,
  } = route.expectedDifference!;
  assert.ok(Math.abs(responseTimeMs.estimate - (mean(1) - mean(0))) < 1e-9);
  assert.ok(
    responseTimeMs.low < responseTimeMs.estimate &&
      responseTimeMs.estimate < responseTimeMs.high &&
      costUsd.low < costUsd.high,
  );
  assert.deepEqual(
    [lambdaRows, ecsRows, from],
    [24, 24, "lightweight_api, 50 KiB, early_morning, low_load"],
  );
  assert.ok(route.reason!.rule.agrees);
  assert.match(
    route.reason!.text,
    /^rule \d of \d: .*what speaks most: .* for Lambda \(\+0\.\d\d\)/,
  );
  assert.match(
    routeText(route),
    /^lambda {2}P\(Lambda optimal\) = 0\.\d{3}\n {2}because rule .*\n {2}Lambda minus ECS: -3\d\.\d \[.*\] ms and .* USD per million requests \(lightweight_api, 50 KiB, .*; simulated\)$/,
  );
});

test("drivers are Shapley values over the campaign's own contexts: by definition, over all orders", () => {
  const contexts = router.knowledge!.contexts;
  const values = {
    workload: CONTEXT.workload_type,
    payload: 200,
    window: "early_morning",
    pattern: "low_load",
    hour: 3,
    weekend: 0,
  } as const;
  const players = {
    workload: ["workload"],
    "payload size": ["payload"],
    "time window": ["window"],
    "load pattern": ["pattern"],
    "time of day": ["hour", "weekend"],
  } as const;
  const names = Object.keys(players) as (keyof typeof players)[];
  const worth = (told: readonly string[]): number =>
    meanWhere(
      contexts,
      Object.fromEntries(
        told.flatMap((name) =>
          players[name as keyof typeof players].map((input) => [input, values[input]]),
        ),
      ),
    ).probability;
  const orders = (rest: readonly string[]): string[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((name) =>
          orders(rest.filter((other) => other !== name)).map((order) => [name, ...order]),
        );
  const all = orders(names);
  const found = drivers(contexts, values)!;
  for (const { input, contribution } of found.drivers) {
    const mean =
      all.reduce(
        (sum, order) =>
          sum +
          worth(order.slice(0, order.indexOf(input) + 1)) -
          worth(order.slice(0, order.indexOf(input))),
        0,
      ) / all.length;
    assert.ok(Math.abs(contribution - mean) < 1e-12, input);
  }
  assert.ok(
    Math.abs(
      found.base +
        found.drivers.reduce((sum, { contribution }) => sum + contribution, 0) -
        worth(names),
    ) < 1e-12,
  );
  assert.equal(drivers(contexts, { ...values, hour: 20 }), null);
});

test("what is missing or unknown is refused by name", () => {
  const refused: [object, RegExp][] = [
    [
      { ...CONTEXT, workload_type: "mining" },
      /"workload_type" is "mining"; it must be one of lightweight_api/,
    ],
    [
      { ...CONTEXT, workload_type: "heavy_processing" },
      /of which the campaign "stated in a test" holds no request/,
    ],
    [
      { ...CONTEXT, payload_size_kb: "50" },
      /"payload_size_kb" is "50"; it must be a number from 0/,
    ],
    [
      { ...CONTEXT, time_window: undefined },
      /"time_window" is missing; give one of early_morning.*or ask for the fallback \(--fallback\)/,
    ],
    [{ ...CONTEXT, load_pattern: undefined }, /"load_pattern" is missing/],
    [{ ...CONTEXT, hour_of_day: undefined }, /"hour_of_day" is missing; give the hour \(UTC\)/],
    [
      { ...CONTEXT, hour_of_day: 3.5 },
      /"hour_of_day" is 3.5; it must be a whole number from 0 to 23/,
    ],
    [{ ...CONTEXT, is_weekend: "no" }, /"is_weekend" is "no"; it must be true or false/],
    [
      { ...CONTEXT, payload_kb: 50 },
      /"payload_kb" is no field of a context; there are workload_type/,
    ],
    [[CONTEXT], /a context is a JSON object, not \[/],
  ];
  for (const [context, message] of refused)
    assert.throws(
      () => routeRequest(router, context),
      (error) => error instanceof ContextError && message.test(error.message),
      String(message),
    );
});

test("what an answer rests on is said: sizes never sent, contexts never held, a day left open", () => {
  const between = routeRequest(router, { ...CONTEXT, payload_size_kb: 125 });
  assert.deepEqual(between.notes, [
    "the campaign sent no 125 KiB for lightweight_api; its nearest size is 50 KiB",
  ]);
  const [low, high] = [50, 200].map(
    (payload_size_kb) =>
      routeRequest(router, { ...CONTEXT, payload_size_kb }).expectedDifference!.lambdaMinusEcs
        .responseTimeMs,
  );
  assert.ok(
    Math.abs(
      between.expectedDifference!.lambdaMinusEcs.responseTimeMs.estimate -
        (low.estimate + high.estimate) / 2,
    ) < 1e-9,
  );
  assert.match(between.expectedDifference!.from, /between 50 and 200 KiB, early_morning, low_load/);
  const outside = routeRequest(router, { ...CONTEXT, payload_size_kb: 5000 });
  assert.match(
    outside.notes.join("; "),
    /5000 KiB lies outside the 50 to 1000 KiB .*: the model extrapolates; no expected difference/,
  );
  assert.equal(outside.expectedDifference, null);
  const never = routeRequest(router, { ...CONTEXT, load_pattern: "burst_load" });
  assert.deepEqual(
    [never.notes, never.reason!.drivers, never.expectedDifference!.from],
    [
      ["the campaign held no request of this context: the model generalises"],
      null,
      "lightweight_api, 50 KiB, all windows and patterns",
    ],
  );
  const { is_weekend: _, ...open } = CONTEXT;
  assert.deepEqual(routeRequest(router, open).notes, [
    '"is_weekend" was not given: taken as a working day, as all of the campaign',
  ]);
});

test("the fallback is the campaign's mean over what was left out, and says so", () => {
  const { load_pattern: _, time_window: __, ...open } = CONTEXT;
  const requests = smallCampaign();
  const route = routeRequest(router, open, { fallback: true });
  const probability = router.classifier.predictProbability(buildFeatures(requests));
  const own = [...probability.keys()].filter(
    (row) =>
      requests.workload[row] === 0 &&
      requests.targetPayloadKb[row] === 50 &&
      new Date(requests.timestampMs[row]).getUTCHours() === 3,
  );
  assert.ok(
    Math.abs(route.probability - own.reduce((sum, row) => sum + probability[row], 0) / own.length) <
      1e-12,
  );
  assert.deepEqual(route.notes, [
    `"time_window", "load_pattern" were not given: the mean over 2 contexts (${own.length} ` +
      "requests) of the campaign that agree with the rest",
  ]);
  assert.throws(
    () => routeRequest(router, { ...open, hour_of_day: 20 }, { fallback: true }),
    /nothing to take a mean over/,
  );
});

test(
  "a router is one folder that reads back the same and repeats to the byte; a damaged file is " +
    "named",
  async (t) => {
    const folders = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), "router-")));
    t.after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
    const [folder, other] = folders;
    const manifest = await saveRouter(router, folder);
    await saveRouter(await smallRouter(), other);
    for (const { file } of [...manifest.files, { file: "manifest.json" }])
      assert.deepEqual(
        readFileSync(path.join(folder, file)),
        readFileSync(path.join(other, file)),
        file,
      );
    assert.deepEqual(
      [manifest.origin.simulated, manifest.origin.labels.scheme, manifest.model.kind],
      [true, "request-vs-median", "gradient-boosting"],
    );
    assert.ok((await routerBytes(folder)) < MOST_ROUTER_BYTES);
    assert.deepEqual(
      routeRequest(await readRouter(folder), CONTEXT),
      routeRequest(router, CONTEXT),
    );
    copyFileSync(path.join(folder, "weights.bin"), path.join(folder, "kept"));
    writeFileSync(path.join(folder, "knowledge.json"), "{}");
    await assert.rejects(
      readRouter(folder),
      /knowledge.json is not the file that manifest.json was written with/,
    );
    writeFileSync(path.join(folder, "manifest.json"), "{");
    await assert.rejects(readRouter(folder), /manifest.json is not JSON/);
    await assert.rejects(
      readRouter(path.join(folder, "nowhere")),
      /holds no router .* and no model/,
    );
  },
);

test("a model alone answers, and says that it gives no reason and no difference", async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "model-"));
  t.after(() => rmSync(folder, { recursive: true }));
  await saveModel(router.classifier, folder);
  const alone = await readRouter(folder);
  const route = routeRequest(alone, CONTEXT);
  assert.deepEqual(
    [route.probability, route.reason, route.expectedDifference],
    [routeRequest(router, CONTEXT).probability, null, null],
  );
  assert.deepEqual(route.notes, [
    "a model alone, without its campaign: no reason and no expected difference",
  ]);
  await assert.rejects(saveRouter(alone, folder), /a model alone is no router/);
});

test("a router knows the workloads of its campaign, whatever they are called", async () => {
  const router = await smallRouter();
  const named = {
    ...router,
    knowledge: {
      ...router.knowledge!,
      workloads: { names: ["resize", ...router.knowledge!.workloads!.names.slice(1)] },
      contexts: JSON.parse(
        JSON.stringify(router.knowledge!.contexts).replaceAll(CONTEXT.workload_type, "resize"),
      ) as NonNullable<typeof router.knowledge>["contexts"],
    },
  };
  const asked = routeRequest(named, { ...CONTEXT, workload_type: "resize" });
  assert.equal(asked.probability, routeRequest(router, CONTEXT).probability);
  assert.throws(
    () => routeRequest(named, CONTEXT),
    /"workload_type" is "lightweight_api"; it must be one of resize, /,
  );
});
