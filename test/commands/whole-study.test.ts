import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { scratchRun } from "../scratch-run.js";
import { scratchFolder, studyJson } from "./study-command.js";

/** One day of the crossed plan, in which every factor varies. */
const SMALL_PLAN = `extends: crossed
name: small
title: A small campaign
days: 1
`;

test("all six notebooks run, one after the other, on the logs of a small campaign", (t) => {
  const folder = scratchFolder(t);
  const plan = path.join(folder, "small.yml");
  const logs = path.join(folder, "logs");
  const run = scratchRun(t, "whole");
  writeFileSync(plan, SMALL_PLAN);
  studyJson(["simulate", "--plan", plan, "--out", logs]);
  const { notebooks, gates } = studyJson<{
    notebooks: { status: string }[];
    gates: { id: string }[];
  }>(["run", "--data", logs, "--run", run]);
  assert.deepEqual(
    notebooks.map(({ status }) => status),
    Array.from({ length: 6 }, () => "done"),
  );
  assert.equal(new Set(gates.map(({ id }) => id)).size, 20);
  for (const file of [
    "labelled.arrow",
    "models",
    "importance.json",
    "routing.json",
    "router",
    "report/index.html",
  ])
    assert.ok(existsSync(path.join("processed-data", run, file)), file);
});
