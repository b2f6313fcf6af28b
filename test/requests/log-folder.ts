import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";

/** A temporary folder with the given files, gone when the test is. */
export function logFolder(t: TestContext, files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "requests-test-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/**
 * A log record of the second campaign as Lambda leaves it; fields given replace its own,
 * `undefined` removes one.
 */
export function lambdaRecord(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    request_id: "req_1_a",
    platform: "lambda",
    workload_type: "thumbnail_processing",
    timestamp: "2025-11-22T08:15:30.250000",
    http_status: 200,
    response_time_ms: 420,
    target_payload_size_kb: 200,
    actual_payload_size_kb: 200.5,
    time_window: "morning_peak",
    load_pattern: "low_load",
    metrics: {
      execution_time_ms: 310.5,
      memory_used_mb: "256",
      memory_limit_mb: "256",
      cold_start: false,
      payload_size_kb: 200.5,
    },
    ...changes,
  };
}

export function line(changes: Record<string, unknown> = {}): string {
  return JSON.stringify(lambdaRecord(changes)) + "\n";
}

/** The same with changes under `metrics`. */
export function metricsLine(changes: Record<string, unknown>): string {
  return line({ metrics: { ...(lambdaRecord().metrics as object), ...changes } });
}
