import assert from "node:assert/strict";
import { test } from "node:test";
import { guessColumns, inspectLogs, mappingOf } from "lib/requests";
import { line, logFolder } from "./log-folder.js";

test("latency_ms is offered as the response time, sent_at as the time, service as the workload", () => {
  const records = [1, 2, 3].map((n) => ({
    id: `r${n}`,
    runtime: ["Lambda", "fargate", "ecs"][n - 1],
    service: ["resize", "pay", "search"][n - 1],
    sent_at: `2025-11-22T08:15:3${n}Z`,
    status_code: 200,
    latency_ms: 100 + n,
    "server time [s]": 0.05,
    note: "x",
  }));
  const { guesses, missing, unused } = guessColumns(records);
  assert.deepEqual(mappingOf(guesses), {
    platform: "runtime",
    workload_type: "service",
    timestamp: "sent_at",
    http_status: "status_code",
    response_time_ms: "latency_ms",
    request_id: "id",
    execution_time_ms: { column: "server time [s]", unit: "s" },
  });
  assert.deepEqual(missing, []);
  assert.deepEqual(unused, ["note"]);
  assert.equal(guesses[2].because, "3 of 3 values are times");
});

test("a column whose values cannot be the field is not offered, whatever its name", () => {
  const { guesses, missing } = guessColumns([
    { platform: "lambda", target: "https://x", time: "noon", code: "OK", latency: -1, task: "a" },
  ]);
  assert.deepEqual(mappingOf(guesses), { workload_type: "task" });
  assert.deepEqual(missing, ["timestamp", "http_status", "response_time_ms"]);
});

test("units are told by a name's end; fields under their own names need no guess; groups are paths", () => {
  const own = JSON.parse(line()) as Record<string, unknown>;
  assert.deepEqual(guessColumns([own]).guesses, []);
  const { guesses } = guessColumns([
    { ts: 1763800000, latency_sec: "0.5", payload_bytes: "2048", timing: { exec_us: 900 } },
  ]);
  assert.deepEqual(mappingOf(guesses), {
    timestamp: "ts",
    response_time_ms: { column: "latency_sec", unit: "s" },
    target_payload_size_kb: { column: "payload_bytes", unit: "bytes" },
    execution_time_ms: { column: "timing.exec_us", unit: "us" },
  });
});

test("logs are looked at: format, columns, workloads with sizes and platforms", async (t) => {
  const csv = [
    "sent_at,service,cloud,status,latency_ms,size_kb",
    ...["pay,lambda,200,5,10", "pay,ecs,200,7,", "search,fargate,500,9,20"].map(
      (rest, n) => `2025-11-22T08:15:3${n}Z,${rest}`,
    ),
  ];
  for (const files of [
    { "a.csv": `${csv.join("\n")}\n` },
    {
      "a.jsonl": csv
        .slice(1)
        .map((row) => {
          const values = row.split(",");
          return `${JSON.stringify(Object.fromEntries(csv[0].split(",").map((name, i) => [name, values[i] || null])))}\n`;
        })
        .join(""),
    },
  ] as Record<string, string>[]) {
    const { log, workloads, columns } = await inspectLogs(logFolder(t, files));
    assert.deepEqual(log.quarantined, []);
    assert.deepEqual(columns.missing, []);
    const shown = workloads.map(({ name, rows, platforms, payloadKb }) => [
      ...[name, rows, platforms, payloadKb],
    ]);
    assert.deepEqual(shown, [
      ["pay", 2, { lambda: 1, ecs: 1 }, [null, 10]],
      ["search", 1, { ecs: 1 }, [20]],
    ]);
  }
});
