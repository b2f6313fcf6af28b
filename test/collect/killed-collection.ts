import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { readRequests } from "lib/requests";
import { createRandom } from "lib/statistics";
import { idsIn } from "./ids-in.js";

/**
 * A server that answers as the author's endpoints do, after some ms, and remembers what it was
 * sent.
 */
export class WatchfulServer {
  /** How often each id was received. */
  readonly received = new Map<string, number>();
  /** When each id was last answered (`performance.now()`). */
  readonly answeredMs = new Map<string, number>();
  private readonly servers: Server[] = [];
  private readonly answer: RequestListener;

  constructor(seed: number) {
    const random = createRandom(seed);
    this.answer = (request, response) => {
      const id = String(request.headers["x-request-id"]);
      const takesMs = 60 * random.uniform();
      this.received.set(id, (this.received.get(id) ?? 0) + 1);
      this.answeredMs.delete(id);
      request.resume().on("end", () =>
        setTimeout(() => {
          response.on("finish", () => this.answeredMs.set(id, performance.now()));
          response.end(
            JSON.stringify({
              metrics: { execution_time_ms: takesMs, memory_limit_mb: 128, cold_start: false },
            }),
          );
        }, takesMs),
      );
    };
  }

  /** Its address; another one each time it is called. */
  async listen(): Promise<string> {
    const server = createServer(this.answer);
    this.servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  get requests(): number {
    return [...this.received.values()].reduce((sum, times) => sum + times, 0);
  }

  close(): void {
    for (const server of this.servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}

export interface KillOptions {
  plan: string;
  folder: string;
  kills: number;
  /** A kill comes after up to so many requests of its session. */
  requestsBetween: number;
  seed: number;
}

/**
 * Collects a plan file through the command, kills it (the collector, Artillery, or both at once) at
 * random moments, and goes on, to the end. After each kill every request that the server has
 * answered has its row, but those whose answer was still on its way; in the end each planned
 * request has one row, and what was sent twice is what the kills had lost.
 */
export async function collectWithKills({
  plan,
  folder,
  kills,
  requestsBetween,
  seed,
}: KillOptions): Promise<{ planned: number; lost: number }> {
  const server = new WatchfulServer(seed);
  const [lambdaUrl, ecsUrl] = [await server.listen(), await server.listen()];
  const random = createRandom(seed).fork("kills");
  const lost = new Map<string, number>();
  const begin = [
    "--plan",
    plan,
    "--target",
    "aws",
    "--lambda-url",
    lambdaUrl,
    "--ecs-url",
    ecsUrl,
    "--speed",
    "60",
    "--seed",
    String(seed),
  ];
  let began = false;
  try {
    for (let kill = 0; kill < kills; kill++) {
      const child = startCollect([...(began ? ["--resume"] : begin), "--yes", "--out", folder]);
      const before = server.requests;
      const after = random.integer(requestsBetween + 1);
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      if (after > 0)
        await until(() => server.requests >= before + after || child.exitCode !== null);
      else await until(() => recordedPlan(folder) !== null);
      await wait(80 * random.uniform());
      assert.equal(
        child.exitCode,
        null,
        "the collection ended before it could be killed: give the plan more requests",
      );
      began = true;
      const artillery = artilleryPid(folder, child.pid!);
      const victims = [
        [child.pid!],
        [artillery ?? child.pid!],
        [child.pid!, artillery ?? child.pid!],
      ][random.integer(3)];
      for (const pid of victims) kill9(pid);
      await ended;
      await until(() => artillery === null || !isAlive(artillery));
      const ids = idsIn(folder);
      const last = Math.max(...[...ids].map((id) => server.answeredMs.get(id) ?? -Infinity));
      for (const id of server.received.keys()) {
        // What an earlier kill has lost may not have been sent again yet.
        if (ids.has(id) || server.received.get(id) === lost.get(id)) continue;
        lost.set(id, (lost.get(id) ?? 0) + 1);
        // Answers are logged in the order in which they come: one that was lost is no older than
        // those that were logged last.
        const answered = server.answeredMs.get(id) ?? Infinity;
        assert.ok(
          answered > last - 2000,
          `${id} was answered ${Math.round(last - answered)} ms before the last answer that ` +
            "was logged",
        );
      }
    }
    const child = startCollect(["--resume", "--yes", "--out", folder]);
    const status = await new Promise((resolve) => child.once("exit", resolve));
    assert.equal(status, 0);
    const ids = idsIn(folder);
    const planned = recordedPlan(folder)!;
    const { totals } = await readRequests(folder);
    const resent = [...lost.values()].reduce((sum, times) => sum + times, 0);
    assert.deepEqual([ids.size, totals.rows, totals.quarantined], [planned, planned, 0]);
    assert.equal(server.requests, planned + resent);
    return { planned, lost: resent };
  } finally {
    server.close();
  }
}

export function startCollect(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [path.join("lib", "bin", "study.mjs"), "collect", ...args], {
    stdio: "ignore",
  });
}

/** Planned requests of the collection in a folder; null before it is written down. */
export function recordedPlan(folder: string): number | null {
  try {
    return (
      JSON.parse(readFileSync(path.join(folder, "collection.json"), "utf8")) as { planned: number }
    ).planned;
  } catch {
    return null;
  }
}

/**
 * The process of Artillery that a collector has noted; null when it has none yet. What another
 * collector noted may be anybody's number by now.
 */
export function artilleryPid(folder: string, collector: number): number | null {
  try {
    const [owner, artillery] = JSON.parse(
      readFileSync(path.join(folder, ".collecting", "lock.json"), "utf8"),
    ) as number[];
    return owner === collector ? (artillery ?? null) : null;
  } catch {
    return null;
  }
}

/** Waits as long as it takes; three minutes without what is waited for are a failure. */
export async function until(holds: () => boolean): Promise<void> {
  for (const began = performance.now(); !holds();) {
    assert.ok(performance.now() - began < 180_000, "waited three minutes in vain");
    await wait(10);
  }
}

export function kill9(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended just before.
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
