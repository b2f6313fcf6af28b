import { test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import { line, logFolder } from "../requests/log-folder.js";
import { store } from "../collect/store.js";

test(
  "study push copies a folder, with the credentials and the endpoint of the environment, and " +
    "tells none of them",
  async (t) => {
    const there = await store(t);
    const folder = logFolder(t, { "a/x.jsonl": line(), "gone-000001.part.jsonl": line() });
    const { accessKeyId, secretAccessKey } = there.server.keys;
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL_S3: there.server.endpoint,
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
    // Not synchronously: the store answers from this process.
    const child = spawn(
      process.execPath,
      [path.join("lib", "bin", "study.mjs"), "push", folder, "s3://logs/run"],
      { env },
    );
    let told = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (bytes: Buffer) => (told += bytes.toString()));
    assert.equal(await new Promise((ended) => child.on("close", ended)), 0, told);
    assert.match(
      told,
      /1 log files are in s3:\/\/logs\/run, 0 of them were before; 1 rows in 1 parts were still to be sent\./,
    );
    assert.ok(!told.includes(secretAccessKey) && !told.includes(accessKeyId));
    assert.deepEqual([...there.objects.keys()].sort(), [
      "run/a/x.jsonl.gz",
      "run/gone-000001.jsonl.gz",
    ]);
  },
);
