import { test } from "node:test";
import assert from "node:assert/strict";
import { readPlan } from "lib/campaign";
import { gateSensitivity, planChanges, preflight } from "lib/preflight";
import { scratchFolder, study, studyJson } from "./study-command.js";
import { tinyPlan } from "./tiny-plan.js";

test("a pre-flight prints the library's numbers, as JSON and with their range as text", (t) => {
  const plan = tinyPlan(scratchFolder(t));
  const typed = ["preflight", plan, "--runs", "3", "--seed", "5"];
  const expected = preflight(readPlan(plan), { seed: 5, runs: 3 });
  const changes = planChanges(readPlan(plan), { seed: 5, runs: 2 });
  const sensitivity = gateSensitivity(readPlan(plan), { seed: 5, runs: 3 });
  assert.deepEqual(
    studyJson([...typed, "--gates-only"]),
    JSON.parse(JSON.stringify({ seed: 5, ...expected })),
  );
  assert.deepEqual(
    studyJson([...typed, "--sensitivity"]),
    JSON.parse(JSON.stringify({ seed: 5, ...expected, changes, sensitivity })),
  );
  const { status, stdout } = study(typed);
  assert.equal(status, 0);
  const { low, high } = expected.requests;
  assert.match(
    stdout,
    new RegExp(
      `^Simulated tiny 3 times \\(seed 5\\): \\d+ \\[${Math.round(low)}, ` +
        `${Math.round(high)}\\] requests`,
    ),
  );
  assert.match(stdout, /^load-patterns +2 +4 \(3 at least\) +0\.0 % +✗ fail/m);
  assert.match(stdout, /^  load-patterns: .*windows, patterns and rates of the crossed plan/m);
});
