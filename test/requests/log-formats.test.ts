import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ECS, LAMBDA, NO_PLATFORM } from "lib/campaign";
import { logOptions, readSettings } from "lib/settings";
import { FORMATS, LOG_FIELDS, readRequests, type RequestLog } from "lib/requests";
import { line, logFolder } from "./log-folder.js";
import {
  ALB_LINES,
  ARTILLERY_REPORT,
  JMETER_JTL,
  K6_CSV,
  K6_JSON,
  LAMBDA_JSON_LINES,
  LAMBDA_TEXT_LINES,
  LOCUST_AGGREGATES,
  LOCUST_REQUESTS,
} from "./tool-logs.js";

/** Every record of a format is a row, is set aside, or is passed over; never is one lost. */
function accounted(log: RequestLog, records: number): void {
  const { rows, quarantined, lines } = log.totals;
  const passedOver = log.formats.reduce((sum, reading) => sum + reading.passedOver, 0);
  assert.equal(lines, rows + quarantined);
  assert.equal(lines + passedOver, records);
  assert.equal(rows, log.requests.rowCount);
  assert.equal(quarantined, log.quarantined.length);
}

const names = ({ requests }: RequestLog): (string | undefined)[] =>
  Array.from(requests.workload, (code) => requests.workloadNames[code]);

test("k6's JSON: one row a http_req_duration, sent its duration before the point's time", async (t) => {
  const log = await readRequests(logFolder(t, { "k6.json": K6_JSON }));
  accounted(log, K6_JSON.trimEnd().split("\n").length);
  assert.deepEqual(log.quarantined, []);
  assert.deepEqual(log.formats, [{ format: "k6-json", files: 1, rows: 3, passedOver: 5 }]);
  const { requests } = log;
  assert.deepEqual(names(log), ["resize", "resize", "checkout"]);
  assert.deepEqual([...requests.platform], [LAMBDA, ECS, NO_PLATFORM]);
  assert.deepEqual([...requests.httpStatus], [200, 200, 0]);
  assert.deepEqual([...requests.responseTimeMs], [459.865729, 120.5, 30_000]);
  const endMs = Date.UTC(2025, 10, 22, 13, 34, 45, 239) + 0.531499;
  assert.ok(Math.abs(requests.timestampMs[0] - (endMs - 459.865729)) < 0.001);
  assert.deepEqual([...requests.targetPayloadKb], [200, 200, NaN]);
  assert.ok(requests.executionTimeMs.every(Number.isNaN));
  assert.match(log.notes.join("\n"), /2 answered requests have no metrics\.execution_time_ms/);
});

test("k6's CSV says the same: seconds, tags in extra_tags, packed or not", async (t) => {
  for (const content of [K6_CSV, gzipSync(K6_CSV)]) {
    const name = typeof content === "string" ? "k6.csv" : "k6.csv.gz";
    const log = await readRequests(logFolder(t, { [name]: content }));
    // Its first line names the columns and is no record.
    accounted(log, K6_CSV.trimEnd().split("\n").length - 1);
    assert.equal(log.formats[0].format, "k6-csv");
    assert.deepEqual(names(log), ["resize", "/"]);
    assert.deepEqual([...log.requests.platform], [LAMBDA, ECS]);
    assert.deepEqual([...log.requests.responseTimeMs], [459.865729, 120.5]);
    assert.equal(log.requests.timestampMs[1], 1_763_818_486_000 - 120.5);
    assert.equal(log.requests.targetPayloadKb[0], 200);
  }
});

test("JMeter's results: ms since 1970, quotes in labels, a code that is a text is no answer", async (t) => {
  const log = await readRequests(logFolder(t, { "out.jtl": JMETER_JTL }), {
    columns: { platform: { constant: "Lambda" } },
  });
  accounted(log, 4);
  assert.equal(log.formats[0].format, "jmeter");
  assert.deepEqual(names(log), ["resize", 'failing, "quoted"', "nobody", "resize"]);
  assert.deepEqual([...log.requests.httpStatus], [200, 500, 0, 200]);
  assert.deepEqual([...log.requests.responseTimeMs], [20, 14, 18, 14]);
  assert.equal(log.requests.timestampMs[0], 1_795_546_631_276);
  assert.ok(log.requests.platform.every((code) => code === LAMBDA));
});

test("Locust's requests: seconds since 1970, status 0 where nobody answered", async (t) => {
  const log = await readRequests(logFolder(t, { "requests.csv": LOCUST_REQUESTS }));
  accounted(log, 4);
  assert.equal(log.formats[0].format, "locust");
  assert.deepEqual(names(log), ["nobody, there", "fail", "resize", "resize"]);
  assert.deepEqual([...log.requests.httpStatus], [0, 500, 200, 200]);
  assert.ok(Math.abs(log.requests.timestampMs[0] - 1_795_546_498_042.522) < 0.001);
  assert.match(log.notes.join("\n"), /2 answered requests name no platform/);
});

test("the study's fields as CSV give the rows that its JSON lines give", async (t) => {
  const csv =
    "request_id,platform,workload_type,timestamp,http_status,response_time_ms," +
    "target_payload_size_kb,actual_payload_size_kb,time_window,load_pattern,execution_time_ms," +
    "metrics.memory_used_mb,memory_limit_mb,cold_start\n" +
    "req_1_a,lambda,thumbnail_processing,2025-11-22T08:15:30.250000,200,420,200,200.5," +
    "morning_peak,low_load,310.5,256,256,false\n";
  const ours = await readRequests(logFolder(t, { "a.jsonl": line() }));
  for (const text of [csv, `\ufeff${csv.replaceAll("\n", "\r\n")}`, csv.replaceAll(",", ";")]) {
    const theirs = await readRequests(logFolder(t, { "a.csv": text }));
    assert.equal(theirs.formats[0].format, "csv");
    for (const [name, column] of Object.entries(ours.requests))
      if (ArrayBuffer.isView(column) && name !== "lineNumber")
        assert.deepEqual(theirs.requests[name as "platform"], column, name);
    assert.deepEqual([...theirs.requests.lineNumber], [2]);
  }
});

test("records of CSV keep their places; a value of several lines is one, an open quote costs its line", async (t) => {
  const head = "platform,workload_type,timestamp,http_status,response_time_ms,note";
  const row = (note: string): string => `ecs,api,1763800000,200,5,${note}`;
  const lines = [
    head,
    row('"two\nlines"'),
    row('5" too many'),
    row("x"),
    "a,b",
    "",
    row("y"),
    head,
  ];
  const log = await readRequests(logFolder(t, { "a.csv": `${lines.join("\n")}\n` }));
  accounted(log, 5);
  assert.deepEqual([...log.requests.lineNumber], [2, 5, 8]);
  assert.deepEqual(
    log.quarantined.map(({ line: at, reason }) => [at, reason]),
    [
      [4, "a quote in the line is never closed"],
      [6, "the record has 2 values, the header 6 columns"],
    ],
  );
  assert.equal(log.totals.blankLines, 1);
});

test("broken records of each format are set aside with their place, and no neighbour with them", async (t) => {
  const spoilt: [name: string, text: string, from: string, to: string, field: string | null][] = [
    ["k6.json", K6_JSON, '"value":120.5', '"value":"soon"', "value"],
    ["k6.json", K6_JSON, "2025-11-22T14:34:46", "2025-13-22T14:34:46", "time"],
    ["k6.csv", K6_CSV, ",120.500000,", ",,", "value"],
    ["out.jtl", JMETER_JTL, "1795546631407,14", "1795546631407,-14", "response_time_ms"],
    ["requests.csv", LOCUST_REQUESTS, "1795546498.256953", "yesterday", "timestamp"],
  ];
  for (const [name, text, from, to, field] of spoilt) {
    assert.ok(text.includes(from), from);
    const whole = await readRequests(logFolder(t, { [name]: text }));
    const log = await readRequests(logFolder(t, { [name]: text.replace(from, to) }));
    assert.equal(log.totals.quarantined, 1, name);
    assert.equal(log.totals.rows, whole.totals.rows - 1, name);
    assert.equal(log.quarantined[0].field, field);
    assert.ok(log.quarantined[0].raw.includes(to));
  }
});

test("files that hold aggregates are refused with the reason, and passed over beside logs", async (t) => {
  const refused: [name: string, text: string, reason: RegExp][] = [
    ["report.json", ARTILLERY_REPORT, /Artillery's report, which holds aggregates/],
    ...Object.entries(LOCUST_AGGREGATES).map(([name, text]): [string, string, RegExp] => [
      name,
      text,
      /Locust's (table|history) of \w+, which holds aggregates/,
    ]),
    ["out.jtl", '<?xml version="1.0"?>\n<testResults version="1.2">\n', /as XML/],
    ["summary.json", '{"root_group": {}, "metrics": {}}', /k6's summary, which holds aggregates/],
  ];
  for (const [name, text, reason] of refused) {
    await assert.rejects(readRequests(logFolder(t, { [name]: text })), { message: reason });
    const beside = await readRequests(logFolder(t, { [name]: text, "a.jsonl": line() }));
    assert.equal(beside.totals.rows, 1);
    assert.match(beside.notes[0], reason);
  }
});

test("a platform's log alone is no campaign: it is to be joined", async (t) => {
  for (const [name, text] of [
    ["lambda.log", LAMBDA_TEXT_LINES],
    ["lambda.json", LAMBDA_JSON_LINES],
    ["alb.log", ALB_LINES],
  ])
    await assert.rejects(readRequests(logFolder(t, { [name]: text })), {
      name: "RequestSourceError",
      message: /without their client's clock.* study join/,
    });
});

test("columns of any CSV or JSON lines can be named, with units, constants and values", async (t) => {
  const columns = {
    response_time_ms: { column: "latency", unit: "s" },
    timestamp: "sent_at",
    workload_type: "service",
    platform: { column: "where.runs", values: { k8s: "ecs" } },
    http_status: { constant: 200 },
    target_payload_size_kb: { column: "body", unit: "bytes" },
    execution_time_ms: "took",
    cold_start: "cold",
  };
  const json =
    '{"latency": 0.25, "sent_at": 1763800000.5, "service": "pay", "where": {"runs": "k8s"}, ' +
    '"body": 2048, "took": 12.5, "cold": true}\n';
  const csv =
    "latency,sent_at,service,where.runs,body,took,cold\n0.25,1763800000.5,pay,k8s,2048,12.5,True\n";
  for (const [name, text] of [
    ["a.jsonl", json],
    ["a.ndjson", json],
    ["a.csv", csv],
  ]) {
    const log = await readRequests(logFolder(t, { [name]: text }), { columns });
    assert.deepEqual(log.quarantined, [], name);
    const { requests } = log;
    assert.deepEqual(
      [requests.responseTimeMs[0], requests.timestampMs[0], requests.targetPayloadKb[0]],
      [250, 1_763_800_000_500, 2],
    );
    assert.deepEqual(
      [requests.platform[0], requests.executionTimeMs[0], requests.coldStart[0]],
      [ECS, 12.5, 1],
    );
    assert.equal(names(log)[0], "pay");
  }
  for (const [bad, message] of [
    [{ latency: "x" }, /columns: latency is no field of the study; there are platform, /],
    [{ response_time_ms: { column: "x", unit: "hours" } }, /takes ns, us, ms, s as its unit/],
    [{ platform: { column: "x", unit: "s" } }, /platform has no unit/],
    [{ platform: {} }, /needs a column or a constant/],
  ] as const)
    await assert.rejects(readRequests(logFolder(t, { "a.jsonl": line() }), { columns: bad }), {
      message,
    });
});

test("a format can be named, and one that is not there is refused with those that are", async (t) => {
  const folder = logFolder(t, { "points.txt": K6_JSON });
  assert.equal((await readRequests(`${folder}/points.txt`)).totals.rows, 3);
  const named = logFolder(t, { "points.log": `{"note": "no point"}\n${K6_JSON}` });
  const log = await readRequests(named, { format: "k6-json" });
  assert.deepEqual([log.totals.rows, log.totals.quarantined], [3, 1]);
  await assert.rejects(readRequests(named, { format: "k7" }), {
    message: /no log format "k7"; there are jsonl, (.*, )?k6-json, k6-csv, jmeter, /,
  });
});

test("platforms by other names, and times as numbers, are read", async (t) => {
  const platforms = ["Lambda", "LAMBDA", "AWS_Lambda", "fargate", "aws-ecs", "ecs-fargate"];
  const times = [1763800000, 1763800000000, "1763800000", "1763800000123", 1763800000.25];
  const log = await readRequests(
    logFolder(t, {
      "a.jsonl": [
        ...platforms.map((platform) => line({ platform })),
        ...times.map((timestamp) => line({ timestamp })),
      ].join(""),
    }),
  );
  assert.deepEqual(log.quarantined, []);
  assert.deepEqual([...log.requests.platform.slice(0, 6)], [1, 1, 1, 0, 0, 0]);
  assert.deepEqual(
    [...log.requests.timestampMs.slice(6)],
    [1763800000000, 1763800000000, 1763800000000, 1763800000123, 1763800000250],
  );
});

test("platforms by names that the study tells are read, and others told of", async (t) => {
  const folder = logFolder(t, {
    "a.jsonl": ["fn", "pod", "Lambda", "vm"].map((platform) => line({ platform })).join(""),
  });
  const settings = readSettings({ set: ["platforms.lambda=fn", "platforms.ecs=pod"] });
  const log = await readRequests(folder, logOptions(settings));
  assert.deepEqual([...log.requests.platform], [1, 0, 1]);
  assert.match(log.quarantined[0].reason, /"vm".*told by platforms in the study file/);
});

test("each format says by itself what it is, where it is described, and is recognised by its own log only", async (t) => {
  assert.equal(new Set(FORMATS.map(({ id }) => id)).size, FORMATS.length);
  for (const { title, documentedAt } of FORMATS) {
    assert.ok(title.length > 5);
    assert.match(documentedAt, /^https:\/\/|^README\.md/);
  }
  assert.equal(new Set(LOG_FIELDS.map(({ name }) => name)).size, LOG_FIELDS.length);
  // A folder of several formats is one campaign.
  const log = await readRequests(
    logFolder(t, { "k6.json": K6_JSON, "out.jtl": JMETER_JTL, "a.jsonl": line() }),
  );
  assert.deepEqual(
    log.formats.map(({ format, rows }) => [format, rows]),
    [
      ["jsonl", 1],
      ["k6-json", 3],
      ["jmeter", 4],
    ],
  );
});
