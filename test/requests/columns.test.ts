import assert from "node:assert/strict";
import { test } from "node:test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { NO_PLATFORM } from "lib/campaign";
import { PartialFiles } from "lib/files";
import { THESIS_TERMS, failureEffect, labelRequests, THESIS_COST } from "lib/labels";
import {
  answered,
  isAnswered,
  groupIntoCells,
  readArrowParts,
  readRequests,
  requestsFromArrow,
  requestsTable,
  requestsToArrow,
  selectRows,
  sha256OfSource,
  writeArrowPart,
} from "lib/requests";
import { observedOutcomes } from "lib/routing";
import { requestsOf } from "../requests-of.js";
import { line, logFolder } from "./log-folder.js";

const failed = line({
  platform: "unknown",
  http_status: 500,
  metrics: {},
  actual_payload_size_kb: null,
  time_window: null,
});
const unplanned = (actual: number): string =>
  line({ target_payload_size_kb: null, actual_payload_size_kb: actual });

test("selectRows keeps the order asked for, repeats included, and names a row that is not there", async (t) => {
  const { requests } = await readRequests(
    logFolder(t, { "a.jsonl": [0, 1, 2, 3].map((ms) => line({ response_time_ms: ms })).join("") }),
  );
  const chosen = selectRows(requests, [3, 1, 1]);
  assert.deepEqual(
    [[...chosen.responseTimeMs], [...chosen.lineNumber], chosen.rowCount],
    [[3, 1, 1], [4, 2, 2], 3],
  );
  assert.deepEqual([requests.rowCount, chosen.files], [4, requests.files]);
  for (const row of [4, -1, 0.5, NaN])
    assert.throws(() => selectRows(requests, [0, row]), {
      name: "RangeError",
      message: new RegExp(`no row ${row}`),
    });
});

test("the planned size is the payload size; without one, measured sizes a few bytes apart are one", async (t) => {
  const measured = [
    200, 200.001953125, 501.25390625, 501.255859375, 5461.3359375, 5461.337890625, 1.05, 1.07,
  ];
  const { requests } = await readRequests(
    logFolder(t, {
      "a.jsonl": line() + measured.map(unplanned).join("") + failed.replace("200", "null"),
    }),
  );
  assert.deepEqual(
    [...requests.payloadKb],
    [200, 200, 200, 501.25, 501.25, 5461.34, 5461.34, 1.05, 1.07, NaN],
  );
});

test("a continuum of measured sizes is cut, not chained into one", async (t) => {
  const { requests } = await readRequests(
    logFolder(t, {
      "a.jsonl": Array.from({ length: 200 }, (_, i) => unplanned(10 + i * 0.005)).join(""),
    }),
  );
  const sizes = requests.payloadKb;
  sizes.forEach((size, row) =>
    assert.ok(Math.abs(size - requests.actualPayloadKb[row]) <= 0.016, `${size}`),
  );
  assert.ok(new Set(sizes).size >= 66);
});

test("requests come back from Arrow exactly, and the same requests give the same bytes", async (t) => {
  const text =
    line() +
    failed +
    line({ workload_type: "größe", simulated: null }) +
    unplanned(7) +
    line({ platform: "unknown", workload_type: "unknown", http_status: 0, metrics: {} });
  const { requests } = await readRequests(
    logFolder(t, { "a.jsonl": "", "b.jsonl": text, "c/d.jsonl": line() }),
  );
  const bytes = requestsToArrow(requests);
  assert.deepEqual(requestsFromArrow(bytes), requests);
  assert.ok(Buffer.from(bytes).equals(requestsToArrow(requestsFromArrow(bytes))));
  const none = selectRows(requests, []);
  assert.deepEqual(requestsFromArrow(requestsToArrow(none)), none);
});

test("Arrow bytes of something else are refused", async () => {
  const { table } = await import("arquero");
  const other = table({ x: [1, 2] }).toArrowIPC();
  assert.throws(() => requestsFromArrow(other), {
    name: "InputError",
    message: /hold no requests/,
  });
});

test("the table shows names, dates and truth values, and null for what is missing", async (t) => {
  const { requests } = await readRequests(logFolder(t, { "a.jsonl": line() + failed }));
  const [first, second] = requestsTable(requests).objects() as Record<string, unknown>[];
  assert.deepEqual(
    [
      first.file,
      first.platform,
      first.workload,
      first.timeWindow,
      first.loadPattern,
      first.coldStart,
      first.payloadKb,
    ],
    ["a.jsonl", "lambda", "thumbnail_processing", "morning_peak", "low_load", false, 200],
  );
  assert.deepEqual(first.timestamp, new Date("2025-11-22T08:15:30.250Z"));
  assert.deepEqual(
    [second.platform, second.timeWindow, second.coldStart, second.executionTimeMs],
    [null, null, null, NaN],
  );
  assert.deepEqual([...answered(requests)], [0]);
});

test("digests are those of the files as stored, and one digest stands for them all", async (t) => {
  const folder = logFolder(t, { "b.jsonl": line(), "a.jsonl": "x" });
  const { digests } = await readRequests(folder);
  const sha256 = (bytes: Uint8Array | string): string =>
    createHash("sha256").update(bytes).digest("hex");
  assert.deepEqual(
    digests,
    ["a.jsonl", "b.jsonl"].map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      return { file, bytes: bytes.length, sha256: sha256(bytes) };
    }),
  );
  assert.equal(
    sha256OfSource(digests),
    sha256(`${digests[0].sha256}  a.jsonl\n${digests[1].sha256}  b.jsonl\n`),
  );
});

test("answered is one thing everywhere: a 2xx of a platform that is named", () => {
  const requests = requestsOf([
    { httpStatus: 200 },
    { httpStatus: 204, executionTimeMs: NaN, responseTimeMs: 150 },
    { httpStatus: 200, platform: NO_PLATFORM },
    { httpStatus: 302 },
    { httpStatus: 0 },
    { httpStatus: 500 },
  ]);
  assert.deepEqual([...answered(requests)], [0, 1]);
  assert.deepEqual(
    Array.from({ length: 6 }, (_, row) => isAnswered(requests, row)),
    [true, true, false, false, false, false],
  );
  // Labels and outcomes agree with it: a redirect was not answered by a platform.
  const labels = labelRequests(requests, {
    ...THESIS_TERMS,
    scheme: "request-vs-median",
    failures: "dropped",
  });
  assert.equal(labels.unlabelled["the request failed"], 3);
  assert.equal(labels.unlabelled["no platform is named"], 1);
  assert.equal(labels.unlabelled["no execution time was logged"], 1);
  assert.equal(failureEffect(requests, { ...THESIS_TERMS, scheme: "request-vs-median" }).failed, 4);
  assert.deepEqual([...observedOutcomes(requests, THESIS_COST).failed!], [0, 0, 0, 1, 1, 1]);
});

test("selected rows keep the names that their sizes have in the whole campaign", async (t) => {
  const text = [200, 200.006, 200.006].map(unplanned).join("");
  const { requests } = await readRequests(logFolder(t, { "a.jsonl": text }));
  assert.deepEqual([...requests.payloadKb], [200, 200, 200]);
  const later = selectRows(requests, [2, 1]);
  assert.deepEqual([...later.payloadKb], [200, 200]);
  assert.equal(groupIntoCells(later, ["payload"]).name(0), "200 KiB");
  // Sizes are named anew where a campaign is read, over all of its rows.
  assert.deepEqual([...requestsFromArrow(requestsToArrow(requests)).payloadKb], [200, 200, 200]);
});

test("the parts of a campaign share the names of their sizes", async (t) => {
  const folder = logFolder(t, {});
  const files = new PartialFiles();
  for (const [part, kb] of [200, 200.006].entries()) {
    const { requests } = await readRequests(logFolder(t, { "a.jsonl": unplanned(kb) }));
    writeArrowPart(files, folder, part + 1, requests, null);
  }
  files.finish();
  assert.deepEqual([...readArrowParts(folder).requests.payloadKb], [200, 200]);
});

test("rows collected from stand-ins on one machine are not taken for the platforms'", async (t) => {
  const provenanceOf = async (target?: string) => {
    const collected = target && { target, marks: [] };
    const { requests } = await readRequests(logFolder(t, { "a.jsonl": line({ collected }) }));
    return requestsFromArrow(requestsToArrow(requests)).provenance;
  };
  assert.equal((await provenanceOf("local")).local, true);
  assert.equal((await provenanceOf("aws")).local, undefined);
  assert.equal((await provenanceOf()).local, undefined);
});
