import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { saveRouter, type ClosedLoop } from "lib/routing";
import { smallDuet } from "../routing/small-duet.js";
import { smallRouter } from "../routing/small-router.js";
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

test("a router chooses inside the simulation, beside what a duet says of its choices", async (t) => {
  const folder = scratchFolder(t);
  const router = path.join(folder, "router");
  await saveRouter(await smallRouter(), router);
  const plan = path.join(folder, "plan.json");
  // The router knows three of the four workloads, and takes large bodies for ECS's.
  const { workloads: all, ...rest } = smallDuet(0.5);
  const workloads = all.map((workload) => ({ ...workload, payloadKb: [50, 1000] }));
  writeFileSync(plan, JSON.stringify({ ...rest, workloads: workloads.slice(0, 3) }));
  const args = ["simulate", "--plan", plan, "--router", router];
  const loop = studyJson<ClosedLoop>([...args, "--seed", "5"]);
  assert.equal(loop.simulated, true);
  assert.ok(loop.requests > 300 && loop.lambdaShare > 0 && loop.lambdaShare < 1);
  assert.equal(loop.open.ecsUsd, loop.closed.ecsUsd);
  const { status, stdout } = study([...args, "--seed", "5"]);
  assert.equal(status, 0);
  assert.match(stdout, /open loop \(the duet's pairs\) .*closed loop \(it decides\)/);
  assert.match(
    stdout,
    /^Simulated \(plan small-duet, seed 5\): "gradient-boosting, router of small"/m,
  );
  assert.match(stdout, /^The client's link carries each body once and not twice: -/m);
  writeFileSync(plan, JSON.stringify({ ...rest, workloads }));
  assertRefused(
    study(args),
    /the plan sends heavy_processing, of which the router's campaign held/,
  );
  assertRefused(study([...args, "--out", folder]), /--router writes no logs; leave out --out/);
  assertRefused(study([...args.slice(0, 3), "--router", path.join(folder, "none")]), /no folder/);
});

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
