import { test } from "node:test";
import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { ECS, LAMBDA } from "lib/campaign";
import { collect, planRequests, resumeCollection } from "lib/collect";
import { findPairs, MOST_PAIR_DISTANCE_MS, readRequests } from "lib/requests";
import { median } from "lib/statistics";
import { duetPlan } from "./tiny-plan.js";

interface Row {
  request_id: string;
  pair_id: string;
  sent_first: boolean;
  platform: string;
  timestamp: string;
  http_status: number;
  actual_payload_size_kb: number;
  collected: { pair_distance_ms: number; marks: string[] };
}

function rowsIn(folder: string): Row[][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) =>
      readFileSync(path.join(folder, name), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Row),
    );
}

/** A platform that notes when each request came in, and does with it what the test says. */
async function platform(
  arrivedMs: Map<string, number>,
  does: (response: ServerResponse, id: string) => void,
): Promise<{ url: string; close(): void }> {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const id = String(request.headers["x-request-id"]);
    arrivedMs.set(id, performance.now());
    request.resume().on("end", () => does(response, id));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const ok = (response: ServerResponse): void =>
  void response.end('{"metrics":{"execution_time_ms":1}}');

test(
  "pairs: both halves at the same moment, in an order that is drawn, whatever becomes of either, " +
    "and Artillery counts as many",
  async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), "pairs-"));
    const arrivedMs = new Map<string, number>();
    // Every fourth half of Lambda hangs up, each fifth of ECS is never answered.
    let lambdaSeen = 0;
    let ecsSeen = 0;
    const lambda = await platform(arrivedMs, (response) =>
      ++lambdaSeen % 4 === 0 ? response.socket!.destroy() : ok(response),
    );
    const ecs = await platform(arrivedMs, (response) =>
      ++ecsSeen % 5 === 0 ? undefined : void setTimeout(() => ok(response), 100),
    );
    t.after(() => {
      lambda.close();
      ecs.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const plan = duetPlan({ pairs: 60, seconds: 6, timeoutMs: 3000 });
    const target = { kind: "aws" as const, lambdaUrl: lambda.url, ecsUrl: ecs.url };
    const done = await collect({ plan, seed: 5, target, folder, clockSpeed: 60 });
    const pairs = planRequests(plan, 5).flatMap(({ requests }) => requests);
    assert.equal(done.finished, true);
    assert.deepEqual(
      [done.planned, done.rows, done.session.artillerySent, arrivedMs.size],
      [2 * pairs.length, 2 * pairs.length, 2 * pairs.length, 2 * pairs.length],
    );

    const clocksDifferMs: number[] = [];
    for (const rows of rowsIn(folder)) {
      for (let i = 0; i < rows.length; i += 2) {
        // The halves of a pair stand together, the one that was sent first ahead.
        const [first, second] = rows.slice(i, i + 2);
        assert.equal(first.pair_id, second.pair_id);
        assert.deepEqual([first.sent_first, second.sent_first], [true, false]);
        const planned = pairs.find(({ pairId }) => pairId === first.pair_id)!;
        assert.equal(first.platform, planned.platform);
        assert.equal(first.request_id, `${planned.id}_${first.platform}`);
        assert.equal(second.request_id, `${planned.id}_${second.platform}`);
        assert.equal(first.actual_payload_size_kb, second.actual_payload_size_kb);
        const { pair_distance_ms: distance, marks } = first.collected;
        assert.equal(marks.includes("halves apart"), distance > MOST_PAIR_DISTANCE_MS);
        const logged = Date.parse(second.timestamp) - Date.parse(first.timestamp);
        clocksDifferMs.push(Math.abs(logged - distance));
      }
    }
    // The two clocks are read one after the other: a busy machine may stop a single pair in between.
    assert.ok(median(clocksDifferMs) <= 1.001, `clocks differ by ${median(clocksDifferMs)} ms`);
    const rows = rowsIn(folder).flat();
    const failed = (of: string): number =>
      rows.filter((row) => row.platform === of && row.http_status === 0).length;
    assert.deepEqual(
      [failed("lambda"), failed("ecs")],
      [Math.floor(pairs.length / 4), Math.floor(pairs.length / 5)],
    );
    const firsts = rows.filter((row) => row.sent_first && row.platform === "ecs").length;
    assert.ok(firsts > 15 && firsts < pairs.length - 15, `ECS first ${firsts} times`);

    // Not only by the sender's clock: where they arrive, too, neither has waited for the other,
    // though ECS takes 100 ms to answer.
    const distances = pairs.map(({ id }) =>
      Math.abs(arrivedMs.get(`${id}_lambda`)! - arrivedMs.get(`${id}_ecs`)!),
    );
    assert.ok(median(distances) < 5, `median distance on arrival ${median(distances)} ms`);
    const { requests, totals } = await readRequests(folder);
    assert.deepEqual([totals.quarantined, findPairs(requests).count], [0, pairs.length]);
    t.diagnostic(`median distance on arrival ${median(distances).toFixed(2)} ms`);
  },
);

test("a pair is whole or was in flight: a torn one is cut off and sent again", async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "pairs-"));
  const arrivedMs = new Map<string, number>();
  const lambda = await platform(arrivedMs, ok);
  // Every half of ECS takes so long that some are on their way whenever the collection stops.
  const ecs = await platform(arrivedMs, (response) => void setTimeout(() => ok(response), 150));
  t.after(() => {
    lambda.close();
    ecs.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const plan = duetPlan({ pairs: 60, seconds: 4 });
  const target = { kind: "aws" as const, lambdaUrl: lambda.url, ecsUrl: ecs.url };
  const stopping = new AbortController();
  const stopped = await collect({
    plan,
    seed: 6,
    target,
    folder,
    clockSpeed: 60,
    signal: stopping.signal,
    onProgress: ({ rows }) => rows >= 20 && stopping.abort(),
  });
  assert.ok(!stopped.finished && stopped.rows % 2 === 0, `${stopped.rows} rows`);
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith(".jsonl"),
  )!;
  const before = readFileSync(path.join(folder, file), "utf8");
  // What a process that was killed in the middle of its one write may leave: the first row whole,
  // the second torn, or missing altogether.
  const lost = planRequests(plan, 6)[0].requests.at(-1)!;
  const row = (half: string): string =>
    `${JSON.stringify({ request_id: `${lost.id}_${half}`, pair_id: lost.pairId })}\n`;
  for (const torn of [row("ecs"), row("ecs") + row("lambda").slice(0, 30)]) {
    appendFileSync(path.join(folder, file), torn);
    const none = new AbortController();
    none.abort();
    await resumeCollection({ folder, signal: none.signal });
    assert.equal(readFileSync(path.join(folder, file), "utf8"), before);
  }
  const done = await resumeCollection({ folder });
  assert.deepEqual([done.finished, done.rows, done.planned % 2], [true, done.planned, 0]);
  const { requests } = await readRequests(folder);
  const pairs = findPairs(requests);
  assert.deepEqual(
    [pairs.count, pairs.halvesAlone.length, pairs.repeated.length],
    [done.planned / 2, 0, 0],
  );
});

test("a duet on this machine: what was billed, initialised and running stands in the rows", async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "pairs-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const plan = duetPlan({ pairs: 20, seconds: 4, timeoutMs: 60_000 });
  const done = await collect({ plan, seed: 7, target: { kind: "local" }, folder, clockSpeed: 60 });
  assert.deepEqual(
    [done.finished, done.rows, done.session.artillerySent],
    [true, done.planned, done.planned],
  );
  const { requests } = await readRequests(folder);
  let cold = 0;
  for (let row = 0; row < requests.rowCount; row++) {
    assert.equal(requests.httpStatus[row], 200);
    if (requests.platform[row] === ECS) {
      assert.equal(requests.runningTasks[row], plan.ecs.tasks);
      continue;
    }
    assert.equal(requests.platform[row], LAMBDA);
    const init = requests.initDurationMs[row];
    const isCold = requests.coldStart[row] === 1;
    cold += Number(isCold);
    assert.equal(Number.isNaN(init), !isCold);
    assert.ok(!isCold || (init > 10 && init < requests.responseTimeMs[row]), `${init} ms`);
    // By the whole ms; the two times themselves are logged by the microsecond.
    const over =
      requests.billedDurationMs[row] - (isCold ? init : 0) - requests.executionTimeMs[row];
    assert.ok(Number.isInteger(requests.billedDurationMs[row]) && over > -0.01 && over < 1.01);
  }
  assert.ok(cold > 0 && cold < requests.rowCount / 2, `${cold} cold starts`);
});

test("both platforms of a duet behind one host are refused: one half would wait for the other", async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "pairs-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const url = "http://127.0.0.1:9";
  await assert.rejects(
    collect({
      plan: duetPlan({}),
      seed: 1,
      target: { kind: "aws", lambdaUrl: `${url}/a`, ecsUrl: `${url}/b` },
      folder,
      clockSpeed: 60,
    }),
    /http:\/\/127\.0\.0\.1:9 is the host of both base URLs; give each platform a host/,
  );
});
