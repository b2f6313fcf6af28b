import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { ECS, LAMBDA, NO_PLATFORM } from "lib/campaign";
import { joinLogs, readRequests, type JoinReport, type RequestLog } from "lib/requests";
import { line, logFolder } from "./log-folder.js";
import { ALB_LINES, LAMBDA_JSON_LINES, LAMBDA_TEXT_LINES } from "./tool-logs.js";

const root = (n: number): string => `1-6921bcb5-${n.toString(16).padStart(24, "0")}`;
const BEGAN_MS = Date.UTC(2025, 10, 22, 13);

/** Request n as k6 saw it: even ones went to Lambda, odd ones to ECS. */
function k6Point(n: number, tags: Record<string, string> = {}): string {
  const host = n % 2 === 0 ? "abc.lambda-url.eu-west-1.on.aws" : "s-1.eu-west-1.elb.amazonaws.com";
  const url = `https://${host}/${["resize", "checkout", "search"][n % 3]}`;
  const time = new Date(BEGAN_MS + n * 1000).toISOString();
  const own = { method: "POST", name: url, status: "200", trace_id: root(n), url, ...tags };
  return JSON.stringify({
    metric: "http_req_duration",
    type: "Point",
    data: { time, value: 100 + n, tags: own },
  });
}

function reportLine(n: number, cold = false): string {
  const init = cold ? "\tInit Duration: 300.50 ms" : "";
  return (
    `REPORT RequestId: 00000000-0000-4000-8000-${String(n).padStart(12, "0")}\t` +
    `Duration: ${50 + n}.25 ms\tBilled Duration: ${51 + n} ms\tMemory Size: 512 MB\t` +
    `Max Memory Used: 80 MB${init}\t\nXRAY TraceId: ${root(n)}\tSegmentId: 1f\tSampled: true\t`
  );
}

function albLine(n: number, target = "10.0.0.7:80"): string {
  const at = new Date(BEGAN_MS + n * 1000).toISOString().replace("Z", "000Z");
  return (
    `https ${at} app/study/50dc 192.0.2.1:40000 ${target} 0.001 0.0${40 + n} 0.000 200 200 300 ` +
    `57 "POST https://s:443/checkout HTTP/2.0" "k6/1.0 (x)" - - arn:aws:x ` +
    `"Self=1-6921bcb5-ffffffffffffffffffffffff;Root=${root(n)}" "-" "-" 0 ${at} "forward" "-" "-"`
  );
}

async function joined(
  t: TestContext,
  clients: Record<string, string>,
  providers: Record<string, string>,
): Promise<{ report: JoinReport; log: RequestLog; rows: Record<string, never>[] }> {
  const at = (files: Record<string, string>): string[] => {
    const folder = logFolder(t, files);
    return Object.keys(files).map((name) => path.join(folder, name));
  };
  const lines: string[] = [];
  const report = await joinLogs({ clients: at(clients), providers: at(providers) }, (text) =>
    lines.push(text),
  );
  const folder = logFolder(t, {});
  writeFileSync(path.join(folder, "requests.jsonl"), lines.map((text) => `${text}\n`).join(""));
  const log = await readRequests(folder);
  const { client, providers: logs } = report;
  assert.equal(client.rows, client.matched + client.clientOnly);
  assert.equal(client.clientOnly, report.clientOnly.length);
  assert.equal(client.rows, log.totals.rows, "what is written is read");
  assert.equal(log.totals.quarantined, 0);
  for (const { records, matched, only, repeated, downstream } of logs)
    assert.equal(records, matched + only + repeated + downstream);
  assert.equal(
    report.providerOnly.length,
    logs.reduce((sum, { records, matched }) => sum + records - matched, 0),
  );
  return { report, log, rows: lines.map((text) => JSON.parse(text) as Record<string, never>) };
}

test("k6, Lambda's reports and a load balancer's log of the same requests make one campaign", async (t) => {
  const seen = Array.from({ length: 20 }, (_, n) => n);
  const { report, log, rows } = await joined(
    t,
    { "k6.json": `${seen.map((n) => k6Point(n)).join("\n")}\n{"broken\n` },
    {
      // Request 4's report is missing, 6's is repeated by a retry, 40 has no client.
      "lambda.log": `START RequestId: x\n${[...seen.filter((n) => n % 2 === 0 && n !== 4), 6, 40]
        .map((n) => reportLine(n, n === 2))
        .join("\n")}\nREPORT RequestId: y\tDuration: soon\n`,
      "alb.log": `${[...seen.filter((n) => n % 2 === 1 && n !== 5), 41].map((n) => albLine(n)).join("\n")}\nhttp cut off\n`,
    },
  );
  assert.deepEqual(report.client, {
    rows: 20,
    matched: 18,
    clientOnly: 2,
    contradictions: 0,
    quarantined: 1,
    passedOver: 0,
    byProvider: { "lambda-report": 9, alb: 9 },
  });
  assert.deepEqual(
    report.providers.map(({ format, records, matched, only, repeated, quarantined }) => [
      ...[format, records, matched, only, repeated, quarantined],
    ]),
    [
      ["lambda-report", 11, 9, 1, 1, 1],
      ["alb", 10, 9, 1, 0, 1],
    ],
  );
  assert.deepEqual(
    report.clientOnly.map(({ place, reason }) => [place, reason]),
    [
      ["k6.json:5", "no platform's log has its id"],
      ["k6.json:6", "no platform's log has its id"],
    ],
  );
  assert.deepEqual(
    report.providerOnly.map(({ keys, reason }) => [keys.at(-1), reason]),
    [
      [root(6), "an earlier record has its id (a retry)"],
      [root(40), "no client's row has its id"],
      [root(41), "no client's row has its id"],
    ],
  );
  assert.equal(report.quarantined.length, 3);

  const { requests } = log;
  assert.deepEqual([requests.platform[2], requests.platform[3]], [LAMBDA, ECS]);
  assert.deepEqual([...requests.executionTimeMs.slice(2, 6)], [52.25, 43, NaN, NaN]);
  assert.deepEqual([requests.coldStart[0], requests.coldStart[2]], [0, 1]);
  assert.deepEqual([requests.billedDurationMs[2], requests.initDurationMs[2]], [53, 300.5]);
  assert.deepEqual([requests.memoryLimitMb[2], requests.memoryUsedMb[2]], [512, 80]);
  assert.equal(requests.responseTimeMs[3], 103);
  assert.equal(requests.timestampMs[3], BEGAN_MS + 3000 - 103);
  assert.deepEqual(rows[3].joined, { client: "k6.json:4", alb: "alb.log:2" });
  assert.deepEqual(
    new Set(requests.workloadNames.slice(4)),
    new Set(["resize", "checkout", "search"]),
  );
});

test("JSON reports, and our own rows by request id and by what Lambda calls the request", async (t) => {
  const id = "11111111-2222-4333-8444-000000000001";
  const bare = { metrics: {}, platform: "unknown" };
  const { report, log } = await joined(
    t,
    { "own.jsonl": line({ ...bare, request_id: id.toUpperCase() }) },
    { "lambda.json": LAMBDA_JSON_LINES },
  );
  assert.equal(report.client.matched, 1);
  assert.deepEqual([log.requests.platform[0], log.requests.executionTimeMs[0]], [LAMBDA, 47.28]);
  assert.equal(report.providers[0].passedOver, 2);
  const other = await joined(
    t,
    { "own.jsonl": line({ ...bare, provider_request_id: id }) },
    { "lambda.log": LAMBDA_TEXT_LINES },
  );
  assert.deepEqual(
    [other.report.client.matched, other.log.requests.initDurationMs[0]],
    [1, 340.74],
  );
  // What the row says of itself stays; a platform's log knows the platform best.
  const own = await joined(
    t,
    { "own.jsonl": line({ platform: "ecs", trace_id: `Root=${root(1)}` }) },
    { "lambda.log": LAMBDA_TEXT_LINES },
  );
  assert.deepEqual(
    [own.log.requests.platform[0], own.log.requests.executionTimeMs[0]],
    [LAMBDA, 310.5],
  );
  assert.equal(own.report.client.contradictions, 1);
});

test("a function behind the load balancer answers; one that a task calls is downstream", async (t) => {
  const { report, log } = await joined(
    t,
    { "k6.json": `${k6Point(1)}\n${k6Point(3)}\n` },
    {
      "alb.log": `${albLine(1)}\n${albLine(3, "-")}\n`,
      "lambda.log": `${reportLine(1)}\n${reportLine(3)}\n`,
    },
  );
  assert.deepEqual([...log.requests.platform], [ECS, LAMBDA]);
  assert.deepEqual([...log.requests.executionTimeMs], [41, 53.25]);
  assert.equal(report.providers.find(({ format }) => format === "lambda-report")!.downstream, 1);
});

test("rows without an id, and ids that two rows share, are a client's only, and say why", async (t) => {
  const { report, log } = await joined(
    t,
    { "k6.json": [k6Point(1), k6Point(1), k6Point(3, { trace_id: "" })].join("\n") },
    { "alb.log": albLine(1) },
  );
  assert.deepEqual(
    report.clientOnly.map(({ reason }) => reason),
    ["an earlier row has its id", "the row has no id"],
  );
  assert.deepEqual([...log.requests.platform], [ECS, ECS, ECS]);
});

test("times of a load balancer are seconds, -1 is none; fields that AWS appends are passed over", async (t) => {
  const failed = albLine(1).replace(
    " 10.0.0.7:80 0.001 0.041 0.000 200 200 ",
    " - -1 -1 -1 503 - ",
  );
  const { log } = await joined(
    t,
    { "k6.json": k6Point(1, { status: "503", url: "", name: "checkout" }) },
    { "alb.log": `${failed} "and" "more" fields\n` },
  );
  assert.equal(log.requests.platform[0], NO_PLATFORM);
  assert.ok(Number.isNaN(log.requests.executionTimeMs[0]));
  const sample = await joined(
    t,
    {
      "own.jsonl": line({
        metrics: {},
        platform: "ecs",
        trace_id: "1-6921BCB6-000000000000000000000002",
      }),
    },
    { "alb.log.gz": ALB_LINES },
  ).catch((error: Error) => error);
  // Its name says gzip, and it is not.
  assert.match((sample as Error).message, /alb\.log\.gz/);
  const plain = await joined(
    t,
    {
      "own.jsonl": line({
        metrics: {},
        platform: "ecs",
        trace_id: "1-6921BCB6-000000000000000000000002",
      }),
    },
    { "alb.log": ALB_LINES },
  );
  assert.equal(plain.log.requests.executionTimeMs[0], 108);
});

test("a client's log is none of a platform's, and the other way round", async (t) => {
  const client = logFolder(t, { "k6.json": k6Point(1) });
  const provider = logFolder(t, { "alb.log": albLine(1) });
  const none = (): void => undefined;
  await assert.rejects(joinLogs({ clients: [client], providers: [client] }, none), {
    message: /k6\.json in .* holds k6's points .*no platform's log/,
  });
  await assert.rejects(joinLogs({ clients: [provider], providers: [provider] }, none), {
    message: /alb\.log holds access logs .* study join/,
  });
});
