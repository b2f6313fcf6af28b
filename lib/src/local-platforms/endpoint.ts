import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WORKLOADS, type Platform } from "../campaign/index.js";
import type { EnvironmentReply } from "./environment.js";

/** What a platform makes of a request. */
export interface Answer {
  status: number;
  /** Fields of the answer's body beside those every answer has. */
  fields: Record<string, unknown>;
}

/** A platform's side of an endpoint. */
export interface Service {
  /** Bytes of the largest body it takes; 413 above. */
  bodyLimitBytes: number;
  answer(workload: string, body: Buffer): Promise<Answer>;
}

/** `POST <base URL>/<workload>` on 127.0.0.1. */
export interface Endpoint {
  url: string;
  close(): Promise<void>;
}

/** Opens the endpoint of a platform on a free port of 127.0.0.1. */
export async function openEndpoint(platform: Platform, service: Service): Promise<Endpoint> {
  const server = createServer((request, response) => {
    void answerRequest(platform, service, request).then(
      ({ status, fields }) => {
        const body = JSON.stringify(fields);
        response
          .writeHead(status, {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          })
          .end(body);
      },
      () => response.destroy(),
    );
  });
  // A slow client is the client's matter; it has a time-out of its own.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(0, "127.0.0.1", resolve),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closeServer(server),
  };
}

async function answerRequest(
  platform: Platform,
  service: Service,
  request: IncomingMessage,
): Promise<Answer> {
  const workload = (request.url ?? "").split("?")[0].slice(1);
  const { body, bytes } = await readBody(request, service.bodyLimitBytes);
  const known = {
    request_id: request.headers["x-request-id"] ?? null,
    platform,
    workload_type: workload,
    timestamp: new Date().toISOString(),
  };
  const refuse = (status: number, error: string): Answer => ({
    status,
    fields: { ...known, error },
  });
  if (request.method !== "POST" || !(WORKLOADS as readonly string[]).includes(workload))
    return refuse(404, `POST /<workload> with one of ${WORKLOADS.join(", ")}`);
  if (body === null)
    return refuse(413, `a body of ${bytes} bytes is above the limit of ${service.bodyLimitBytes}`);
  const { status, fields } = await service.answer(workload, body);
  return { status, fields: { ...known, ...fields } };
}

/**
 * The answer of a handler in the format of the author's endpoints: what the platform's clock saw
 * stands in `metrics`.
 */
export function handlerAnswer(
  { status, result, executionTimeMs, memoryMb }: EnvironmentReply,
  bodyBytes: number,
  onPlatform: Record<string, unknown>,
): Answer {
  if (status !== 200) return { status, fields: result };
  return {
    status,
    fields: {
      result,
      metrics: {
        execution_time_ms: thousandths(executionTimeMs),
        memory_used_mb: thousandths(memoryMb),
        ...onPlatform,
        payload_size_kb: bodyBytes / 1024,
      },
    },
  };
}

/** Rounded to three decimals: microseconds of ms. */
export function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/**
 * The whole body, or null where it is too large; that is read to its end all the same, so that the
 * answer reaches the sender.
 */
async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<{ body: Buffer | null; bytes: number }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limitBytes) chunks.push(chunk);
  }
  return { body: bytes <= limitBytes ? Buffer.concat(chunks, bytes) : null, bytes };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
