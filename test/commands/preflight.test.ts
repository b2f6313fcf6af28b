import { test } from "node:test";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readPlan } from "lib/campaign";
import { preflight } from "lib/preflight";
import { assertRefused, scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

/** Without the gate that is measured on the clock of the machine. */
const steady = (gates: readonly { id: string }[]): unknown =>
  JSON.parse(JSON.stringify(gates.filter(({ id }) => id !== "prediction-time")));

test("a pre-flight prints the library's numbers, as JSON and with their range as text", async (t) => {
  const plan = tinyPlan(scratchFolder(t));
  const typed = ["preflight", plan, "--runs", "2", "--seed", "5"];
  const expected = await preflight(readPlan(plan), { seed: 5, runs: 2 });
  const printed = studyJson<typeof expected>([...typed, "--gates-only"]);
  assert.deepEqual(steady(printed.gates), steady(expected.gates));
  assert.deepEqual(printed.requests, expected.requests);
  const { status, stdout } = study(typed);
  assert.equal(status, 0);
  const { low, high } = expected.requests;
  assert.match(
    stdout,
    new RegExp(
      `^Simulated tiny 2 times \\(seed 5\\): \\d+ \\[${Math.round(low)}, ` +
        `${Math.round(high)}\\] requests`,
    ),
  );
  assert.match(stdout, /^load-patterns +2 +4 \(3 at least\) +0\.0 % +✗ fail/m);
  assert.match(stdout, /^  load-patterns: .*windows, patterns and rates of the duet/m);
});

test("a study file says which plan, and how its requests are labelled and judged", (t) => {
  const folder = scratchFolder(t);
  tinyPlan(folder);
  const file = path.join(folder, "study.yaml");
  writeFileSync(file, "plan: tiny.yml\nseed: 5\ngates: { load-patterns: { wanted: 2 } }\n");
  type Printed = {
    plan: string;
    seed: number;
    gates: { id: string; verdict: string }[];
    lambdaShare: Record<string, { mean: number }>;
  };
  const typed = ["preflight", "--config", file, "--runs", "1", "--gates-only"];
  const usual = studyJson<Printed>(typed);
  assert.deepEqual([usual.plan, usual.seed], ["tiny", 5]);
  assert.equal(usual.gates.find(({ id }) => id === "load-patterns")!.verdict, "pass");
  // Nothing is ten times as fast and as cheap on Lambda.
  const hard = studyJson<Printed>([...typed, "--set", "label.margin=0.9"]);
  const sum = ({ lambdaShare }: Printed): number =>
    Object.values(lambdaShare).reduce((all, { mean }) => all + mean, 0);
  assert.ok(sum(hard) < sum(usual));
  assertRefused(study(["preflight"]), /name a plan: /);
});
