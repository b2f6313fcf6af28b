import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import {
  ECS,
  LAMBDA,
  LOAD_PATTERNS,
  NO_PLATFORM,
  PLATFORMS,
  TIME_WINDOWS,
  WORKLOADS,
} from "lib/campaign";
import { answered, MISSING, readRequests } from "lib/requests";
import { needsSharedData, sharedData } from "../shared-data.js";
import { line, logFolder } from "./log-folder.js";

test("a Lambda row of the second campaign becomes its columns; numbers in strings are numbers", async (t) => {
  const { requests, totals, quarantined } = await readRequests(
    logFolder(t, { "morning_peak_low_load/lambda_thumbnail_processing_2025-11-22.jsonl": line() }),
  );
  assert.deepEqual(quarantined, []);
  assert.deepEqual(totals, {
    files: 1,
    emptyFiles: 0,
    bytes: line().length,
    lines: 1,
    blankLines: 0,
    rows: 1,
    quarantined: 0,
  });
  assert.deepEqual(requests.files, [
    "morning_peak_low_load/lambda_thumbnail_processing_2025-11-22.jsonl",
  ]);
  assert.equal(requests.provenance.kind, "measured");
  const row = {
    fileIndex: 0,
    lineNumber: 1,
    platform: LAMBDA,
    workload: 1,
    timestampMs: Date.UTC(2025, 10, 22, 8, 15, 30, 250),
    httpStatus: 200,
    responseTimeMs: 420,
    executionTimeMs: 310.5,
    targetPayloadKb: 200,
    actualPayloadKb: 200.5,
    timeWindow: 1,
    loadPattern: 0,
    memoryUsedMb: 256,
    memoryLimitMb: 256,
    coldStart: 0,
    cpuPercent: NaN,
  };
  for (const [name, value] of Object.entries(row))
    assert.deepEqual(
      [...(requests[name as keyof typeof row] as ArrayLike<number> as number[])],
      [value],
      name,
    );
});

test(
  "ECS rows of the first campaign: no target, window or pattern; the size stands under " +
    "metrics; no cold start",
  async (t) => {
    const metrics = {
      cpu_percent: 1.5,
      execution_time_ms: 12,
      memory_used_mb: 50.5,
      payload_size_kb: 1.05,
    };
    const { requests } = await readRequests(
      logFolder(t, {
        "ecs.jsonl": line({
          platform: "ecs",
          metrics,
          target_payload_size_kb: undefined,
          actual_payload_size_kb: undefined,
          time_window: undefined,
          load_pattern: undefined,
        }),
      }),
    );
    assert.equal(requests.platform[0], ECS);
    assert.equal(requests.actualPayloadKb[0], 1.05);
    assert.ok(Number.isNaN(requests.targetPayloadKb[0]) && Number.isNaN(requests.memoryLimitMb[0]));
    assert.deepEqual(
      [requests.timeWindow[0], requests.loadPattern[0], requests.coldStart[0]],
      [MISSING, MISSING, MISSING],
    );
    assert.deepEqual([requests.memoryUsedMb[0], requests.cpuPercent[0]], [50.5, 1.5]);
  },
);

test(
  "failures are outcomes: unknown and undefined platforms, 5xx of a platform, a client's " +
    "time-out",
  async (t) => {
    const failed = { metrics: {}, actual_payload_size_kb: null };
    const { requests, totals } = await readRequests(
      logFolder(t, {
        "a.jsonl":
          line({
            platform: "unknown",
            workload_type: "unknown",
            request_id: "unknown",
            http_status: 500,
            ...failed,
          }) +
          line({
            platform: "undefined",
            workload_type: "undefined",
            http_status: 500,
            ...failed,
            metrics: undefined,
          }) +
          line({ http_status: 504, metrics: { execution_time_ms: 30000 } }) +
          line({ platform: "unknown", http_status: 0, response_time_ms: 120000, ...failed }) +
          line(),
      }),
    );
    assert.equal(totals.rows, 5);
    assert.deepEqual(
      [...requests.platform],
      [NO_PLATFORM, NO_PLATFORM, LAMBDA, NO_PLATFORM, LAMBDA],
    );
    assert.deepEqual([...requests.workload], [MISSING, MISSING, 1, 1, 1]);
    assert.deepEqual([...requests.httpStatus], [500, 500, 504, 0, 200]);
    assert.deepEqual([...requests.executionTimeMs], [NaN, NaN, NaN, NaN, 310.5]);
    assert.ok(
      Number.isNaN(requests.requestIdHash[0]) && Number.isInteger(requests.requestIdHash[1]),
    );
    assert.deepEqual([...answered(requests)], [4]);
  },
);

test("a workload outside the vocabulary gets the next code", async (t) => {
  const { requests } = await readRequests(
    logFolder(t, {
      "a.jsonl":
        line({ workload_type: "video" }) +
        line() +
        line({ workload_type: "constructor" }) +
        line({ workload_type: "video" }),
    }),
  );
  assert.deepEqual(requests.workloadNames, [...WORKLOADS, "video", "constructor"]);
  assert.deepEqual([...requests.workload], [4, 1, 5, 4]);
});

test(
  "files are read in the order of their names, at any depth, plain or gzip, and give the same " +
    "rows either way",
  async (t) => {
    const plain = {
      "b.jsonl": line({ response_time_ms: 3 }),
      "a/z.jsonl": line({ response_time_ms: 1 }),
      "a.jsonl": line({ response_time_ms: 2 }),
      "notes.txt": "x",
    };
    const packed = Object.fromEntries(
      Object.entries(plain).map(([name, text]) => [
        name.endsWith("l") ? `${name}.gz` : name,
        gzipSync(text),
      ]),
    );
    const [one, two] = [
      await readRequests(logFolder(t, plain)),
      await readRequests(logFolder(t, packed)),
    ];
    // "." sorts before "/".
    assert.deepEqual(one.requests.files, ["a.jsonl", "a/z.jsonl", "b.jsonl"]);
    assert.deepEqual([...one.requests.responseTimeMs], [2, 1, 3]);
    assert.deepEqual([...two.requests.responseTimeMs].sort(), [1, 2, 3]);
    assert.deepEqual(two.requests.files, ["a.jsonl.gz", "a/z.jsonl.gz", "b.jsonl.gz"]);
  },
);

test("simulated rows make a simulated campaign; a mixture is refused with both places", async (t) => {
  const { requests } = await readRequests(
    logFolder(t, { "a.jsonl": line({ simulated: true }) + line({ simulated: true }) }),
  );
  assert.equal(requests.provenance.kind, "simulated");
  const mixed = logFolder(t, {
    "a.jsonl": line() + line(),
    "b.jsonl.gz": gzipSync(line({ simulated: true })),
  });
  await assert.rejects(readRequests(mixed), {
    name: "RequestSourceError",
    message: /^a\.jsonl:1 is measured and b\.jsonl\.gz:1 is simulated/,
  });
});

test("progress tells of every file", async (t) => {
  const seen: string[] = [];
  await readRequests(logFolder(t, { "a.jsonl": line(), "b.jsonl": line() + "x\n" }), {
    onProgress: ({ file, files, filesTotal, rows, quarantined }) =>
      seen.push(`${file} ${files}/${filesTotal} ${rows} ${quarantined}`),
  });
  assert.deepEqual(seen, ["a.jsonl 1/2 1 0", "b.jsonl 2/2 2 1"]);
});

test(
  "the variance run, every row against a plain JSON.parse of its line",
  needsSharedData("variance-run"),
  async () => {
    const folder = sharedData("variance-run")!;
    const { requests, totals, digests } = await readRequests(folder);
    assert.equal(totals.rows, 88_286);
    assert.equal(totals.quarantined + totals.blankLines, 0);
    assert.equal(digests.length, 60);
    const counts = [0, 0, 0];
    for (const platform of requests.platform) counts[platform]++;
    assert.deepEqual(counts, [40_456, 47_705, 125]);
    assert.equal(answered(requests).length, 88_161);

    const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".jsonl"))
      .sort();
    assert.deepEqual(requests.files, names);
    const hashOf = new Map<string, number>();
    let row = 0;
    for (const [fileIndex, name] of names.entries()) {
      const lines = readFileSync(path.join(folder, name), "utf8").split("\n").slice(0, -1);
      for (const [index, text] of lines.entries()) {
        const record = JSON.parse(text);
        const metrics = record.metrics;
        const zoned = record.timestamp.endsWith("Z") ? record.timestamp : `${record.timestamp}Z`;
        const expected = [
          fileIndex,
          index + 1,
          PLATFORMS.indexOf(record.platform),
          WORKLOADS.indexOf(record.workload_type),
          record.http_status,
          record.response_time_ms,
          metrics.execution_time_ms ?? NaN,
          record.target_payload_size_kb,
          record.actual_payload_size_kb ?? NaN,
          TIME_WINDOWS.indexOf(record.time_window),
          LOAD_PATTERNS.indexOf(record.load_pattern),
          Number(metrics.memory_used_mb ?? NaN),
          Number(metrics.memory_limit_mb ?? NaN),
          metrics.cold_start === undefined ? MISSING : Number(metrics.cold_start),
          metrics.cpu_percent ?? NaN,
        ];
        const read = [
          requests.fileIndex[row],
          requests.lineNumber[row],
          requests.platform[row] === NO_PLATFORM ? -1 : requests.platform[row],
          requests.workload[row],
          requests.httpStatus[row],
          requests.responseTimeMs[row],
          requests.executionTimeMs[row],
          requests.targetPayloadKb[row],
          requests.actualPayloadKb[row],
          requests.timeWindow[row],
          requests.loadPattern[row],
          requests.memoryUsedMb[row],
          requests.memoryLimitMb[row],
          requests.coldStart[row],
          requests.cpuPercent[row],
        ];
        for (let i = 0; i < read.length; i++)
          if (!Object.is(read[i], expected[i]))
            assert.deepEqual(read, expected, `${name}:${index + 1}`);
        // Date.parse truncates below the millisecond.
        if (Math.floor(requests.timestampMs[row]) !== Date.parse(zoned))
          assert.fail(`${name}:${index + 1} ${record.timestamp}`);
        const hash = requests.requestIdHash[row];
        if ((hashOf.get(record.request_id) ?? hash) !== hash)
          assert.fail(`two hashes for ${record.request_id}`);
        hashOf.set(record.request_id, hash);
        row++;
      }
    }
    assert.equal(row, requests.rowCount);
    assert.equal(new Set(hashOf.values()).size, hashOf.size, "different ids have different hashes");
  },
);

test("the first campaign's sample", needsSharedData("fixed-payload-sample"), async () => {
  const { requests, totals } = await readRequests(sharedData("fixed-payload-sample")!);
  assert.deepEqual([totals.rows, totals.quarantined, answered(requests).length], [1528, 0, 1500]);
  assert.ok(requests.timeWindow.every((window) => window === MISSING));
});
