import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { readRequests, RequestSourceError, type RequestLog, type S3Options } from "lib/requests";
import { startS3Server, type S3Server, type S3ServerOptions } from "../s3/s3-server.js";
import { line } from "./log-folder.js";

interface Store {
  server: S3Server;
  cacheFolder: string;
  read(source?: string, options?: S3Options): Promise<RequestLog>;
}

/** A server with a bucket "logs" of the given objects, and a reader that knows how to reach it. */
async function store(
  t: TestContext,
  objects: Record<string, string | Buffer>,
  options: S3ServerOptions = {},
): Promise<Store> {
  const server = await startS3Server(options);
  const parent = mkdtempSync(path.join(tmpdir(), "s3-cache-"));
  const cacheFolder = path.join(parent, "cache");
  server.buckets.set(
    "logs",
    new Map(Object.entries(objects).map(([key, content]) => [key, Buffer.from(content)])),
  );
  t.after(async () => {
    await server.close();
    // The cache is all that ever lies beside nothing else.
    const beside = readdirSync(parent);
    rmSync(parent, { recursive: true });
    assert.ok(
      beside.every((name) => name === "cache"),
      "nothing is written outside the cache folder",
    );
  });
  const reach: S3Options = {
    endpoint: server.endpoint,
    region: "eu-west-1",
    credentials: server.keys,
    cacheFolder,
    attempts: 3,
    retryDelayMs: 1,
  };
  return {
    server,
    cacheFolder,
    read: (source = "s3://logs/run", more = {}) =>
      readRequests(source, { s3: { ...reach, ...more } }),
  };
}

const refused =
  (message: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof RequestSourceError, String(error));
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n|test secret/);
    return true;
  };

const RUN = {
  "run/b.jsonl": line({ response_time_ms: 2 }),
  "run/a/x.jsonl.gz": gzipSync(line({ response_time_ms: 1 })),
  "run/readme.txt": "no log",
  "run/": "",
  "running/c.jsonl": line({ response_time_ms: 9 }),
  "run.jsonl": line({ response_time_ms: 8 }),
};

test("logs below a prefix are read as those of a folder, and only those", async (t) => {
  const { read } = await store(t, RUN);
  const { requests, digests } = await read();
  assert.deepEqual(requests.files, ["a/x.jsonl.gz", "b.jsonl"]);
  assert.deepEqual([...requests.responseTimeMs], [1, 2]);
  assert.equal(requests.provenance.name, "run");
  assert.deepEqual(
    digests.map(({ bytes }) => bytes),
    [RUN["run/a/x.jsonl.gz"].length, RUN["run/b.jsonl"].length],
  );
  assert.deepEqual((await read("s3://logs/run/")).requests, requests);
  assert.deepEqual([...(await read("s3://logs/run.jsonl")).requests.responseTimeMs], [8]);
  assert.deepEqual((await read("s3://logs")).requests.files, [
    "run.jsonl",
    "run/a/x.jsonl.gz",
    "run/b.jsonl",
    "running/c.jsonl",
  ]);
});

test("listings of more than a page, of 1,000 keys, are read to their end", async (t) => {
  const log = (i: number): string =>
    `run/${String(i).padStart(5, "0")}.${i % 100 === 3 ? "jsonl" : "txt"}`;
  const { read, server } = await store(
    t,
    Object.fromEntries(
      Array.from({ length: 2104 }, (_, i) => [log(i), line({ response_time_ms: i })]),
    ),
  );
  const { requests } = await read();
  assert.deepEqual(
    [...requests.responseTimeMs],
    Array.from({ length: 22 }, (_, i) => 3 + i * 100),
  );
  assert.equal(server.requests.filter((request) => request === "GET logs/").length, 3);
});

test("what was downloaded once is not downloaded again, unless the object changed", async (t) => {
  const { read, server } = await store(t, RUN);
  const gets = (): number =>
    server.requests.filter((request) => /^GET logs\/./.test(request)).length;
  const first = await read();
  assert.deepEqual(await read(), first);
  assert.equal(gets(), 2);
  server.buckets.get("logs")!.set("run/b.jsonl", Buffer.from(line({ response_time_ms: 77 })));
  assert.deepEqual([...(await read()).requests.responseTimeMs], [1, 77]);
  assert.equal(gets(), 3);
});

test("no key leads out of the cache folder", async (t) => {
  const keys = [
    "run/../../../escaped.jsonl",
    "run//etc/escaped.jsonl",
    "run/..\\..\\escaped.jsonl",
    "run/a\u0000b.jsonl",
    "run/%2e%2e%2fescaped.jsonl",
    `run/${"long/".repeat(190)}x.jsonl`,
  ];
  const { read, cacheFolder } = await store(
    t,
    Object.fromEntries(keys.map((key, i) => [key, line({ response_time_ms: i })])),
  );
  const { totals } = await read();
  assert.equal(totals.rows, keys.length);
  const files = readdirSync(cacheFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.equal(files.length, 2 * keys.length);
  for (const { name } of files) assert.match(name, /^[0-9a-f]{64}$/);
});

test("a body that breaks off is fetched again, and its rows count once", async (t) => {
  let cuts = 2;
  const log = line().repeat(2000);
  const { read, cacheFolder } = await store(
    t,
    { "run/a.jsonl": log, "run/b.jsonl": line() },
    {
      trouble: ({ key }) =>
        key === "run/a.jsonl" && cuts-- > 0 ? { cutAfterBytes: 300_000 } : undefined,
    },
  );
  const { totals } = await read();
  assert.deepEqual([totals.rows, totals.quarantined], [2001, 0]);
  assert.deepEqual(readdirSync(path.join(cacheFolder, "partial")), []);
});

test("a body that always breaks off is refused with how far it came, and leaves nothing behind", async (t) => {
  const { read, cacheFolder } = await store(
    t,
    { "run/a.jsonl": line().repeat(2000) },
    { trouble: ({ key }) => (key ? { cutAfterBytes: 1000 } : undefined) },
  );
  await assert.rejects(
    read(),
    refused(
      /^s3:\/\/logs\/run\/a\.jsonl: the body broke off after \d+ of \d+ bytes, in the last of 3 attempts/,
    ),
  );
  assert.deepEqual(
    ["objects", "index", "partial"].map((part) => readdirSync(path.join(cacheFolder, part)).length),
    [0, 0, 0],
  );
});

test("SlowDown and server errors are waited out, or told after the last attempt", async (t) => {
  let busy = 2;
  const patient = await store(t, RUN, {
    trouble: () => (busy-- > 0 ? { status: 503, code: "SlowDown" } : undefined),
  });
  assert.equal((await patient.read()).totals.rows, 2);
  const slow = await store(t, RUN, { trouble: () => ({ status: 503, code: "SlowDown" }) });
  await assert.rejects(
    slow.read(),
    refused(/asked to slow down \(SlowDown\) in each of 3 attempts/),
  );
  assert.equal(slow.server.requests.length, 3);
  const broken = await store(t, RUN, {
    trouble: ({ key }) => (key ? { status: 500, code: "InternalError" } : undefined),
  });
  await assert.rejects(
    broken.read(),
    refused(/S3 failed with 500 InternalError in each of 3 attempts/),
  );
});

test(
  "a store that falls silent, before an answer or within a body, is left and tried again, or " +
    "given up",
  async (t) => {
    const silences = [0, 100];
    const patient = await store(t, RUN, {
      trouble: ({ key }) =>
        key === "run/b.jsonl" && silences.length > 0
          ? { silentAfterBytes: silences.pop() }
          : undefined,
    });
    assert.equal((await patient.read(undefined, { silenceMs: 100 })).totals.rows, 2);
    assert.equal(silences.length, 0);
    const dumb = await store(t, RUN, { trouble: () => ({ silentAfterBytes: 0 }) });
    await assert.rejects(
      dumb.read(undefined, { silenceMs: 20 }),
      refused(/no answer within 20 ms in each of 3 attempts/),
    );
  },
);

test("a truncated gzip object is refused by name", async (t) => {
  const { read } = await store(t, {
    "run/a.jsonl.gz": gzipSync(line().repeat(50)).subarray(0, 80),
  });
  await assert.rejects(read(), refused(/^a\.jsonl\.gz ends before its gzip data do/));
});

test("an object packed without saying so in its key is unpacked", async (t) => {
  const { read } = await store(t, { "run/a.jsonl": gzipSync(line()) });
  assert.equal((await read()).totals.rows, 1);
});

test("a damaged cached copy is noticed", async (t) => {
  const { read, cacheFolder } = await store(t, { "run/a.jsonl": line() });
  const { digests } = await read();
  writeFileSync(path.join(cacheFolder, "objects", digests[0].sha256), line().replace("420", "421"));
  await assert.rejects(read(), refused(/cached copy of a\.jsonl is damaged: delete/));
});

test("refusals say what to do", async (t) => {
  const { read } = await store(t, RUN);
  const keys = { accessKeyId: "TESTKEY", secretAccessKey: "test secret" };
  await assert.rejects(
    read("s3://other/run"),
    refused(/^there is no bucket other: check its name$/),
  );
  await assert.rejects(read("s3://logs/absent"), refused(/no log under s3:\/\/logs\/absent/));
  await assert.rejects(read("s3://Logs_/run"), refused(/is no S3 address: write s3:\/\/bucket/));
  await assert.rejects(
    read(undefined, { credentials: { ...keys, accessKeyId: "OTHER" } }),
    refused(/refuses these AWS credentials \(InvalidAccessKeyId\)/),
  );
  await assert.rejects(
    read(undefined, { credentials: { ...keys, secretAccessKey: "wrong" } }),
    refused(/refuses these AWS credentials \(SignatureDoesNotMatch\)/),
  );
  await assert.rejects(
    read(undefined, { endpoint: "http://127.0.0.1:9" }),
    refused(/endpoint cannot be reached \(ECONNREFUSED\), in 3 attempts/),
  );
  const denied = await store(t, RUN, { trouble: () => ({ status: 403, code: "AccessDenied" }) });
  await assert.rejects(
    denied.read(),
    refused(/may not read s3:\/\/logs\/run \(AccessDenied\): s3:ListBucket and s3:GetObject/),
  );
  const elsewhere = await store(t, RUN, {
    trouble: () => ({ status: 400, code: "AuthorizationHeaderMalformed" }),
  });
  await assert.rejects(elsewhere.read(), refused(/lies in another region/));
  const gone = await store(t, RUN, {
    trouble: ({ key }) => (key ? { status: 404, code: "NoSuchKey" } : undefined),
  });
  await assert.rejects(gone.read(), refused(/no longer there/));
  const replaced = await store(t, RUN, {
    trouble: ({ key }) => (key ? { status: 412, code: "PreconditionFailed" } : undefined),
  });
  await assert.rejects(replaced.read(), refused(/replaced while it was being read/));
});

test("without credentials or a region the message names the setting", async (t) => {
  const { read } = await store(t, RUN);
  awsSettings(t, {});
  await assert.rejects(
    read(undefined, { credentials: undefined }),
    refused(/^no AWS credentials are found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID/),
  );
  await assert.rejects(
    read(undefined, { region: undefined }),
    refused(/^no AWS region is set: set AWS_REGION/),
  );
});

/** Takes every AWS setting out of the environment until the test is over, and puts these in. */
function awsSettings(t: TestContext, settings: Record<string, string>): void {
  const kept = { ...process.env };
  t.after(() => {
    process.env = kept;
  });
  for (const name of Object.keys(process.env))
    if (name.startsWith("AWS_")) delete process.env[name];
  Object.assign(process.env, {
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    ...settings,
  });
}

test("a public bucket is read without credentials, when that is asked for", async (t) => {
  const { read } = await store(t, RUN, { publicRead: true });
  const closed = await store(t, RUN);
  awsSettings(t, {});
  assert.equal((await read(undefined, { credentials: "anonymous" })).totals.rows, 2);
  await assert.rejects(
    closed.read(undefined, { credentials: "anonymous" }),
    refused(/may not read s3:\/\/logs\/run \(AccessDenied\)/),
  );
  process.env.AWS_NO_SIGN_REQUEST = "YES";
  assert.equal((await read(undefined, { credentials: undefined })).totals.rows, 2);
});

test(
  "a profile of the shared files brings credentials and region, and the endpoint may come from " +
    "the environment",
  async (t) => {
    const { server, cacheFolder } = await store(t, RUN);
    const home = mkdtempSync(path.join(tmpdir(), "aws-home-"));
    t.after(() => rmSync(home, { recursive: true }));
    const file = (name: string, text: string): string => {
      writeFileSync(path.join(home, name), text);
      return path.join(home, name);
    };
    const credentials = file(
      "credentials",
      `[study]\naws_access_key_id = ${server.keys.accessKeyId}\naws_secret_access_key = ` +
        `${server.keys.secretAccessKey}\n`,
    );
    const config = file("config", "[profile study]\nregion = eu-west-1\n");
    awsSettings(t, {
      AWS_SHARED_CREDENTIALS_FILE: credentials,
      AWS_CONFIG_FILE: config,
      AWS_PROFILE: "study",
      AWS_ENDPOINT_URL_S3: server.endpoint,
    });
    assert.equal((await readRequests("s3://logs/run", { s3: { cacheFolder } })).totals.rows, 2);
    process.env.AWS_PROFILE = "nobody";
    await assert.rejects(
      readRequests("s3://logs/run", { s3: { cacheFolder, region: "eu-west-1" } }),
      refused(/^no AWS credentials are found: set AWS_PROFILE/),
    );
  },
);
