import assert from "node:assert/strict";
import { test } from "node:test";
import type { Manifest } from "lib/artefacts";
import { judgeGate } from "lib/campaign";
import { ASKED_FILES, judgeChecklists, type ChecklistInput } from "lib/checklists";
import type { RunArtefacts } from "lib/verdict";
import { artefactsOf, auditOf, checkOf } from "../verdict/artefacts-of.js";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const record = (commit: string | null, changed = false): Manifest["notebooks"][string] => ({
  finishedAt: "2026-01-02T03:04:05.000Z",
  seconds: 1,
  code: { commit, changed },
  machine: { node: "v20.19.0", os: "Linux 6 x64", cpu: "A CPU", cpus: 2, memoryGib: 8 },
  packages: {},
  inputs: [],
  outputs: [],
});
const manifestOf = (given: Partial<Manifest> = {}): Manifest => ({
  format: 3,
  settings: { stated: {}, options: [] },
  effective: {},
  run: "a-run",
  source: { kind: "logs", name: "logs", location: null, sha256: "ab".repeat(32) },
  seed: 42,
  simulated: false,
  notebooks: { "01_variance_audit": record(SHA) },
  ...given,
});

function stateOf(given: Partial<ChecklistInput>, list: string, point: string) {
  const input = { run: artefactsOf(), manifest: null, projectFiles: ASKED_FILES, ...given };
  const { items } = judgeChecklists(input).find(({ id }) => id === list)!;
  return items.find(({ id }) => id === point)!;
}

/** States of one point in several runs. */
const statesOf = (list: string, point: string, runs: readonly Partial<ChecklistInput>[]) =>
  runs.map((run) => stateOf(run, list, point).state);
const runOf = (given: Partial<RunArtefacts>): Partial<ChecklistInput> => ({
  run: artefactsOf(given),
});

test("eight principles, 32 points of REFORMS and ACM's are there, each with its evidence", () => {
  const lists = judgeChecklists({
    run: artefactsOf(),
    manifest: null,
    projectFiles: [],
  });
  const ids = (at: number): string[] => lists[at].items.map(({ id }) => id);
  assert.deepEqual(
    ids(0).filter((id) => id !== "+"),
    ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"],
  );
  assert.equal(ids(1).length, 32);
  assert.equal(new Set(ids(1)).size, 32);
  for (const { items } of lists)
    for (const { id, evidence } of items) assert.ok(evidence.length > 10, id);
});

test("of a run that left nothing, nothing is met but what needs no run", () => {
  const lists = judgeChecklists({ run: artefactsOf(), manifest: null, projectFiles: [] });
  const met = lists.flatMap(({ items }) => items.filter(({ state }) => state === "met"));
  assert.deepEqual(
    met.map(({ id }) => id),
    ["P7"],
  );
});

test("P1 wants more than one day, and a sample that is large enough", () => {
  const power = (verdict: "pass" | "fail") => [checkOf("power", verdict)];
  const day = { from: "2025-11-22T01:00:00.000Z", to: "2025-11-22T23:00:00.000Z" };
  assert.deepEqual(
    statesOf("cloud", "P1", [
      runOf({ audit: auditOf({ checks: power("pass") }) }),
      runOf({ audit: auditOf({ checks: power("fail") }) }),
      runOf({ audit: auditOf({ checks: power("pass"), dates: day }) }),
    ]),
    ["met", "not met", "not met"],
  );
});

test("P2 is met where every gate of coverage passes", () => {
  const gates = (patterns: number) => [
    judgeGate("payload-sizes", 5, "x"),
    judgeGate("time-windows", 5, "x"),
    judgeGate("load-patterns", patterns, "x"),
  ];
  assert.deepEqual(
    statesOf("cloud", "P2", [runOf({ gates: gates(4) }), runOf({ gates: gates(2) })]),
    ["met", "not met"],
  );
});

test("a failing check is met only where it was accepted, and the evidence says so", () => {
  const audit = auditOf({ checks: [checkOf("unanswered", "fail")] });
  const accepted = runOf({ audit, accepted: { unanswered: "known" } });
  assert.deepEqual(statesOf("reforms", "3f", [runOf({ audit }), accepted]), ["not met", "met"]);
  assert.match(stateOf(accepted, "reforms", "3f").evidence, /unanswered: fail, accepted/);
});

test("code is identified by one commit without changes", () => {
  const versions: Manifest["notebooks"][] = [
    { a: record(SHA), b: record(SHA) },
    { a: record(SHA), b: record(SHA, true) },
    { a: record(SHA), b: record("f".repeat(40)) },
    { a: record(null) },
    {},
  ];
  const runs = versions.map((notebooks) => ({ manifest: manifestOf({ notebooks }) }));
  assert.deepEqual(statesOf("reforms", "2b", runs), [
    "met",
    "not met",
    "not met",
    "not met",
    "not met",
  ]);
});

test("what was frozen beforehand and kept is met", () => {
  const promise = (departures: NonNullable<Manifest["preregistration"]>["departures"]) => ({
    manifest: manifestOf({
      preregistration: { sha256: "a".repeat(64), primaryOutcome: "lift", departures },
    }),
  });
  assert.deepEqual(
    statesOf("cloud", "+", [
      promise([]),
      promise([{ where: "seed", frozen: "1", run: "2" }]),
      { manifest: manifestOf() },
    ]),
    ["met", "not met", "not met"],
  );
});

test("ACM's documentation wants the project's files", () => {
  assert.deepEqual(
    statesOf("acm", "Functional: documented", [
      {},
      { projectFiles: ASKED_FILES.filter((file) => file !== "CITATION.cff") },
    ]),
    ["met", "not met"],
  );
});
