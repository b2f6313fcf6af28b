import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { judgeGate } from "lib/campaign";
import {
  datesInWords,
  readRunArtefacts,
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
          saved: {
            latencyMs: interval(5, -Infinity, 9),
            costUsd: interval(-1e-6, -2e-6, Infinity),
          },
        },
      ],
    },
  } as unknown as RoutingRecord;
  const worth = studyVerdict(artefactsOf({ routing })).answers.find(({ id }) => id === "worth")!;
  assert.equal(worth.state, "bad");
  assert.equal(worth.sentence, routing.verdict);
});

test("what is stale counts nothing: its reason and its remedy are said in place of its numbers", (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "verdict-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (file: string, value: unknown): void =>
    writeFileSync(path.join(folder, file), JSON.stringify(value));
  write("audit.json", { logs: auditOf() });
  write("training.json", trainingOf([["Lookup of one column", [0.15, 0.1, 0.2]]]));
  const known = { run: "a-run", simulated: false, gates: [] };
  assert.match(answerOf(readRunArtefacts(folder, known), "learned"), /^Yes: .* 85\.0 %/);
  const why = "labelled.arrow was written again after models/: run notebook 04_training again";
  const stale = readRunArtefacts(folder, { ...known, stale: { "04_training": why } });
  assert.equal(answerOf(stale, "learned"), `Not known: ${why}.`);
  assert.equal(answerOf(stale, "next"), `L${why.slice(1)}.`);
  const { sentence } = studyVerdict(stale);
  assert.match(sentence, /the models trained on these data are stale/);
  assert.doesNotMatch(sentence, /85/);
  const logs = "the logs have changed: run notebook 01_variance_audit again";
  const whole = readRunArtefacts(folder, { ...known, stale: { "01_variance_audit": logs } });
  assert.equal(studyVerdict(whole).sentence, `There is no verdict: ${logs}.`);
});

test("of one block of time, neither model nor inputs nor savings are judged", (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "verdict-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (file: string, value: unknown): void =>
    writeFileSync(path.join(folder, file), JSON.stringify(value));
  const training = trainingOf([["Lookup of one column", [0.15, -Infinity, Infinity]]]);
  training.models[0].intervals.accuracy = interval(0.85, -Infinity, Infinity);
  const exact = { mean: 0.04, standardError: 0, over: "blocks", degreesOfFreedom: 0 };
  const saved = interval(5, -Infinity, Infinity);
  write("audit.json", { logs: auditOf() });
  write("training.json", training);
  write("importance.json", {
    best: "random-forest",
    inputs: [
      {
        title: "Random forest",
        importance: { groups: [{ name: "payload size", accuracy: { exact } }] },
      },
    ],
  });
  write("routing.json", {
    verdict: "The data are too short to say.",
    router: "r",
    comparison: {
      reference: "always ECS",
      values: [{ policy: "r", saved: { latencyMs: saved, costUsd: saved } }],
    },
  });
  const run = readRunArtefacts(folder, { run: "a-run", simulated: false, gates: [] });
  const { sentence, answers } = studyVerdict(run);
  const of = (id: QuestionId) => answers.find((answer) => answer.id === id)!;
  assert.match(
    of("learned").sentence,
    /^Not known: .* 85\.0 % \[not known\] .* 15\.0 points \[not known\] ahead .* too few blocks/,
  );
  assert.match(sentence, /whether that is more than a lookup gets is not known/);
  assert.match(of("matters").sentence, /^Not known: .* payload size .* 4\.0 points \[not known\]/);
  for (const id of ["learned", "matters", "worth"] as const)
    assert.equal(of(id).state, "unknown", id);
  assert.match(of("next").sentence, /^Collect for longer/);
});

test("a ceiling that cannot be counted is told by its bounds; 100 % is never the best possible", () => {
  const bounds = (low: number, high: number) => ({
    ...auditOf().attainability!,
    distinctVectors: 990,
    ceiling: low,
    headroom: low - 0.7,
    ceilingBounds: {
      ...interval(low, low, high),
      reached: low + 0.01,
      above: "missed variance" as const,
    },
  });
  const runWith = (low: number, high: number, training: TrainingRecord | null = null) =>
    artefactsOf({
      audit: auditOf({
        attainability: bounds(low, high),
        checks: [checkOf("headroom", low - 0.7 > 0.05 ? "pass" : "fail")],
      }),
      training: training && { ...training, bounds: bounds(low, high) },
    });
  const surely = runWith(0.85, 0.9, trainingOf([["Lookup of one column", [0.15, 0.1, 0.2]]]));
  assert.match(
    answerOf(surely, "learnable"),
    /^Yes: .* 70\.0 % .* between 85\.0 % and 90\.0 %, which leaves 15\.0 points to 20\.0 points\.$/,
  );
  const { sentence, answers } = studyVerdict(surely);
  assert.match(sentence, /no model can pass 90\.0 %: more than any lookup/);
  const { picture } = answers.find(({ id }) => id === "learned")!;
  assert.ok(picture?.kind === "line");
  assert.deepEqual(picture.marks.at(-1), { name: "best possible", value: 0.9, low: 0.85 });
  assert.doesNotMatch(JSON.stringify(answers), /100(\.0)? %/);
  const open = runWith(0.72, 0.9);
  assert.match(answerOf(open, "learnable"), /^Not known: .* between 72\.0 % and 90\.0 %/);
  assert.match(studyVerdict(open).sentence, /^Whether there is anything to learn is not known \(/);
  const none = runWith(0.72, 0.74);
  assert.match(answerOf(none, "learnable"), /^Hardly: /);
  assert.match(studyVerdict(none).sentence, /almost nothing for a model to learn/);
});
