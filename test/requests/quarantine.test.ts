import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { commonReasons, quarantineInWords, readRequests, writeQuarantine } from "lib/requests";
import { line, logFolder, metricsLine } from "./log-folder.js";

/** Each line with the field at fault and words the reason must hold. */
const BAD_LINES: [text: string, field: string | null, reason: RegExp][] = [
  ["garbage\n", null, /not JSON/],
  ["[1, 2]\n", null, /not a JSON object/],
  ["null\n", null, /not a JSON object/],
  ["12\n", null, /not a JSON object/],
  [line().replace("420", "NaN"), null, /not JSON/],
  ...["platform", "workload_type", "timestamp", "http_status", "response_time_ms"].flatMap(
    (field): [string, string, RegExp][] => [
      [line({ [field]: undefined }), field, /is missing/],
      [line({ [field]: null }), field, /is null/],
      [line({ [field]: {} }), field, /is \{\}/],
      [line({ [field]: "" }), field, /is ""/],
    ],
  ),
  [line({ platform: "azure" }), "platform", /"azure".*ecs, lambda/],
  [line({ workload_type: 7 }), "workload_type", /is 7/],
  [line({ timestamp: "0000-11-22T08:15:30" }), "timestamp", /year from 1970 to 2100/],
  [line({ timestamp: 17638401 }), "timestamp", /ISO 8601/],
  ...[99, 600, -200, 200.5, "200 OK", true].map((status): [string, string, RegExp] => [
    line({ http_status: status }),
    "http_status",
    /0 or 100 to 599/,
  ]),
  ...[-1, "12abc", " ", "0x10", "1,5", "Infinity", "+5", true, [5], 86_400_001].map(
    (value): [string, string, RegExp] => [
      line({ response_time_ms: value }),
      "response_time_ms",
      /0 to 86400000 ms/,
    ],
  ),
  [line().replace("420", "1e999"), "response_time_ms", /Infinity/],
  [line({ target_payload_size_kb: -0.5 }), "target_payload_size_kb", /-0.5/],
  [line({ actual_payload_size_kb: "big" }), "actual_payload_size_kb", /"big"/],
  [line({ time_window: 7 }), "time_window", /early_morning, morning_peak/],
  [line({ load_pattern: ["low_load"] }), "load_pattern", /low_load, medium_load/],
  [line({ metrics: [] }), "metrics", /an object/],
  [metricsLine({ execution_time_ms: -3 }), "metrics.execution_time_ms", /-3/],
  [metricsLine({ memory_used_mb: "256MB" }), "metrics.memory_used_mb", /256MB/],
  [metricsLine({ memory_limit_mb: "" }), "metrics.memory_limit_mb", /is ""/],
  [metricsLine({ payload_size_kb: -1 }), "metrics.payload_size_kb", /-1/],
  [metricsLine({ cpu_percent: "1e999" }), "metrics.cpu_percent", /percentage/],
  [metricsLine({ cold_start: "true" }), "metrics.cold_start", /true or false/],
  [line({ request_id: ["a"] }), "request_id", /a string/],
  [line({ simulated: "yes" }), "simulated", /true or false/],
];

test(
  "each kind of bad line is set aside with file, line, field, reason and raw text; good lines " +
    "around it stay",
  async (t) => {
    for (const [text, field, reason] of BAD_LINES) {
      const { requests, quarantined, totals } = await readRequests(
        logFolder(t, { "x/log.jsonl": line() + text + line() }),
      );
      assert.equal(requests.rowCount, 2, text);
      assert.deepEqual([...requests.lineNumber], [1, 3], text);
      assert.deepEqual(requests.workloadNames.length, 4, "a bad line brings no workload name");
      assert.equal(quarantined.length, 1, text);
      const [{ file, line: at, field: told, reason: why, raw }] = quarantined;
      assert.deepEqual(
        { file, at, told, raw },
        { file: "x/log.jsonl", at: 2, told: field, raw: text.slice(0, -1) },
      );
      assert.match(why, reason, text);
      assert.equal(totals.lines, totals.rows + totals.quarantined);
    }
  },
);

test("a reason quotes only the beginning of a long value", async (t) => {
  const { quarantined } = await readRequests(
    logFolder(t, { "a.jsonl": line({ platform: "x".repeat(5000) }) }),
  );
  assert.ok(quarantined[0].reason.length < 200);
});

test("writeQuarantine writes one JSON object a line, and an empty file for none", async (t) => {
  const folder = logFolder(t, { "a.jsonl": "garbage \u00e9\n" + line() + '{"cut": "in ha' });
  const { quarantined } = await readRequests(folder);
  const file = path.join(folder, "run", "quarantine.jsonl");
  await writeQuarantine(file, quarantined);
  const written = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));
  assert.deepEqual(written, quarantined);
  assert.deepEqual(written[1], {
    file: "a.jsonl",
    line: 3,
    field: null,
    reason: "the line ends in the middle of its JSON",
    raw: '{"cut": "in ha',
  });
  await writeQuarantine(file, []);
  assert.equal(readFileSync(file, "utf8"), "");
});

test("a field that is missing is looked for under other names, and at other places", async (t) => {
  const cases: [string, string | null][] = [
    [
      line({ response_time_ms: undefined, latency_ms: 5 }),
      "latency_ms is not a field that is read; did you mean response_time_ms?",
    ],
    [
      line({ workload_type: undefined, "workload-typ": "x" }),
      "workload-typ is not a field that is read; did you mean workload_type?",
    ],
    [
      line({ http_status: undefined, statusCode: 200 }),
      "statusCode is not a field that is read; did you mean http_status?",
    ],
    [
      line({ response_time_ms: undefined, metrics: { response_time_ms: 3 } }),
      "metrics.response_time_ms is not where it is read; did you mean response_time_ms?",
    ],
    [line({ response_time_ms: undefined, region: "eu" }), null],
    [line({ response_time_ms: "slow", latency_ms: 5 }), null],
  ];
  for (const [text, hint] of cases) {
    const { quarantined } = await readRequests(logFolder(t, { "a.jsonl": text }));
    const [{ reason }] = quarantined;
    if (hint === null) assert.doesNotMatch(reason, /did you mean/, text);
    else assert.ok(reason.endsWith(`. ${hint}`), reason);
  }
});

test("the commonest reasons, counted by field, each with its first line", async (t) => {
  const log = await readRequests(
    logFolder(t, {
      "a.jsonl":
        line() +
        line({ time_window: 1 }) +
        "garbage\n" +
        line({ time_window: 2 }) +
        line({ platform: "azure" }).repeat(4) +
        line({ http_status: 7 }),
    }),
  );
  assert.deepEqual(
    commonReasons(log.quarantined).map(({ field, lines, line: at }) => [field, lines, at]),
    [
      ["platform", 4, 5],
      ["time_window", 2, 2],
      [null, 1, 3],
    ],
  );
  const words = quarantineInWords(log);
  assert.equal(words[0], "8 of 9 lines are no requests; the commonest reasons:");
  assert.match(
    words[1],
    /^ {2}4 x platform is "azure": needs .*\n {4}first in a\.jsonl, line 5: \{/,
  );
  assert.deepEqual(quarantineInWords({ quarantined: [], totals: { lines: 9 } }), []);
});
