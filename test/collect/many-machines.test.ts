import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { gunzipSync } from "node:zlib";
import { findPairs } from "lib/requests";
import { studyJson } from "../commands/study-command.js";
import { store, type Store } from "./store.js";

const WORKERS = 3;

/**
 * An even pattern whose share is not a whole number of requests a second in its second phase: 90
 * requests and 60.
 */
const PLAN = `
extends: variance
name: three-machines
days: 1
patterns:
  low_load: { arrivals: even, phases: [{ minutes: 0.05, requestsPerSecond: 30 }, { minutes: 0.05, requestsPerSecond: 20 }] }
runs: [{ window: midday, pattern: low_load, startsAt: "12:00" }]
workloads:
${["lightweight_api", "thumbnail_processing"]
  .map(
    (workload) => `
  - workload: ${workload}
    payloadKb: [0.5, 1, 5]
    weight: { ecs: 1, lambda: 1 }
    demand: { waitMs: [0, 0], cpuMs: 1, cpuMsPerMb: 1, noiseLnSd: 0, stragglerShare: 0, stragglerFactor: [1, 1] }
    lambdaMemoryMb: 128
    ecsTask: { vcpu: 1, memoryGb: 2 }`,
  )
  .join("")}
`;

interface Target {
  url: string;
  /** The ids of all requests that came in, with what became of each. */
  received: Map<string, number>;
}

/**
 * A service that answers in the author's format, fails each 11th request, and hangs up on each
 * 13th.
 */
async function target(t: TestContext): Promise<Target> {
  const received = new Map<string, number>();
  let count = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const id = String(request.headers["x-request-id"]);
      const n = ++count;
      const status = n % 13 === 0 ? 0 : n % 11 === 0 ? 500 : 200;
      received.set(id, status);
      if (status === 0) return request.socket.destroy();
      response.writeHead(status, { "content-type": "application/json" });
      response.end(
        status === 200
          ? JSON.stringify({ metrics: { execution_time_ms: 1.5, memory_limit_mb: 128 } })
          : "failed",
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** One worker: real Artillery with the settings and the script that were written for it. */
async function worker(
  { server, folder }: Store,
  script: string,
  name: string,
  settings: Record<string, string>,
): Promise<string> {
  const { accessKeyId, secretAccessKey } = server.keys;
  const artillery = path.resolve("node_modules", "artillery", "bin", "run");
  const child = spawn(process.execPath, [artillery, "run", "--quiet", script], {
    env: {
      ...process.env,
      ...settings,
      WORKER_ID: name,
      STUDY_OUT: path.join(folder, name),
      ARTILLERY_DISABLE_TELEMETRY: "true",
      AWS_ENDPOINT_URL_S3: server.endpoint,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_EC2_METADATA_DISABLED: "true",
    },
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => (told += bytes.toString()));
  const status = await new Promise((ended) => child.on("close", ended));
  assert.equal(status, 0, told);
  return told;
}

/** Request id and status of every row in the store. */
function rows(
  { objects }: Store,
  prefix: string,
): { request_id: string; http_status: number; metrics: object }[] {
  return [...objects]
    .filter(([key]) => key.startsWith(prefix) && key.endsWith(".jsonl.gz"))
    .flatMap(([, content]) => gunzipSync(content).toString().trimEnd().split("\n"))
    .map((row) => JSON.parse(row) as ReturnType<typeof rows>[0]);
}

test(
  "several Artillery processes at once into one store: what came in at the target is in the " +
    "store, each once",
  async (t) => {
    let put = 0;
    const there = await store(t, {
      trouble: ({ method }) =>
        method !== "PUT"
          ? undefined
          : [undefined, { loseAnswer: true }, { status: 503, code: "SlowDown" }][put++ % 3],
    });
    const { url, received } = await target(t);
    const plan = path.join(there.folder, "plan.yml");
    const scripts = path.join(there.folder, "scripts");
    writeFileSync(plan, PLAN);
    const { scaleOut } = studyJson<{ scaleOut: { files: string[]; commands: string[] } }>([
      "plan",
      plan,
      "--scripts",
      scripts,
      "--scale-out",
      "fargate",
      "--workers",
      String(WORKERS),
      "--sink",
      "s3://logs/run",
    ]);
    const script = path.join(
      scripts,
      scaleOut.files.find((name) => name.startsWith("1200_"))!,
    );
    const settings = {
      STUDY_SINK: "s3://logs/run",
      STUDY_SINK_REGION: "eu-west-1",
      STUDY_UTC_OFFSET_MINUTES: "0",
      LAMBDA_BASE_URL: url,
      ECS_BASE_URL: url,
    };
    const told = await Promise.all(
      Array.from({ length: WORKERS }, (_, w) => worker(there, script, `worker-${w}`, settings)),
    );
    assert.equal(received.size, 150, told.join("\n"));
    const stored = rows(there, "run/");
    assert.deepEqual(
      new Map(stored.map(({ request_id, http_status }) => [request_id, http_status])),
      received,
    );
    assert.equal(stored.length, received.size, "no row is doubled");
    const { totals } = await there.read("s3://logs/run");
    assert.deepEqual([totals.rows, totals.quarantined], [150, 0]);
    // Each worker claimed a name of its own, and left nothing behind.
    assert.equal(
      [...there.objects.keys()].filter((key) => key.endsWith(".collector.json")).length,
      WORKERS,
    );
  },
);

test("a worker that sends pairs: both rows of each are in the store, whatever became of them", async (t) => {
  const there = await store(t);
  const [lambda, ecs] = [await target(t), await target(t)];
  const plan = path.join(there.folder, "plan.yml");
  const scripts = path.join(there.folder, "scripts");
  writeFileSync(plan, PLAN.replace("days: 1", "days: 1\nduet: true"));
  const { scaleOut } = studyJson<{ scaleOut: { files: string[] } }>([
    ...["plan", plan, "--scripts", scripts, "--scale-out", "fargate"],
    ...["--workers", String(WORKERS), "--sink", "s3://logs/run"],
  ]);
  const script = scaleOut.files.find((name) => name.startsWith("1200_"))!;
  const told = await worker(there, path.join(scripts, script), "worker-0", {
    STUDY_SINK: "s3://logs/run",
    STUDY_SINK_REGION: "eu-west-1",
    LAMBDA_BASE_URL: lambda.url,
    ECS_BASE_URL: ecs.url,
  });
  assert.deepEqual([lambda.received.size, ecs.received.size], [50, 50], told);
  assert.deepEqual(
    new Map(rows(there, "run/").map((row) => [row.request_id, row.http_status])),
    new Map([...lambda.received, ...ecs.received]),
  );
  const { requests, totals } = await there.read("s3://logs/run");
  const pairs = findPairs(requests);
  assert.deepEqual([totals.rows, totals.quarantined, pairs.count], [100, 0, 50]);
});
