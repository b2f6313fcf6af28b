import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { needsSharedData, sharedData } from "../shared-data.js";
import { assertRefused, scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

/** Every file below a folder with its bytes. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, name), "base64")]),
  );
}

test(
  "the same plan and seed give the same bytes, another seed others; logs that are there are " +
    "left alone",
  (t) => {
    const folder = scratchFolder(t);
    const plan = tinyPlan(folder);
    const into = (name: string): string => path.join(folder, name);
    const once = studyJson<{ simulated: boolean; requests: number }>([
      "simulate",
      "--plan",
      plan,
      "--out",
      into("once"),
      "--seed",
      "7",
    ]);
    assert.equal(once.simulated, true);
    assert.deepEqual(
      studyJson(["simulate", "--plan", plan, "--out", into("again"), "--seed", "7"]),
      once,
    );
    studyJson(["simulate", "--plan", plan, "--out", into("other"), "--seed", "8"]);
    assert.deepEqual(contents(into("again")), contents(into("once")));
    assert.notDeepEqual(contents(into("other")), contents(into("once")));
    const before = contents(into("once"));
    assertRefused(
      study(["simulate", "--plan", plan, "--out", into("once")]),
      /exists already; name a folder without/,
    );
    assert.deepEqual(contents(into("once")), before);
  },
);

interface LikeJson {
  simulated: boolean;
  plan: { workloads: { workload: string; payloadKb: number[] }[] };
  comparison: { shareFitting: number; cells: { fits: boolean | null }[] };
}

test(
  "a plan fitted to logs, and the cells it does not reproduce",
  needsSharedData("variance-run"),
  () => {
    const logs = sharedData("variance-run")!;
    const { simulated, plan, comparison } = studyJson<LikeJson>(["simulate", "--like", logs]);
    assert.equal(simulated, true);
    assert.deepEqual(
      plan.workloads.map(({ payloadKb }) => payloadKb.length),
      [4, 5, 4, 4],
    );
    const misfits = comparison.cells.filter(({ fits }) => fits === false).length;
    const judged = comparison.cells.filter(({ fits }) => fits !== null).length;
    assert.ok(misfits > 0 && misfits < judged);
    const { status, stdout } = study(["simulate", "--like", logs]);
    assert.equal(status, 0);
    assert.match(
      stdout,
      new RegExp(`simulation \\(seed 42\\).* \\(${judged - misfits} of ${judged} cells\\)`),
    );
    assert.equal(
      stdout.slice(stdout.indexOf("Cells that do not fit")).trimEnd().split("\n").length,
      misfits + 3,
    );
  },
);
