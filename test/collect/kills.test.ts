import { test } from "node:test";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { findPairs, readRequests } from "lib/requests";
import { scratchFolder } from "../commands/study-command.js";
import { collectWithKills } from "./killed-collection.js";

/** A plan of light requests, or pairs of them, in two runs. */
function planFile(folder: string, requests: number, seconds: number, duet = false): string {
  const file = path.join(folder, "plan.yml");
  const phases = `phases: [{ minutes: ${seconds / 2}, requestsPerSecond: ${requests / seconds / 60} }]`;
  writeFileSync(
    file,
    `
extends: duet-local
name: killed
duet: ${duet}
runs:
  - { window: midday, pattern: low_load, startsAt: "12:00", ${phases} }
  - { window: evening, pattern: medium_load, startsAt: "18:00", ${phases} }
`,
  );
  return file;
}

test("kill -9 loses at most what was in flight, and what is resumed has each request once", async (t) => {
  const folder = scratchFolder(t);
  const { planned, lost } = await collectWithKills({
    plan: planFile(folder, 120, 3),
    folder: path.join(folder, "logs"),
    kills: 1,
    requestsBetween: 40,
    seed: 5,
  });
  assert.ok(planned > 80 && lost < planned);
});

test("the same with pairs: each whole, or in flight and sent again", async (t) => {
  const folder = scratchFolder(t);
  const logs = path.join(folder, "logs");
  const { planned, lost } = await collectWithKills({
    plan: planFile(folder, 60, 3, true),
    folder: logs,
    kills: 1,
    requestsBetween: 40,
    seed: 8,
  });
  assert.ok(planned > 80 && lost < planned);
  const { count, halvesAlone, repeated } = findPairs((await readRequests(logs)).requests);
  assert.deepEqual([2 * count, halvesAlone.length, repeated.length], [planned, 0, 0]);
});

test(
  "the same with 100 kills over 2,000 requests and more",
  { skip: process.env.STUDY_SLOW !== "1" && "takes ten minutes and more; set STUDY_SLOW=1" },
  async (t) => {
    const folder = scratchFolder(t);
    const { planned, lost } = await collectWithKills({
      plan: planFile(folder, 3000, 60),
      folder: path.join(folder, "logs"),
      kills: 100,
      requestsBetween: 25,
      seed: 6,
    });
    assert.ok(planned >= 2000);
    t.diagnostic(`${planned} requests, 100 kills, ${lost} in flight and sent again`);
  },
);
