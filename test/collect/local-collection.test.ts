import { test } from "node:test";
import assert from "node:assert/strict";
import { appendFileSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import {
  collect,
  readCollectionRecord,
  resumeCollection,
  type CollectionProgress,
} from "lib/collect";
import { ECS, LAMBDA, LOCAL_CLOCK_SPEED, shippedPlan } from "lib/campaign";
import { NO_ANSWER } from "lib/platforms";
import { findPairs, readRequests, type Requests } from "lib/requests";
import { median, theilSenSlope } from "lib/statistics";
import { scratchFolder, study } from "../commands/study-command.js";
import { idsIn } from "./ids-in.js";
import { artilleryPid, isAlive, kill9, startCollect, until } from "./killed-collection.js";
import { tinyPlan } from "./tiny-plan.js";

/**
 * Slope of the execution time over the size of one workload on one platform, warm answers only, ms
 * per KiB.
 */
function slope(
  requests: Requests,
  workload: string,
  platform: number,
): { estimate: number; low: number } {
  const sizes: number[] = [];
  const times: number[] = [];
  for (let row = 0; row < requests.rowCount; row++) {
    if (
      requests.workloadNames[requests.workload[row]] !== workload ||
      requests.platform[row] !== platform
    )
      continue;
    if (Number.isNaN(requests.executionTimeMs[row]) || requests.coldStart[row] === 1) continue;
    sizes.push(requests.actualPayloadKb[row]);
    times.push(requests.executionTimeMs[row]);
  }
  assert.ok(sizes.length >= 10, `${workload}: ${sizes.length} warm answers`);
  return theilSenSlope(sizes, times, 0.9);
}

/**
 * Three workloads with sizes far apart, in two windows six hours apart. The client is patient: a
 * slow machine makes no failures.
 */
const WORKING = tinyPlan({
  timeoutMs: 60_000,
  workloads: (all) =>
    all
      .filter(({ workload }) => workload !== "thumbnail_processing")
      .map((workload) => ({
        ...workload,
        weight: { ecs: 1, lambda: 1 },
        payloadKb: workload.workload === "lightweight_api" ? [1, 50, 200] : [64, 256, 512],
      })),
  runs: [
    {
      window: "midday",
      pattern: "low_load",
      startsAt: "12:00",
      phases: [{ minutes: 6, requestsPerSecond: 0.4 }],
    },
    {
      window: "evening",
      pattern: "medium_load",
      startsAt: "18:00",
      phases: [{ minutes: 6, requestsPerSecond: 0.4 }],
    },
  ],
});

test(
  "real platforms, killed and resumed: a row each, real cold starts, times that rise with the " +
    "payload",
  async (t) => {
    const folder = scratchFolder(t);
    const plan = path.join(folder, "plan.yml");
    const logs = path.join(folder, "logs");
    writeFileSync(plan, stringify(WORKING));
    const child = startCollect(["--plan", plan, "--out", logs]);
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    await until(() => idsIn(logs).size >= 40 || child.exitCode !== null);
    assert.equal(child.exitCode, null);
    const artillery = artilleryPid(logs, child.pid!)!;
    kill9(child.pid!);
    await ended;
    // What a process that died in the middle of a line leaves is set aside by the reader, and cut off
    // on resume.
    const file = path.join(
      logs,
      readdirSync(logs, { recursive: true, encoding: "utf8" }).find((name) =>
        name.endsWith(".jsonl"),
      )!,
    );
    await until(() => !isAlive(artillery));
    appendFileSync(file, '{"request_id":"req_half');
    assert.equal((await readRequests(logs)).totals.quarantined, 1);

    // Another campaign's row is not taken for one of this.
    const strange = path.join(logs, "strange.jsonl");
    writeFileSync(strange, '{"request_id":"req_of_another_campaign"}\n');
    await assert.rejects(
      resumeCollection({ folder: logs }),
      /cannot be gone on with: \d+ rows and \d+ requests without one are not the \d+ that were planned/,
    );
    rmSync(strange);

    const seen: CollectionProgress[] = [];
    const { planned, rows, finished, session } = await resumeCollection({
      folder: logs,
      onProgress: (progress) => seen.push(progress),
    });
    assert.deepEqual([finished, rows, session.rows], [true, planned, session.artillerySent]);
    assert.deepEqual(
      [
        idsIn(logs).size,
        readCollectionRecord(logs)!.sessions.length,
        existsSync(path.join(logs, ".collecting")),
      ],
      [planned, 2, false],
    );

    const { requests, totals } = await readRequests(logs);
    assert.deepEqual(
      [totals.rows, totals.quarantined, requests.provenance.kind],
      [planned, 0, "measured"],
    );
    // The end of the collector is no outcome of a request: nothing was refused or reset.
    assert.equal(requests.httpStatus.includes(NO_ANSWER), false);
    // The clock jumps six hours between the runs, so both begin cold.
    const cold = ["midday", "evening"].map(
      (_, window) =>
        requests.coldStart.filter(
          (value, row) => value === 1 && requests.timeWindow[row] === [2, 3][window],
        ).length,
    );
    assert.ok(cold[0] > 0 && cold[1] > 0, String(cold));
    for (const { workload } of WORKING.workloads) {
      for (const platform of [ECS, LAMBDA]) {
        const { estimate } = slope(requests, workload, platform);
        assert.ok(
          estimate > 0,
          `${workload} on ${platform === ECS ? "ECS" : "Lambda"}: ${estimate} ms per KiB`,
        );
      }
    }
    const last = seen[seen.length - 1];
    assert.equal(
      last.groups.reduce((sum, group) => sum + group.rows, 0),
      session.rows,
    );
    assert.ok(
      last.groups.every((group) => group.errors > 0 || group.p95Ms >= group.p50Ms) &&
        last.run?.of === 2,
    );

    const { checks } = JSON.parse(study(["audit", logs, "--json"]).stdout) as {
      checks: { id: string; verdict: string }[];
    };
    for (const id of ["payload-actual", "duplicates", "memory-declared"])
      assert.equal(checks.find((check) => check.id === id)?.verdict, "pass", id);
    const label = study(["label", logs]);
    assert.equal(label.status, 0, label.stderr);
  },
);

test(
  "duet-local on this machine",
  { skip: process.env.STUDY_SLOW !== "1" && "takes six minutes; set STUDY_SLOW=1" },
  async (t) => {
    const folder = path.join(scratchFolder(t), "logs");
    const plan = shippedPlan("duet-local");
    const { planned, rows, finished, session } = await collect({
      plan,
      seed: 42,
      target: { kind: "local" },
      folder,
      clockSpeed: LOCAL_CLOCK_SPEED,
    });
    assert.ok(planned >= 2 * 2000 && finished);
    assert.deepEqual([rows, session.rows, session.artillerySent], [planned, planned, planned]);
    const { requests } = await readRequests(folder);
    const pairs = findPairs(requests);
    assert.deepEqual([2 * pairs.count, pairs.halvesAlone.length], [planned, 0]);
    const distances = Array.from(pairs.ecsRow, (row, pair) =>
      Math.abs(requests.timestampMs[row] - requests.timestampMs[pairs.lambdaRow[pair]]),
    );
    assert.ok(median(distances) < 5, `${median(distances)} ms`);
    for (const { workload } of plan.workloads) {
      for (const platform of [ECS, LAMBDA])
        assert.ok(slope(requests, workload, platform).low > 0, `${workload} on ${platform}`);
    }
    const cold = requests.coldStart.filter((value) => value === 1).length / pairs.count;
    assert.ok(cold >= 0.05 && cold <= 0.25, `${(100 * cold).toFixed(1)} % cold starts`);
    t.diagnostic(`${pairs.count} pairs, ${(100 * cold).toFixed(1)} % cold starts`);
  },
);
