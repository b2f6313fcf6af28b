import assert from "node:assert/strict";
import { test } from "node:test";
import { LOAD_PATTERNS, PLATFORMS, TIME_WINDOWS, WORKLOADS } from "lib/campaign";
import { buildFeatures } from "lib/features";
import type { Classifier } from "lib/models";
import { THESIS_COST } from "lib/labels";
import { groupIntoCells, timeBlocks } from "lib/requests";
import {
  applyRules,
  distilRules,
  inputsRead,
  observedOutcomes,
  rulesTable,
  rulesText,
  rulesValue,
  rulesVerdict,
  type Condition,
  type Rule,
} from "lib/routing";
import { createRandom, type Random } from "lib/statistics";
import { requestsOf, type StatedRequest } from "../requests-of.js";

const SIZES = [50, 100, 200, 500, 1024];
const HOURS = [3, 9, 13, 19];

/** Each context of a crossed campaign `times(i)` times. */
function crossed(times: (context: number) => number): StatedRequest[] {
  const stated: StatedRequest[] = [];
  for (let workload = 0; workload < WORKLOADS.length; workload++)
    for (const targetPayloadKb of SIZES)
      for (let window = 0; window < HOURS.length; window++)
        for (let pattern = 0; pattern < LOAD_PATTERNS.length; pattern++) {
          const one = {
            workload,
            targetPayloadKb,
            timeWindow: window,
            loadPattern: pattern,
            timestampMs: Date.UTC(2025, 0, 6, HOURS[window]),
          };
          for (let i = times(stated.length); i > 0; i--)
            stated.push({
              ...one,
              platform: stated.length % 2,
              timestampMs: one.timestampMs + ((stated.length * 60_000) % 3_600_000),
            });
        }
  return stated;
}

/** A model that is a list of rules, on the author's features. */
function modelOf(
  answer: (workload: string, payloadKb: number, window: string, pattern: string) => string,
): Classifier {
  const featureNames = [
    "workload_type_encoded",
    "payload_size_kb",
    "time_window_encoded",
    "load_pattern_encoded",
    "payload_squared",
  ];
  return {
    kind: "stated",
    featureNames,
    toArtefact: () => assert.fail("not stored"),
    predictProbability({ names, columns, rowCount }) {
      const [workload, kb, window, pattern] = featureNames.map(
        (name) => columns[names.indexOf(name)],
      );
      return Float64Array.from({ length: rowCount }, (_, row) =>
        answer(
          WORKLOADS[workload[row]],
          kb[row],
          TIME_WINDOWS[window[row]],
          LOAD_PATTERNS[pattern[row]],
        ) === "lambda"
          ? 0.9
          : 0.2,
      );
    },
  };
}

test("a model that is a short list of rules is recovered to the word", () => {
  const model = modelOf((workload, kb, window) =>
    workload === "thumbnail_processing" && kb > 200
      ? "ecs"
      : window === "early_morning"
        ? "ecs"
        : "lambda",
  );
  const requests = requestsOf(crossed(() => 2));
  const list = distilRules(model, requests, buildFeatures(requests));
  assert.equal(list.agreement, 1);
  assert.deepEqual(rulesText(list), [
    "if time window is early_morning: ECS",
    "else if workload is not thumbnail_processing: Lambda",
    "else if payload is at most 200 KiB: Lambda",
    "else: ECS",
  ]);
  const one = distilRules(
    modelOf((workload) => (workload === "lightweight_api" ? "ecs" : "lambda")),
    requests,
    buildFeatures(requests),
  );
  assert.deepEqual(rulesText(one), ["if workload is not lightweight_api: Lambda", "else: ECS"]);
  assert.deepEqual(
    rulesText(
      distilRules(
        modelOf(() => "ecs"),
        requests,
        buildFeatures(requests),
      ),
    ),
    ["always: ECS"],
  );
});

/** A random list of up to four rules of up to two conditions. */
function randomList(random: Random): Rule[] {
  const condition = (): Condition => {
    switch (random.integer(4)) {
      case 0:
        return {
          input: "workload",
          test: random.integer(2) ? "is" : "is not",
          value: WORKLOADS[random.integer(4)],
        };
      case 1:
        return {
          input: "payload",
          test: random.integer(2) ? "at most" : "above",
          value: SIZES[random.integer(4)],
        };
      case 2:
        return {
          input: "window",
          test: random.integer(2) ? "is" : "is not",
          value: TIME_WINDOWS[random.integer(4)],
        };
      default:
        return {
          input: "pattern",
          test: random.integer(2) ? "is" : "is not",
          value: LOAD_PATTERNS[random.integer(4)],
        };
    }
  };
  const rule = (conditions: Condition[]): Rule => ({
    conditions,
    platform: PLATFORMS[random.integer(2)],
    rows: 0,
    agreeing: 0,
  });
  return [
    ...Array.from({ length: 1 + random.integer(4) }, () =>
      rule(Array.from({ length: 1 + random.integer(2) }, condition)),
    ),
    rule([]),
  ];
}

test(
  "any list of conjunctions of two is matched on every context, whatever the weights (Rivest, " +
    "1987)",
  () => {
    const random = createRandom(17);
    for (let round = 0; round < 25; round++) {
      const truth = randomList(random);
      const requests = requestsOf(crossed(() => 1 + random.integer(3)));
      const { choice } = applyRules({ rules: truth }, requests);
      const features = buildFeatures(requests);
      const model: Classifier = {
        kind: "stated",
        featureNames: features.names,
        predictProbability: () => Float64Array.from(choice),
        toArtefact: () => assert.fail("not stored"),
      };
      const shown = {
        ...features,
        columns: [...features.columns.slice(0, -1), Float64Array.from(choice.keys())],
      };
      const list = distilRules(model, requests, shown, { maxRules: 60 });
      assert.equal(list.agreement, 1, rulesText({ rules: truth }).join("\n"));
      assert.deepEqual([...applyRules(list, requests).choice], [...choice]);
      // No rule is idle.
      list.rules
        .slice(0, -1)
        .forEach((rule, i) =>
          assert.ok(rule.rows > 0, `rule ${i + 1} of\n${rulesText(list).join("\n")}`),
        );
    }
  },
);

/** A model that follows a hidden rule nine times out of ten. */
function noisy(random: Random) {
  const requests = requestsOf(crossed(() => 3));
  const features = buildFeatures(requests);
  const probability = Float64Array.from({ length: requests.rowCount }, (_, row) =>
    Number(requests.workload[row] > 1) ^ Number(random.integer(10) === 0) ? 0.8 : 0.1,
  );
  const model: Classifier = {
    kind: "stated",
    featureNames: ["workload_type_encoded", "payload_size_kb"],
    predictProbability: () => probability,
    toArtefact: () => assert.fail("not stored"),
  };
  return {
    requests,
    probability,
    list: distilRules(
      model,
      requests,
      {
        ...features,
        columns: [...features.columns.slice(0, -1), Float64Array.from(probability.keys())],
      },
      { maxRules: 4 },
    ),
  };
}

test("agreement equals direct counting, in the list, rule by rule, and held out", () => {
  const { requests, probability, list } = noisy(createRandom(3));
  const { rule, choice } = applyRules(list, requests);
  const same = choice.reduce(
    (count, platform, row) => count + Number(platform === Number(probability[row] > 0.5)),
    0,
  );
  assert.equal(list.agreement, same / requests.rowCount);
  assert.ok(list.agreement > 0.85 && list.agreement < 1);
  list.rules.forEach(({ rows, agreeing }, i) => {
    const own = [...rule.keys()].filter((row) => rule[row] === i);
    assert.deepEqual(
      [rows, agreeing],
      [own.length, own.filter((row) => choice[row] === Number(probability[row] > 0.5)).length],
    );
  });
  assert.equal(
    rulesTable(list).reduce((sum, { rows }) => sum + rows, 0),
    requests.rowCount,
  );

  const label = Uint8Array.from(requests.workload, (workload) => Number(workload > 0));
  const value = rulesValue(list, {
    requests,
    probability,
    label,
    observed: observedOutcomes(requests, THESIS_COST),
    both: null,
    cells: groupIntoCells(requests),
    blocks: timeBlocks(requests.timestampMs),
    seed: 1,
  });
  assert.equal(value.agreement.estimate, same / requests.rowCount);
  const right = (answers: ArrayLike<number>): number =>
    label.reduce((count, y, row) => count + Number(answers[row] === y), 0) / label.length;
  assert.deepEqual(
    [value.modelAccuracy, value.rulesAccuracy],
    [right(probability.map((p) => Number(p > 0.5))), right(choice)],
  );
  assert.ok(
    Math.abs(value.accuracyDifference.estimate - (value.rulesAccuracy - value.modelAccuracy)) <
      1e-12,
  );
  assert.ok(
    value.agreement.low < value.agreement.estimate &&
      value.agreement.high > value.agreement.estimate,
  );
  assert.match(
    rulesVerdict(value, true),
    /^The rules send 8\d\.\d\d \[8\d\.\d\d, 9\d\.\d\d\] % of 960 held-out simulated requests where the model sends them/,
  );
});

test(
  "ms and USD against the model: the plain means where both outcomes are known, nothing where " +
    "the answers are the same",
  () => {
    const { requests, probability, list } = noisy(createRandom(5));
    const rows = requests.rowCount;
    const random = createRandom(6);
    const side = (ms: number) => ({
      latencyMs: Float64Array.from({ length: rows }, () => ms + random.uniform()),
      costUsd: Float64Array.from({ length: rows }, () => ms / 1e8),
    });
    const both = [side(100), side(60)] as const;
    const task = {
      requests,
      label: new Uint8Array(rows),
      observed: observedOutcomes(requests, THESIS_COST),
      both,
      cells: groupIntoCells(requests),
      blocks: timeBlocks(requests.timestampMs),
      seed: 1,
    };
    const { choice } = applyRules(list, requests);
    const mean = (choices: ArrayLike<number>): number =>
      both[0].latencyMs.reduce((sum, _, row) => sum + both[choices[row]].latencyMs[row], 0) / rows;
    const { costAgainstModel, method } = rulesValue(list, { ...task, probability });
    assert.equal(method, "counterfactual");
    assert.ok(
      Math.abs(
        costAgainstModel.latencyMs.estimate -
          (mean(choice) - mean(probability.map((p) => Number(p > 0.5)))),
      ) < 1e-9,
    );
    const same = rulesValue(list, { ...task, probability: choice });
    assert.deepEqual(
      [
        same.agreement.estimate,
        same.costAgainstModel.latencyMs.estimate,
        same.costAgainstModel.costUsd.estimate,
      ],
      [1, 0, 0],
    );
    assert.ok(same.agreement.low < 1, "full agreement on a sample is not certainty");
  },
);

test("rules speak only of what the model reads", () => {
  assert.deepEqual(
    inputsRead(["payload_log", "is_weekend", "requests_last_10s", "workload_hour_interaction"]),
    ["workload", "payload", "hour", "weekend"],
  );
  const requests = requestsOf(crossed(() => 1));
  const features = buildFeatures(requests);
  assert.throws(
    () =>
      distilRules(
        modelOf(() => "ecs"),
        requests,
        features,
        { maxRules: 0 },
      ),
    /1 or more rules, not 0/,
  );
  assert.throws(
    () =>
      distilRules(
        modelOf(() => "ecs"),
        requestsOf([]),
        { ...features, rowCount: 0 },
      ),
    /no requests to make rules from/,
  );
});
