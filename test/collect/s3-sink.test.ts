import assert from "node:assert/strict";
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { pushFolder, S3Sink } from "lib/collect";
import { line } from "../requests/log-folder.js";
import { refused, store, type Store } from "./store.js";

/** A sink named "one", or as given, with its spool in the store's folder. */
function open(
  { folder, s3 }: Store,
  options: object = {},
  address = "s3://logs/run",
): Promise<S3Sink> {
  return S3Sink.open(address, {
    spoolFolder: path.join(folder, "spool"),
    collector: "one",
    s3,
    ...options,
  });
}

async function writeRows(sink: S3Sink, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++)
    await sink.write(line({ request_id: `r${i}`, response_time_ms: i }));
}

const logsOf = ({ objects }: Store): string[] =>
  [...objects.keys()].filter((key) => key.endsWith(".jsonl.gz")).sort();
const spooled = ({ folder }: Store): string[] => readdirSync(path.join(folder, "spool"));

test("rows come back as they were written, in parts named by collector and number", async (t) => {
  const there = await store(t);
  const sink = await open(there, { partBytes: 10_000 });
  await writeRows(sink, 0, 100);
  assert.equal(await sink.stored(), true);
  await sink.finish();
  const keys = logsOf(there);
  const { requests, totals } = await there.read("s3://logs/run");
  assert.ok(keys.length > 1);
  assert.deepEqual(
    keys,
    keys.map((_, i) => `run/one-${String(i + 1).padStart(6, "0")}.jsonl.gz`),
  );
  assert.deepEqual(
    [...requests.responseTimeMs],
    Array.from({ length: 100 }, (_, i) => i),
  );
  assert.deepEqual(
    [totals.rows, totals.quarantined, sink.shipped],
    [100, 0, { parts: keys.length, rows: 100, resumedRows: 0 }],
  );
  // All but the last part are as long as was asked, by less than a row.
  const lengths = keys.map((key) => gunzipSync(there.objects.get(key)!).length);
  const rowBytes = line({ request_id: "r99", response_time_ms: 99 }).length;
  for (const bytes of lengths.slice(0, -1))
    assert.ok(bytes >= 10_000 && bytes < 10_000 + rowBytes, String(bytes));
  assert.deepEqual(spooled(there), []);
  await assert.rejects(sink.write("{}"), refused(/is finished/));
});

test("a part is put when its time is up, without another row or an end", async (t) => {
  const there = await store(t);
  const sink = await open(there, { partSeconds: 0.05 });
  await writeRows(sink, 0, 3);
  assert.equal(await sink.stored(), true);
  assert.deepEqual(logsOf(there), ["run/one-000001.jsonl.gz"]);
  await sink.finish();
  assert.equal((await there.read("s3://logs/run")).totals.rows, 3);
});

test(
  "a store that throttles, fails, conflicts, falls silent or loses its answer after the put " +
    "gets every row once",
  async (t) => {
    const troubles = [
      { status: 503, code: "SlowDown" },
      { status: 500, code: "InternalError" },
      { status: 409, code: "ConditionalRequestConflict" },
      { status: 400, code: "RequestTimeout" },
      { silentAfterBytes: 0 },
      { loseAnswer: true },
      { loseAnswer: true },
    ];
    const there = await store(t, {
      trouble: ({ method, key }) =>
        method === "PUT" && key.endsWith(".gz") ? troubles.shift() : undefined,
    });
    const sink = await open(there, {
      partBytes: 2000,
      s3: { ...there.s3, silenceMs: 1000, attempts: 5 },
    });
    await writeRows(sink, 0, 60);
    await sink.finish();
    assert.deepEqual(troubles, []);
    const { requests } = await there.read("s3://logs/run");
    assert.deepEqual(
      [...requests.responseTimeMs],
      Array.from({ length: 60 }, (_, i) => i),
    );
  },
);

test("what another has put is never overwritten: the part takes another key", async (t) => {
  const there = await store(t);
  const theirs = Buffer.from("another's");
  there.objects.set("run/one-000001.jsonl.gz", theirs);
  const sink = await open(there);
  await writeRows(sink, 0, 5);
  await sink.finish();
  assert.equal(there.objects.get("run/one-000001.jsonl.gz"), theirs);
  const [key] = logsOf(there).filter((name) => name !== "run/one-000001.jsonl.gz");
  assert.match(key, /^run\/one-000001-[0-9a-f]{8}\.jsonl\.gz$/);
  assert.equal(gunzipSync(there.objects.get(key)!).toString().split("\n").length, 6);
});

test("a name that is in use is refused, here and anywhere", async (t) => {
  const there = await store(t);
  const sink = await open(there);
  await assert.rejects(
    open(there),
    refused(/a collector "one" is at work in .*: give this one another name/),
  );
  await assert.rejects(
    open(there, { spoolFolder: path.join(there.folder, "elsewhere") }),
    refused(/a collector "one" has written to s3:\/\/logs\/run already/),
  );
  await sink.finish();
  const first = await open(there, { collector: undefined });
  const second = await open(there, { collector: undefined });
  assert.notEqual(first.collector, second.collector);
  await Promise.all([first.finish(), second.finish()]);
});

test("rows that the store does not take stay in the spool, and the next sink or a push sends them", async (t) => {
  let down = false;
  const there = await store(t, {
    trouble: ({ method }) =>
      down && method === "PUT" ? { status: 503, code: "SlowDown" } : undefined,
  });
  const problems: string[] = [];
  const spool = path.join(there.folder, "spool");
  const sink = await open(there, {
    partBytes: 2000,
    onProblem: (text: string) => problems.push(text),
  });
  down = true;
  await writeRows(sink, 0, 20);
  assert.equal(await sink.stored(), false);
  await assert.rejects(
    sink.finish(),
    refused(
      /one-000001\.jsonl\.gz: S3 asked to slow down \(SlowDown\) in each of 3 attempts.*; 20 rows are kept in .*: send them with study push .* s3:\/\/logs\/run$/,
    ),
  );
  assert.match(problems[0], /asked to slow down/);
  await assert.rejects(pushFolder(spool, "s3://logs/run", there.s3), refused(/asked to slow down/));
  // A process that died left half a row behind, which was never acknowledged.
  appendFileSync(path.join(spool, "one-000001.part.jsonl"), '{"request_id":"half');
  down = false;
  const next = await open(there, { collector: "two" });
  await writeRows(next, 20, 22);
  await next.finish();
  assert.deepEqual([next.shipped.rows, next.shipped.resumedRows], [22, 20]);
  assert.deepEqual(
    [...(await there.read("s3://logs/run")).requests.responseTimeMs],
    Array.from({ length: 22 }, (_, i) => i),
  );
  assert.deepEqual(spooled(there), ["one-000001.torn"]);
  assert.equal(readFileSync(path.join(spool, "one-000001.torn"), "utf8"), '{"request_id":"half');
});

test("the halves of a pair come together; what a killed process left of one is set aside", async (t) => {
  const there = await store(t);
  const spool = path.join(there.folder, "spool");
  const halves = (pair: number): string[] =>
    ["ecs", "lambda"].map((platform) =>
      line({ request_id: `r${pair}_${platform}`, platform, pair_id: `pair_${pair}` }).trimEnd(),
    );
  const sink = await open(there, { partBytes: 1e6, partSeconds: 1000 });
  for (let pair = 0; pair < 3; pair++) await sink.write(...halves(pair));
  // Killed in the middle of its one write: the first row is whole, the second is torn or missing.
  const [first, second] = halves(3);
  const whole = readFileSync(path.join(spool, "one-000001.part.jsonl"), "utf8");
  for (const [name, torn] of [
    ["two", `${first}\n${second.slice(0, 40)}`],
    ["three", `${first}\n`],
  ])
    writeFileSync(path.join(spool, `${name}-000001.part.jsonl`), whole + torn);
  await sink.finish();
  await pushFolder(spool, "s3://logs/run", there.s3);
  const { requests, totals } = await there.read("s3://logs/run");
  assert.deepEqual([totals.rows, totals.quarantined], [18, 0]);
  assert.equal(new Set(requests.pairIdHash).size, 3);
  assert.deepEqual(spooled(there).sort(), ["three-000001.torn", "two-000001.torn"]);
  assert.equal(readFileSync(path.join(spool, "three-000001.torn"), "utf8"), `${first}\n`);
});

test("refusals come before anything is collected, and leave nothing behind", async (t) => {
  const there = await store(t);
  const denied = await store(t, { trouble: () => ({ status: 403, code: "AccessDenied" }) });
  const address = (text: string) => open(there, {}, text);
  await assert.rejects(
    address("s3://other/run"),
    refused(/^there is no bucket other: check its name$/),
  );
  await assert.rejects(address("logs/run"), refused(/"logs\/run" is no S3 address/));
  await assert.rejects(
    address("s3://logs/a/../b"),
    refused(/has the segment "\.\.", which paths resolve/),
  );
  await assert.rejects(address("s3://logs/a//b"), refused(/empty segment/));
  await assert.rejects(
    address("s3://logs/a\u0007b"),
    refused(/has a segment "a\\u0007b": use letters, digits/),
  );
  await assert.rejects(address(`s3://logs/${"long/".repeat(200)}x`), refused(/S3 takes 1,024/));
  await assert.rejects(address("s3://logs/run.jsonl"), refused(/names a log: name the folder/));
  await assert.rejects(
    open(there, { collector: "../up" }),
    refused(/"\.\.\/up" cannot name a collector/),
  );
  await assert.rejects(
    open(there, {
      s3: { ...there.s3, credentials: { accessKeyId: "TESTKEY", secretAccessKey: "wrong" } },
    }),
    refused(/SignatureDoesNotMatch/),
  );
  await assert.rejects(
    open(there, { s3: { ...there.s3, endpoint: "http://127.0.0.1:9" } }),
    refused(/cannot be reached \(ECONNREFUSED\)/),
  );
  await assert.rejects(
    open(denied),
    refused(
      /may not write s3:\/\/logs\/run \(AccessDenied\): s3:PutObject and s3:GetObject are needed/,
    ),
  );
  assert.equal(there.objects.size, 0);
  assert.ok(!existsSync(path.join(there.folder, "spool")) || spooled(there).length === 0);
});

test("a row is one line", async (t) => {
  const there = await store(t);
  const sink = await open(there);
  await assert.rejects(sink.write("{}\n{}"), refused(/one line that is not empty/));
  await assert.rejects(sink.write(""), refused(/one line that is not empty/));
  await sink.finish();
  assert.deepEqual(logsOf(there), []);
});
