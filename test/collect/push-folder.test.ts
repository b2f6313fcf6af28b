import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { pushFolder } from "lib/collect";
import { readRequests } from "lib/requests";
import { line, logFolder } from "../requests/log-folder.js";
import { refused, store } from "./store.js";

const LOGS = {
  "midday_low_load/ecs_lightweight_api_2025-11-22.jsonl": line({ response_time_ms: 1 }).repeat(
    3000,
  ),
  "midday_low_load/lambda_lightweight_api_2025-11-22.jsonl.gz": gzipSync(
    line({ response_time_ms: 2 }),
  ),
  "run-20251122.jsonl": line({ response_time_ms: 3 }),
  "readme.txt": "no log",
};

test("a folder is read from the store as from the disk, and a second push finds it there", async (t) => {
  const there = await store(t, {
    trouble: (() => {
      const troubles = [{ status: 503, code: "SlowDown" }, { loseAnswer: true }];
      return ({ method }: { method: string }) => (method === "PUT" ? troubles.shift() : undefined);
    })(),
  });
  const folder = logFolder(t, LOGS);
  assert.deepEqual(await pushFolder(folder, "s3://logs/run", there.s3), {
    files: 3,
    alreadyThere: 1,
    parts: 0,
    partRows: 0,
    partsAtWork: [],
  });
  const local = (await readRequests(folder)).requests;
  const remote = (await there.read("s3://logs/run")).requests;
  assert.deepEqual(
    remote.files,
    local.files.map((name) => (name.endsWith(".gz") ? name : `${name}.gz`)),
  );
  assert.deepEqual(
    { ...remote, files: [], provenance: null },
    { ...local, files: [], provenance: null },
  );
  assert.deepEqual(await pushFolder(folder, "s3://logs/run", there.s3), {
    files: 3,
    alreadyThere: 3,
    parts: 0,
    partRows: 0,
    partsAtWork: [],
  });
  assert.equal(readdirSync(folder).length, 3);
});

test("other content under the same key is left as it is, and told", async (t) => {
  const there = await store(t);
  const folder = logFolder(t, LOGS);
  await pushFolder(folder, "s3://logs/run", there.s3);
  writeFileSync(path.join(folder, "run-20251122.jsonl"), line({ response_time_ms: 4 }));
  await assert.rejects(
    pushFolder(folder, "s3://logs/run", there.s3),
    refused(
      /^s3:\/\/logs\/run\/run-20251122\.jsonl\.gz holds other content than .*: choose another prefix$/,
    ),
  );
  assert.equal(
    gunzipSync(there.objects.get("run/run-20251122.jsonl.gz")!).toString(),
    LOGS["run-20251122.jsonl"],
  );
});

test(
  "what collectors that are gone have left is sent once and removed; those at work are left " +
    "alone",
  async (t) => {
    const there = await store(t);
    const left = line({ request_id: "r1" }) + line({ request_id: "r2" });
    const gone = "spool/gone-000004.part.jsonl";
    const folder = logFolder(t, {
      [gone]: left,
      "spool/working-000001.part.jsonl": line(),
      "spool/working.lock": JSON.stringify([{ pid: process.pid, started: null }]),
    });
    const spool = path.join(folder, "spool");
    const sent = {
      files: 0,
      alreadyThere: 0,
      parts: 1,
      partRows: 2,
      partsAtWork: [path.join(spool, "working-000001.part.jsonl")],
    };
    assert.deepEqual(await pushFolder(folder, "s3://logs/run", there.s3), sent);
    // As if the process had died between the put and the removal.
    writeFileSync(path.join(folder, gone), left);
    assert.deepEqual(await pushFolder(folder, "s3://logs/run", there.s3), sent);
    assert.deepEqual([...there.objects.keys()], ["run/gone-000004.jsonl.gz"]);
    assert.deepEqual(readdirSync(spool).sort(), ["working-000001.part.jsonl", "working.lock"]);
  },
);

test("a folder that is not there, and a name that is no safe key, are refused", async (t) => {
  const there = await store(t);
  const folder = logFolder(t, { "a b.jsonl": line() });
  await assert.rejects(
    pushFolder(path.join(folder, "nowhere"), "s3://logs/run", there.s3),
    refused(/there is no folder .*nowhere: check the path/),
  );
  await assert.rejects(
    pushFolder(folder, "s3://logs/run", there.s3),
    refused(/cannot be stored as "run\/a b\.jsonl\.gz", which has a segment "a b\.jsonl\.gz"/),
  );
  assert.equal(there.objects.size, 0);
});
