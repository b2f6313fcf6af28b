import { test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { store } from "../collect/store.js";
import { assertRefused, scratchFolder, study } from "./study-command.js";

test(
  "a finished collection is copied to its sink; a name in use and a wrong address are told " +
    "before anything is sent",
  async (t) => {
    const there = await store(t);
    const folder = scratchFolder(t);
    const plan = path.join(folder, "plan.yml");
    const logs = path.join(folder, "first");
    writeFileSync(
      plan,
      "extends: duet-local\nduet: false\nname: short\nruns:\n  - { window: midday, pattern: low_load, " +
        'startsAt: "12:00", phases: [{ minutes: 2, requestsPerSecond: 0.2 }] }\n',
    );
    const { accessKeyId, secretAccessKey } = there.server.keys;
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL_S3: there.server.endpoint,
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
    // Not synchronously: the store answers from this process.
    const collect = async (
      out: string,
      sink: string,
    ): Promise<{ status: unknown; told: string }> => {
      const child = spawn(
        process.execPath,
        [
          path.join("lib", "bin", "study.mjs"),
          "collect",
          "--plan",
          plan,
          "--out",
          out,
          "--sink",
          sink,
        ],
        { env },
      );
      let told = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (bytes: Buffer) => (told += bytes.toString()));
      return { status: await new Promise((ended) => child.once("close", ended)), told };
    };
    const { status, told } = await collect(logs, "s3://logs/run/");
    assert.equal(status, 0, told);
    const [, rows] = /^(\d+) of \1 planned requests have a row/m.exec(told) ?? [];
    assert.match(told, /\d log files are in s3:\/\/logs\/run\/first\./);
    assert.equal((await there.read("s3://logs/run/first")).requests.rowCount, Number(rows));
    assert.ok(!told.includes(secretAccessKey) && !told.includes(accessKeyId));

    const again = await collect(path.join(folder, "elsewhere", "first"), "s3://logs/run");
    assert.equal(again.status, 2);
    assert.match(
      again.told,
      /a collector "first" has written to s3:\/\/logs\/run already: give this one another name/,
    );
    assertRefused(
      study(["collect", "--out", logs, "--sink", "http://logs"]),
      /"http:\/\/logs" is no S3 address/,
    );
    assertRefused(
      study(["collect", "--out", path.join(folder, "Its Own"), "--sink", "s3://logs/run"]),
      /"Its Own", is what its copy in the store is called/,
    );
  },
);
