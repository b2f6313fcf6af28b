import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Workload } from "../campaign/index.js";
import { CpuQuota } from "./cpu-quota.js";
import type { EnvironmentReady, EnvironmentReply } from "./environment.js";
import { BadPayload, loadHandler, type Work } from "./handlers.js";

/**
 * Program of one execution environment (Lambda) or one task (ECS): a process that has loaded the
 * handler of one workload and answers requests from the platform that started it. It never outlives
 * that platform.
 */
process.on("disconnect", () => process.exit(0));

const [workload, cpuShare] = process.argv.slice(2);
const handler = await loadHandler(workload as Workload);
const quota = new CpuQuota(Number(cpuShare));

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on(
    "end",
    () => void work(Buffer.concat(chunks)).then((reply) => response.end(JSON.stringify(reply))),
  );
});
server.requestTimeout = 0;
server.keepAliveTimeout = 0;
quota.start();
server.listen(0, "127.0.0.1", () =>
  process.send!({ port: (server.address() as AddressInfo).port } satisfies EnvironmentReady),
);

async function work(body: Buffer): Promise<EnvironmentReply> {
  const startedMs = performance.now();
  let status = 200;
  let result: Record<string, unknown>;
  try {
    result = await handler(JSON.parse(body.toString()) as Work);
  } catch (error) {
    status = error instanceof BadPayload || error instanceof SyntaxError ? 400 : 500;
    result = { error: (error as Error).message };
  }
  const cpuMs = await quota.charge(startedMs);
  return {
    status,
    result,
    executionTimeMs: performance.now() - startedMs,
    cpuMs,
    memoryMb: process.memoryUsage.rss() / 2 ** 20,
  };
}
