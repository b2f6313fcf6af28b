import assert from "node:assert/strict";
import { test } from "node:test";
import { readRequests } from "lib/requests";
import { needsSharedData, sharedData } from "../shared-data.js";
import { line, logFolder, metricsLine } from "./log-folder.js";

test(
  "the JSON types of each field are counted by platform, before reading makes one number of " +
    '256 and "256"',
  async (t) => {
    const ecs = {
      platform: "ecs",
      metrics: { execution_time_ms: 12.5, memory_used_mb: 50.5, cpu_percent: 3 },
    };
    const { fieldTypes } = await readRequests(
      logFolder(t, {
        "a.jsonl":
          line() +
          line(ecs) +
          metricsLine({ memory_used_mb: 256 }) +
          line({ target_payload_size_kb: null, time_window: undefined }),
        // A line that becomes no row counts for nothing.
        "b.jsonl": line({ response_time_ms: "soon" }),
      }),
    );
    const of = (platform: string, field: string) =>
      fieldTypes.find((entry) => entry.platform === platform && entry.field === field)?.rows;
    assert.deepEqual(of("lambda", "metrics.memory_used_mb"), {
      number: 1,
      string: 2,
      boolean: 0,
      object: 0,
    });
    assert.deepEqual(of("ecs", "metrics.memory_used_mb"), {
      number: 1,
      string: 0,
      boolean: 0,
      object: 0,
    });
    assert.deepEqual(of("lambda", "target_payload_size_kb"), {
      number: 2,
      string: 0,
      boolean: 0,
      object: 0,
    });
    assert.deepEqual(of("lambda", "time_window"), { number: 0, string: 2, boolean: 0, object: 0 });
    assert.deepEqual(of("lambda", "metrics.cold_start"), {
      number: 0,
      string: 0,
      boolean: 3,
      object: 0,
    });
    assert.equal(of("ecs", "metrics.cold_start"), undefined);
    assert.equal(of("none", "platform"), undefined);
  },
);

test(
  "the author's logs: memory is a string on Lambda and a number on ECS",
  needsSharedData("variance-run"),
  async () => {
    const { fieldTypes } = await readRequests(sharedData("variance-run")!);
    const memory = fieldTypes
      .filter(({ field }) => field === "metrics.memory_used_mb")
      .map(({ platform, rows }) => [platform, rows.number, rows.string]);
    assert.deepEqual(memory, [
      ["ecs", 40_456, 0],
      ["lambda", 0, 47_705],
    ]);
  },
);
