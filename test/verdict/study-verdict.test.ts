import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeGate } from "lib/campaign";
import {
  datesInWords,
  studyVerdict,
  type QuestionId,
  type RoutingRecord,
  type RunArtefacts,
  type TrainingRecord,
} from "lib/verdict";
import { artefactsOf, auditOf, checkOf } from "./artefacts-of.js";

const answerOf = (run: RunArtefacts, id: QuestionId): string =>
  studyVerdict(run).answers.find((answer) => answer.id === id)!.sentence;
const interval = (estimate: number, low: number, high: number) => ({
  estimate,
  low,
  high,
  level: 0.95,
});

function trainingOf(lookups: [title: string, difference: [number, number, number]][]) {
  return {
    best: "random-forest",
    bounds: auditOf().attainability!,
    models: [
      {
        kind: "random-forest",
        title: "Random forest",
        intervals: { accuracy: interval(0.85, 0.84, 0.86) },
      },
    ],
    pairs: lookups.map(([b, [estimate, low, high]]) => ({
      a: "Random forest",
      b,
      difference: interval(estimate, low, high),
    })),
  } satisfies TrainingRecord;
}

test("what was not run is said, for each answer and for the verdict", () => {
  const { sentence, answers, causes } = studyVerdict(artefactsOf());
  assert.equal(sentence, "There is no verdict: notebook 01 was not run.");
  assert.deepEqual(
    answers.map(({ sentence: text }) => text),
    [
      ...["01", "01", "01", "04", "05", "06"].map((n) => `Not known: notebook ${n} was not run.`),
      "Run the notebooks from 01 on.",
    ],
  );
  assert.deepEqual(causes, []);
  const stopped = artefactsOf({ audit: auditOf(), stopped: ["04_training"] });
  assert.match(studyVerdict(stopped).sentence, /no verdict: an error stopped 04_training/);
  assert.equal(answerOf(stopped, "learned"), "Not known: an error stopped notebook 04.");
  assert.match(answerOf(stopped, "next"), /Mend what stopped 04_training/);
});

test("the kind of data is said first: measured, on this machine, or simulated", () => {
  const measured = artefactsOf({ audit: auditOf({ quarantined: 3 }) });
  assert.equal(
    answerOf(measured, "data"),
    "Real measurements: 1,000 requests from 22 to 23 November 2025 (UTC), and 3 lines could not be read.",
  );
  const local = artefactsOf({ audit: auditOf({ local: true }) });
  assert.match(answerOf(local, "data"), /this machine's stand-ins for both platforms, not of AWS/);
  assert.match(studyVerdict(local).sentence, /^On this machine's stand-ins: /);
  const simulated = artefactsOf({ simulated: true, audit: auditOf({ kind: "simulated" }) });
  assert.match(answerOf(simulated, "data"), /^Simulated: .* no platform was measured/);
  assert.match(studyVerdict(simulated).sentence, /^Simulated: /);
  const nothing = artefactsOf({ audit: auditOf({ rows: 0, dates: null, attainability: null }) });
  assert.match(studyVerdict(nothing).sentence, /no line of the logs could be read/);
});

test("dates are those of the data, as short as they can be", () => {
  const words = (from: string, to: string): string => datesInWords({ from, to });
  assert.equal(words("2025-11-22T01:00Z", "2025-11-22T09:00Z"), "of 22 November 2025 (UTC)");
  assert.equal(
    words("2025-11-30T01:00Z", "2025-12-01T09:00Z"),
    "from 30 November to 1 December 2025 (UTC)",
  );
  assert.equal(
    words("2025-12-31T01:00Z", "2026-01-01T09:00Z"),
    "from 31 December 2025 to 1 January 2026 (UTC)",
  );
});

test("trust counts what fails by reason; what is accepted fails nothing and is counted apart", () => {
  const checks = [
    checkOf("missing-at-random", "fail", { offenders: [{ label: "x", count: 70 }] }),
    checkOf("memory-declared", "fail", { offenders: [{ label: "x", count: 30 }] }),
    checkOf("headroom", "pass"),
    checkOf("lift-over-lookup", "not applicable"),
  ];
  const run = artefactsOf({ audit: auditOf({ checks }) });
  assert.equal(
    answerOf(run, "trust"),
    "Not as they are: 2 of the 3 checks that apply fail, for 2 reasons; the worst is that requests " +
      "were lost before they were logged, and not by chance (70 requests lie where shares differ).",
  );
  assert.match(answerOf(run, "next"), /^Log every request .* That takes 1,000 requests: /);
  const accepted = { "missing-at-random": "known" };
  assert.match(answerOf({ ...run, accepted }, "trust"), /one reason; 1 more is accepted/);
  const all = { ...accepted, "memory-declared": "meant" };
  assert.match(answerOf({ ...run, accepted: all }, "trust"), /the 2 that fail are accepted/);
  assert.match(studyVerdict({ ...run, accepted: all }).sentence, /finds no fault in the data/);
});

test("a model is worth more than a table only where it surely beats the hardest lookup", () => {
  const audit = auditOf();
  const easy = trainingOf([["Lookup of one column", [0.15, 0.1, 0.2]]]);
  assert.match(
    answerOf(artefactsOf({ audit, training: easy }), "learned"),
    /^Yes: the random forest, .* 85\.0 % \[84\.0, 86\.0\] .* 15\.0 points \[10\.0, 20\.0\] ahead of the lookup of one column/,
  );
  const hard = trainingOf([
    ["Lookup of one column", [0.15, 0.1, 0.2]],
    ["Lookup of three columns", [0.01, -0.01, 0.03]],
  ]);
  const run = artefactsOf({ audit, training: hard });
  assert.match(answerOf(run, "learned"), /^Not surely more than a table: .* three columns\.$/);
  assert.match(studyVerdict(run).sentence, /not surely more than a lookup/);
  assert.match(answerOf(run, "next"), /^Use the lookup/);
  assert.match(
    answerOf(artefactsOf({ audit, training: easy }), "next"),
    /study predict --model processed-data\/a-run\/router/,
  );
});

test("whether there is anything to learn follows the gate on the labels that were handed on", () => {
  const gates = [judgeGate("headroom", 0.01, "x"), judgeGate("ceiling", 0.9, "x")];
  const run = artefactsOf({ audit: auditOf(), gates });
  assert.match(answerOf(run, "learnable"), /^Hardly: .* 70\.0 % .* 90\.0 %/);
  assert.match(studyVerdict(run).sentence, /almost nothing for a model to learn/);
  const byWorkload = { lightweight_api: { labelled: 100, lambda: 25 } };
  const labelled = { ...artefactsOf(), audit: auditOf(), labelling: { byWorkload } as never };
  const { picture } = studyVerdict(labelled).answers[2];
  assert.deepEqual(picture?.kind === "shares" && picture.bars, [
    { name: "lightweight API", share: 0.25 },
  ]);
  assert.match(picture!.alt, /lightweight API 25\.0 %/);
});

test("an interval's end that is not known decides nothing", () => {
  const routing = {
    verdict: "The router would have saved something.",
    router: "r",
    comparison: {
      reference: "always ECS",
      values: [
        {
          policy: "r",
          // JSON has no infinities.
          saved: {
            latencyMs: { estimate: 5, low: null, high: 9, level: 0.95 },
            costUsd: { estimate: -1e-6, low: -2e-6, high: null, level: 0.95 },
          },
        },
      ],
    },
  } as unknown as RoutingRecord;
  const worth = studyVerdict(artefactsOf({ routing })).answers.find(({ id }) => id === "worth")!;
  assert.equal(worth.state, "bad");
  assert.equal(worth.sentence, routing.verdict);
});
