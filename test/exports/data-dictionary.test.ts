import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { dataDictionary, dictionaryCsv } from "lib/exports";
import { FEATURES } from "lib/features";
import { FEEDBACK_FIELDS, METRICS_FIELDS, TOP_FIELDS } from "lib/requests";

const entries = dataDictionary();
const entry = (name: string) => entries.find((one) => one.name === name)!;

test("every field that is read from the logs is in the dictionary, and every feature", () => {
  const names = entries.flatMap(({ name }) => name.split(/ \(or |\)/));
  for (const field of [...TOP_FIELDS, ...METRICS_FIELDS.map((name) => `metrics.${name}`)])
    assert.ok(names.includes(field), field);
  for (const { name } of FEATURES) assert.ok(names.includes(name), name);
  assert.equal(new Set(entries.map(({ name }) => name)).size, entries.length);
});

test("what is known after the answer only may not be known by a router", () => {
  const forbidden = [
    "platform",
    "http_status",
    "response_time_ms",
    "metrics.execution_time_ms",
    "metrics.cold_start",
    "balanced_optimal",
  ];
  for (const name of forbidden) assert.equal(entry(name).routerMayKnow, false, name);
  for (const name of ["workload_type", "timestamp", "target_payload_size_kb", "load_pattern"])
    assert.equal(entry(name).routerMayKnow, true, name);
  for (const { name } of FEATURES) assert.equal(entry(name).routerMayKnow, true, name);
});

test("units are those of the names", () => {
  const units = {
    response_time_ms: "ms",
    target_payload_size_kb: "KiB",
    "metrics.memory_limit_mb": "MB",
    "metrics.cpu_percent": "%",
    timestamp: "",
    payload_size_kb: "KiB",
    idle_seconds: "s",
    idle_seconds_log: "",
    kib_last_60s: "KiB",
    payload_squared: "",
    lambda_memory_limit_mb: "MB",
  };
  for (const [name, unit] of Object.entries(units)) assert.equal(entry(name).unit, unit, name);
});

test("feedback is told figure by figure, and the glossary knows its inputs", () => {
  const [, glossary] = /^\| feedback \| (.*) \|$/m.exec(readFileSync("docs/GLOSSARY.md", "utf8"))!;
  for (const { name, unit, group, mayBeMissing } of FEEDBACK_FIELDS) {
    const { meaning, ...said } = entry(name);
    assert.equal(said.unit, unit, name);
    assert.match(meaning, /of requests before it, .*response_time_ms\. .*strictly before the send/);
    assert.equal(meaning.includes("missing where"), mayBeMissing, name);
    assert.ok(glossary.includes(group), `the glossary says nothing of ${group}`);
  }
});

test("the CSV has a row a variable", () => {
  const rows = parse(dictionaryCsv(), { columns: true }) as Record<string, string>[];
  assert.equal(rows.length, entries.length);
  assert.equal(rows[0]["may a router know it?"].match(/^(yes|no)$/)?.length, 2);
});
