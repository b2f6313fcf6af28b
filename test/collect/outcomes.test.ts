import { test } from "node:test";
import assert from "node:assert/strict";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bodyBytes } from "lib/campaign";
import { collect } from "lib/collect";
import { readRequests } from "lib/requests";
import { WatchfulServer } from "./killed-collection.js";
import { runOfAnHour, tinyPlan } from "./tiny-plan.js";

/** What is looked at in a row of the log. */
interface Row {
  request_id: string;
  trace_id: string;
  provider_request_id?: string;
  platform: string;
  workload_type: string;
  http_status: number;
  target_payload_size_kb: number;
  actual_payload_size_kb: number;
  error?: string;
  collected: {
    clock_speed: number;
    target: string;
    planned_timestamp: string;
    sent_late_ms: number;
    marks: string[];
  };
}

/** What a server does to a request, and what the row must then say. */
const FATES: { does: (response: ServerResponse) => void; status: number; error: RegExp | null }[] =
  [
    {
      does: (response) => response.end('{"metrics":{"execution_time_ms":1.5,"cold_start":false}}'),
      status: 200,
      error: null,
    },
    {
      does: (response) => response.writeHead(429).end('{"error":"slow down"}'),
      status: 429,
      error: /^slow down$/,
    },
    {
      does: (response) => response.writeHead(503).end("<html>busy</html>"),
      status: 503,
      error: /is not JSON/,
    },
    {
      does: (response) => response.writeHead(302, { location: "/elsewhere" }).end("{}"),
      status: 302,
      error: /answered 302/,
    },
    {
      does: (response) => response.end("<html>fine</html>"),
      status: 502,
      error: /\(200\) is not JSON/,
    },
    {
      does: (response) => response.end('{"metrics":{}}'),
      status: 502,
      error: /\(200\) holds no metrics/,
    },
    {
      does: (response) => response.socket!.destroy(),
      status: 0,
      error: /ECONNRESET|socket hang up/,
    },
    {
      does: (response) =>
        void response
          .writeHead(200, { "content-length": 1000 })
          .write("{", () => response.socket!.destroy()),
      status: 0,
      error: /./,
    },
    // Never answered: the client gives up.
    { does: () => {}, status: 0, error: /ETIMEDOUT|[Tt]imeout/ },
  ];

function rowsIn(folder: string): Row[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) =>
      readFileSync(path.join(folder, name), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Row),
    );
}

test(
  "every request leaves a row, whatever becomes of it, and Artillery counts as many; a run by " +
    "the wall's clock is sent in its time of day",
  async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), "collect-"));
    const fateOf = new Map<string, number>();
    const bytesOf = new Map<string, number>();
    const traceOf = new Map<string, unknown>();
    const server = createServer((request, response) => {
      const id = String(request.headers["x-request-id"]);
      assert.equal(fateOf.has(id), false, `${id} was sent twice`);
      fateOf.set(id, fateOf.size % FATES.length);
      traceOf.set(id, request.headers["x-amzn-trace-id"]);
      // As Lambda names the request in its answer and in its log.
      response.setHeader("x-amzn-RequestId", `lambda-${id}`);
      let bytes = 0;
      request
        .on("data", (chunk: Buffer) => (bytes += chunk.length))
        .on("end", () => {
          bytesOf.set(id, bytes);
          FATES[fateOf.get(id)!].does(response);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const portOf = (of: typeof server): number => (of.address() as AddressInfo).port;
    const closedPort = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    t.after(() => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    });

    // ECS stands behind the closed port: every request to it is refused.
    const plan = tinyPlan({
      timeoutMs: 4000,
      workloads: (all) => all.slice(0, 2),
      runs: [runOfAnHour(5, 2, 60)],
    });
    const target = {
      kind: "aws" as const,
      lambdaUrl: `http://127.0.0.1:${portOf(server)}/stage/`,
      ecsUrl: `http://127.0.0.1:${closedPort}`,
    };
    const {
      planned,
      rows: rowCount,
      finished,
      session,
    } = await collect({ plan, seed: 3, target, folder, clockSpeed: 1 });
    assert.equal(finished, true);
    assert.deepEqual([rowCount, session.rows, session.artillerySent], [planned, planned, planned]);

    const rows = rowsIn(folder);
    assert.equal(new Set(rows.map((row) => row.request_id)).size, planned);
    assert.equal(new Set(rows.map((row) => row.trace_id)).size, planned);
    for (const row of rows) {
      assert.match(row.trace_id, /^1-[0-9a-f]{8}-[0-9a-f]{24}$/);
      assert.equal(row.actual_payload_size_kb, bodyBytes(row.target_payload_size_kb) / 1024);
      assert.deepEqual([row.collected.clock_speed, row.collected.target], [1, "aws"]);
      if (row.platform === "ecs") {
        assert.deepEqual([row.http_status, row.error], [0, "ECONNREFUSED"]);
        continue;
      }
      assert.equal(traceOf.get(row.request_id), `Root=${row.trace_id}`);
      const fate = FATES[fateOf.get(row.request_id)!];
      assert.equal(row.http_status, fate.status, JSON.stringify(row));
      if (fate.status === 200) assert.equal(row.provider_request_id, `lambda-${row.request_id}`);
      if (fate.error) assert.match(row.error!, fate.error);
      else assert.equal(row.error, undefined);
      assert.equal(bytesOf.get(row.request_id), bodyBytes(row.target_payload_size_kb));
    }
    assert.equal(rows.filter((row) => row.platform === "lambda").length, fateOf.size);
    assert.ok(fateOf.size >= FATES.length && rows.some((row) => row.platform === "ecs"));

    const { totals } = await readRequests(folder);
    assert.deepEqual([totals.rows, totals.quarantined], [planned, 0]);
  },
);

test(
  "more than can be sent is sent all the same, later, and says so: in its rows and in the " +
    "rates of its run",
  async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), "collect-"));
    const server = new WatchfulServer(1);
    const url = await server.listen();
    t.after(() => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    });
    // 20,000 a second, which no single thread sends.
    const plan = tinyPlan({
      requests: 1000,
      seconds: 0.05,
      timeoutMs: 30_000,
      workloads: ([light]) => [{ ...light, payloadKb: [0.5] }],
    });
    const {
      rows: count,
      session,
      marked,
    } = await collect({
      plan,
      seed: 1,
      target: { kind: "aws", lambdaUrl: url, ecsUrl: url },
      folder,
      clockSpeed: 60,
    });
    const rows = rowsIn(folder);
    const late = rows.filter(({ collected }) => collected.marks.includes("sent late"));
    assert.deepEqual([count, server.requests], [rows.length, rows.length]);
    assert.ok(
      late.length > 0 &&
        late.every(({ collected }) => collected.sent_late_ms > 100) &&
        marked >= late.length,
    );
    const [{ askedPerSecond, achievedPerSecond, stretched }] = session.rates;
    assert.ok(
      stretched && achievedPerSecond < askedPerSecond / 2,
      `${achievedPerSecond} of ${askedPerSecond}`,
    );
  },
);
