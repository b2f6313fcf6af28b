import { test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { ECS, LAMBDA, repeatPlan, shippedPlan, type CampaignPlan } from "lib/campaign";
import {
  THESIS_TERMS,
  countLabelsByWorkload,
  schemesFor,
  labelRequests,
  type LabelScheme,
} from "lib/labels";
import { simulate, simulateRuns, writeSimulatedArrow, writeSimulatedLogs } from "lib/platforms";
import { readArrowParts, readCounterfactual, readRequests } from "lib/requests";

/** The variance plan with runs of a few minutes. */
function shortPlan(): CampaignPlan {
  const plan = shippedPlan("variance");
  const patterns = Object.fromEntries(
    Object.entries(plan.patterns).map(([name, pattern]) => [
      name,
      {
        ...pattern,
        phases: pattern.phases.map((phase) => ({ ...phase, minutes: phase.minutes / 20 })),
      },
    ]),
  );
  return { ...plan, name: "short", patterns };
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "simulate-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.jsonl(\.gz)?$/.test(name))
    .sort();
  return new Map(
    names.map((name) => [name.replaceAll(path.sep, "/"), readFileSync(path.join(folder, name))]),
  );
}

test("the columns are those that reading the logs gives, counterfactuals and all", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "simulate-"));
  try {
    const plan = shortPlan();
    const written = writeSimulatedLogs(plan, folder, { seed: 7, gzip: true });
    const { requests, counterfactual, totals } = simulate(plan, { seed: 7 });
    assert.deepEqual(written, totals);
    const log = await readCounterfactual(folder);
    assert.equal(log.totals.quarantined, 0);
    assert.deepEqual(log.counterfactual, counterfactual);
    // The id is a number of its own in columns made without logs, and the name tells plan and seed.
    const { requestIdHash, provenance, files, ...columns } = log.requests;
    assert.equal(provenance.kind, "simulated");
    assert.equal(new Set(requestIdHash).size, requests.rowCount);
    assert.deepEqual(
      files.map((name) => name.replace(/\.gz$/, "")),
      requests.files,
    );
    for (const [name, column] of Object.entries(columns))
      assert.deepEqual(requests[name as keyof typeof columns], column, name);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test(
  "Arrow parts hold the requests of the lines, in the order of sending, and their " +
    "counterfactuals",
  () =>
    inFolder((folder) => {
      const plan = shortPlan();
      const totals = writeSimulatedArrow(plan, folder, { seed: 7 });
      const direct = simulate(plan, { seed: 7 });
      assert.deepEqual(totals, direct.totals);
      const { requests, counterfactual } = readArrowParts(folder, { counterfactual: true });
      assert.deepEqual(requests.provenance, direct.requests.provenance);
      assert.ok(
        requests.timestampMs.every((ms, row) => row === 0 || ms >= requests.timestampMs[row - 1]),
      );
      // By file and line, as logs are read, the rows are the same ones in another order.
      const digest = (of: typeof requests, other: typeof direct.counterfactual): string[] =>
        Array.from(of.timestampMs, (ms, row) =>
          [
            ms,
            of.platform[row],
            of.workload[row],
            of.httpStatus[row],
            of.responseTimeMs[row],
            of.executionTimeMs[row],
            of.targetPayloadKb[row],
            of.timeWindow[row],
            of.loadPattern[row],
            of.memoryLimitMb[row],
            of.coldStart[row],
            other.platform[row],
            other.executionTimeMs[row],
            other.httpStatus[row],
            other.coldStart[row],
          ].join(),
        ).sort();
      assert.deepEqual(
        digest(requests, counterfactual!),
        digest(direct.requests, direct.counterfactual),
      );
      const lean = readArrowParts(folder, { lean: true }).requests;
      assert.deepEqual(
        [lean.requestIdHash.length, lean.responseTimeMs],
        [0, requests.responseTimeMs],
      );
      assert.throws(
        () => writeSimulatedArrow(plan, folder, { seed: 7 }),
        /exists already; name a folder without another campaign/,
      );
    }),
);

test("every reader takes Arrow parts; a missing or broken one is named", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "parts-"));
  try {
    writeSimulatedArrow(shortPlan(), folder, { seed: 7 });
    const log = await readRequests(folder);
    const { counterfactual } = await readCounterfactual(folder);
    assert.deepEqual(
      [log.totals.rows, log.requests.files],
      [log.requests.rowCount, ["requests-00001.arrow"]],
    );
    assert.equal(counterfactual.platform.length, log.requests.rowCount);
    rmSync(path.join(folder, "counterfactual-00001.arrow"));
    await assert.rejects(
      readCounterfactual(folder),
      /lacks counterfactual-00001\.arrow: only a simulated campaign/,
    );
    writeFileSync(path.join(folder, "requests-00001.arrow"), "no arrow");
    await assert.rejects(readRequests(folder), {
      name: "RequestSourceError",
      message: /^requests-00001\.arrow is no part of a campaign/,
    });
    assert.throws(
      () => readArrowParts(path.join(folder, "none")),
      /holds no file requests-00001\.arrow/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a repeated plan asks for as many requests as wanted at the rates it has", () => {
  const plan = shippedPlan("variance");
  const days = repeatPlan(plan, 10_000_000).days;
  assert.equal(days, Math.ceil(10_000_000 / 157_500));
  assert.throws(
    () => repeatPlan(plan, 1000),
    /one day of the plan variance asks for 157500 requests/,
  );
});

test(
  "same plan and seed, same bytes, gzip or not; another seed, others; never two campaigns in " +
    "one file",
  () =>
    inFolder((folder) => {
      const hash = (name: string, seed: number, gzip: boolean): string => {
        writeSimulatedLogs(shortPlan(), path.join(folder, name), { seed, gzip });
        const digest = createHash("sha256");
        for (const [file, bytes] of filesIn(path.join(folder, name)))
          digest.update(file.replace(/\.gz$/, "")).update(gzip ? gunzipSync(bytes) : bytes);
        return digest.digest("hex");
      };
      const first = hash("a", 1, false);
      assert.equal(hash("b", 1, false), first);
      assert.equal(hash("c", 1, true), first);
      assert.notEqual(hash("d", 2, false), first);
      assert.throws(
        () => writeSimulatedLogs(shortPlan(), path.join(folder, "a"), { seed: 1 }),
        /exists already; name a folder without/,
      );
    }),
);

test("the first campaign: exactly the author's counts, and the lookup table he found", () => {
  const { requests } = simulate(shippedPlan("fixed-payload"), { seed: 42 });
  const count = [0, 0, 0, 0];
  for (const workload of requests.workload) count[workload]++;
  assert.equal(requests.rowCount, 212_033);
  assert.deepEqual(count, [95_393, 72_453, 36_478, 7_709]);
  // Medians by workload, both platforms: one label for every request of a workload, as the seed
  // document reports them.
  const labels = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "group-percentile",
    groupBy: ["workload"],
    lambdaQuantile: 0.5,
    ecsQuantile: 0.5,
  });
  const share = Object.values(countLabelsByWorkload(requests, labels)).map(
    ({ rows, balanced_optimal }) => balanced_optimal / rows,
  );
  assert.deepEqual(share, [0, 1, 1, 1]);
  // Whoever labels whole groups labels whole workloads here; the author's two scripts label row by
  // row, and do not.
  const oneSided = (scheme: LabelScheme): boolean => {
    const byWorkload = labelRequests(requests, { ...THESIS_TERMS, scheme, groupBy: ["workload"] });
    return Object.values(countLabelsByWorkload(requests, byWorkload)).every(
      ({ rows, balanced_optimal }) => balanced_optimal === 0 || balanced_optimal === rows,
    );
  };
  assert.deepEqual(
    schemesFor(requests).map((scheme) => [scheme, oneSided(scheme)]),
    [
      ["request-vs-median", false],
      ["percentile-bucket", false],
      ["group-percentile", true],
      ["paired-probability", true],
    ],
  );
});

test("handlers that sleep use no CPU: however long the line, target tracking adds no task", () => {
  const plan = shortPlan();
  const scaled: CampaignPlan = {
    ...plan,
    ecs: {
      ...plan.ecs,
      scaling: {
        targetCpuPercent: 70,
        maxTasks: 10,
        reactsAfterSeconds: 60,
        scalesInAfterSeconds: 900,
        taskStartSeconds: 1,
      },
    },
  };
  assert.deepEqual(simulate(scaled, { seed: 3 }).totals, simulate(plan, { seed: 3 }).totals);
});

test("both platforms answer every request, and the link's share of it is the same for both", () => {
  for (const run of simulateRuns(shortPlan(), { seed: 5 })) {
    for (let i = 0; i < run.requestCount; i++) {
      const [ecs, lambda] = [run.outcomes[ECS], run.outcomes[LAMBDA]];
      assert.ok(
        ecs.responseTimeMs[i] > 0 &&
          ecs.responseTimeMs[i] <= 10_000 &&
          lambda.responseTimeMs[i] > 0 &&
          lambda.responseTimeMs[i] <= 10_000,
      );
      assert.equal(Number.isNaN(ecs.executionTimeMs[i]), ecs.status[i] !== 200);
      if (lambda.status[i] === 200) assert.ok(lambda.executionTimeMs[i] < lambda.responseTimeMs[i]);
    }
  }
});
