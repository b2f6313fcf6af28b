import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { stringify } from "yaml";
import { shippedPlan, type CampaignPlan } from "lib/campaign";
import { assertRefused, scratchFolder, study, studyJson } from "./study-command.js";

const [api, , thumbnail] = shippedPlan("duet").workloads;
/** Two workloads, windows and patterns of other names than the thesis's. */
const OWN = {
  ...shippedPlan("duet"),
  ...{ name: "own", duet: false, days: 1 },
  workloads: [
    { ...api, workload: "checkout", payloadKb: [4, 12], lambdaMemoryMb: 1769 },
    { ...thumbnail, workload: "resize", payloadKb: [32, 256], lambdaMemoryMb: 1769 },
  ],
  patterns: {
    steady: { arrivals: "poisson", phases: [{ minutes: 10, requestsPerSecond: 0.5 }] },
    sale: { arrivals: { cv: 2 }, phases: [{ minutes: 10, requestsPerSecond: 1 }] },
  },
  runs: [
    { window: "morning", pattern: "steady", startsAt: "07:00" },
    { window: "night", pattern: "sale", startsAt: "23:00" },
  ],
};

const STUDY = `
workloads:
  checkout: { ecsTask: { vcpu: 0.5, memoryGb: 1 } }
  resize: { ecsTask: { vcpu: 1, memoryGb: 2 } }
windows: [{ name: night, from: 22, to: 6 }, { name: morning, from: 6, to: 12 }]
patterns: [steady, sale]
`;

test("a plan of other workloads, windows and patterns is simulated; logs like its own are fitted, as the study says", (t) => {
  const folder = scratchFolder(t);
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at("own.yml"), stringify(OWN));
  writeFileSync(at("study.yaml"), STUDY);
  const typed = ["simulate", "--plan", at("own.yml"), "--out", at("logs")];
  assert.equal(study(typed).status, 0);
  for (const name of readdirSync(at("logs"), { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".jsonl")) {
      const text = readFileSync(path.join(at("logs"), name), "utf8");
      writeFileSync(
        path.join(at("logs"), name),
        text.replaceAll('"response_time_ms"', '"latency_ms"'),
      );
    }
  const map = ["--map", "response_time_ms=latency_ms"];
  const like = ["simulate", "--like", at("logs"), ...map];
  const { plan, comparison } = studyJson<{
    plan: CampaignPlan;
    comparison: { cells: { cell: string; observedRows: number; simulatedRows: number }[] };
  }>([...like, "--config", at("study.yaml")]);
  assert.deepEqual(
    plan.workloads.map((own) => [own.workload, own.payloadKb, own.lambdaMemoryMb, own.ecsTask]),
    [
      ["checkout", [4, 12], 1769, { vcpu: 0.5, memoryGb: 1 }],
      ["resize", [32, 256], 1769, { vcpu: 1, memoryGb: 2 }],
    ],
  );
  assert.deepEqual(
    plan.runs.map(({ window, pattern }) => [window, pattern]),
    [
      ["morning", "steady"],
      ["night", "sale"],
    ],
  );
  const cells = comparison.cells.filter((one) => one.observedRows * one.simulatedRows > 0);
  assert.ok(cells.some(({ cell }) => cell === "resize, 256 KiB, night, sale"));

  const untold = study(like);
  assert.equal(untold.status, 2);
  assert.match(
    untold.stderr,
    /do not tell the ecsTask of checkout: state workloads\.checkout\.ecs/,
  );
  const two = ["--set", "workloads.checkout.ecsTask={vcpu: 1, memoryGb: 2}"];
  assert.match(study([...like, ...two]).stderr, /do not tell the ecsTask of resize/);
  for (const command of ["simulate", "design"])
    assertRefused(study([command, ...map]), /--map says something of logs; name them with --like/);
  assert.match(
    study(["collect", "--plan", at("own.yml"), "--out", at("collected")]).stderr,
    /this machine has no handler for checkout, only for lightweight_api, .* --target aws/,
  );
  // The search itself takes minutes; that it begins with these logs shows in what it misses.
  assert.match(
    study(["design", "--like", at("logs"), ...map]).stderr,
    /do not tell the ecsTask of checkout/,
  );
});
