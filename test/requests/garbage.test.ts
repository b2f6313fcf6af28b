import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { createRandom, type Random } from "lib/statistics";
import { readRequests } from "lib/requests";
import { line, logFolder } from "./log-folder.js";

/** Lines that are not blank, counted another way than the reader does: on the bytes as Latin-1. */
function countLines(bytes: Buffer): number {
  const marked = bytes.subarray(0, 3).toString("latin1") === "\xef\xbb\xbf";
  return bytes
    .subarray(marked ? 3 : 0)
    .toString("latin1")
    .split("\n")
    .filter((text) => /[^ \t\r\v\f]/.test(text)).length;
}

/** Log text with bytes changed, removed, doubled, and whole runs of noise. */
function garble(random: Random): Buffer {
  let bytes = Buffer.from(line().repeat(1 + random.integer(4)));
  if (random.uniform() < 0.2) bytes = Buffer.concat([Buffer.from("\ufeff"), bytes]);
  const odd = [
    0, 9, 10, 13, 32, 34, 44, 45, 48, 58, 91, 92, 93, 101, 123, 125, 0x80, 0xc3, 0xef, 0xff,
  ];
  for (let edits = random.integer(12); edits > 0; edits--) {
    const at = random.integer(bytes.length + 1);
    const end = Math.min(bytes.length, at + random.integer(8));
    const noise = Buffer.from(
      Array.from({ length: random.integer(6) }, () =>
        random.uniform() < 0.7 ? odd[random.integer(odd.length)] : random.integer(256),
      ),
    );
    bytes = Buffer.concat([
      bytes.subarray(0, at),
      noise,
      bytes.subarray(random.uniform() < 0.5 ? end : at),
    ]);
  }
  return bytes;
}

test("whatever the bytes, read + quarantined = lines, and raw text gives every bad line back", async (t) => {
  const random = createRandom("garbage");
  const files: Record<string, Buffer> = {};
  for (let i = 0; i < 1500; i++)
    files[`${String(i).padStart(4, "0")}.jsonl${i % 3 === 0 ? ".gz" : ""}`] = garble(random);
  const stored = Object.entries(files).map(([name, bytes]) => [
    name,
    name.endsWith("z") ? gzipSync(bytes) : bytes,
  ]);
  const { totals, requests, quarantined } = await readRequests(
    logFolder(t, Object.fromEntries(stored)),
  );
  assert.equal(totals.rows + totals.quarantined, totals.lines);
  assert.deepEqual([requests.rowCount, quarantined.length], [totals.rows, totals.quarantined]);
  assert.equal(
    totals.lines,
    Object.values(files).reduce((sum, bytes) => sum + countLines(bytes), 0),
  );
  assert.ok(totals.rows > 300 && totals.quarantined > 300, "the noise leaves some of both");
  for (const { file, line: at, reason, raw } of quarantined) {
    const bytes = Buffer.from(files[file].toString("latin1").split("\n")[at - 1], "latin1");
    const kept = Buffer.from(raw, reason.includes("UTF-8") ? "latin1" : "utf8");
    const expected = bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes;
    assert.ok(
      kept.equals(expected) || (at === 1 && kept.equals(expected.subarray(3))),
      `${file}:${at}`,
    );
  }
  // Whatever became a row is possible.
  for (let row = 0; row < requests.rowCount; row++) {
    assert.ok(requests.responseTimeMs[row] >= 0 && requests.responseTimeMs[row] <= 86_400_000);
    assert.ok(requests.timestampMs[row] >= 0 && requests.timestampMs[row] < Date.UTC(2101, 0));
    assert.ok(!(requests.executionTimeMs[row] < 0) && requests.executionTimeMs[row] !== Infinity);
    assert.ok(
      requests.workload[row] < requests.workloadNames.length || requests.workload[row] === 255,
    );
  }
});

test("lines of every length around a chunk's border are read whole", async (t) => {
  // Stored text comes in chunks of 256 KiB, unpacked text in chunks of 16 KiB.
  const rows = Array.from({ length: 2000 }, (_, i) =>
    line({ response_time_ms: i, padding: "é".repeat((i * 37) % 700) }),
  );
  const folder = logFolder(t, { "a.jsonl": rows.join(""), "b.jsonl.gz": gzipSync(rows.join("")) });
  const { requests, totals } = await readRequests(folder);
  assert.equal(totals.quarantined, 0);
  assert.deepEqual([...requests.responseTimeMs], [...rows.keys(), ...rows.keys()]);
});
