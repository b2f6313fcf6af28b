import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ServedArrivals } from "./arrival-counter.js";
import { ContextError } from "./request-context.js";
import { routeRequest, type Route, type RouteOptions } from "./route.js";
import type { RequestRouter } from "./router.js";

/** The only address that is listened on: a router is asked by its own machine. */
const HOST = "127.0.0.1";

/** Connections at a time; those above are closed at once. A client needs one. */
const MOST_CONNECTIONS = 100;

export interface ServeOptions extends Pick<RouteOptions, "fallback"> {
  /** 0 (unless given) takes a free one. */
  port?: number;
  /** Larger bodies are refused with 413; 1 MiB unless given. */
  maxBodyBytes?: number;
  /** The clock that arrivals are counted by, ms; one that never runs backwards unless given. */
  nowMs?: () => number;
  /** A connection that has not sent a request's head after so long is closed; 10 s unless given. */
  headerTimeoutMs?: number;
}

export interface RouterServer {
  port: number;
  /** http://127.0.0.1:<port> */
  url: string;
  /**
   * Takes no more connections, lets requests under way end (at most `graceMs`, 5,000 unless given),
   * then closes the rest.
   */
  close(graceMs?: number): Promise<void>;
}

/** One line's answer, or why it has none. */
export type LineAnswer = Route | { line: number; error: string };

/**
 * Answers contexts, one JSON object a line; blank lines are passed over, a refused line does not
 * stop the others.
 */
export function routeLines(
  router: RequestRouter,
  text: string,
  options: RouteOptions = {},
): LineAnswer[] {
  return text.split("\n").flatMap((line, i): LineAnswer[] => {
    if (line.trim() === "") return [];
    try {
      return [routeRequest(router, parseContext(line), options)];
    } catch (error) {
      if (!(error instanceof ContextError)) throw error;
      return [{ line: i + 1, error: error.message }];
    }
  });
}

/**
 * Serves a router on 127.0.0.1, to those who ask for 127.0.0.1 or localhost (421 else). `POST
 * /predict` takes one context as a JSON object (400 with the field at fault where it is refused),
 * or JSON lines (a line each in the answer; 400 where any was refused). What a context leaves out
 * of the arrival state is filled in: the server counts the requests that it answered. It sees none
 * of the platforms' answers: what a model reads of the feedback the context must give. `GET
 * /health` says what is served, and what was counted.
 */
export async function serveRouter(
  router: RequestRouter,
  {
    port = 0,
    maxBodyBytes = 1 << 20,
    headerTimeoutMs = 10_000,
    fallback = false,
    nowMs = () => performance.now(),
  }: ServeOptions = {},
): Promise<RouterServer> {
  const arrivals = new ServedArrivals(nowMs);
  const served = { router, maxBodyBytes, arrivals, options: { fallback, arrivals } };
  const server = createServer({ connectionsCheckingInterval: 1000 }, (request, response) => {
    if (!isOwnHost(request.headers.host, request.socket.localPort!)) {
      // The rest of the body is not read: the connection cannot be used again.
      return send(response.setHeader("Connection", "close"), 421, {
        error: `this is ${HOST}:${request.socket.localPort}; the request is for another host`,
      });
    }
    answer(served, request, response).catch((error: unknown) => {
      // A body cut short is the client's leaving; there is nobody to tell.
      if (response.destroyed || request.errored) return;
      process.stderr.write(
        `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      send(response, 500, { error: "the router failed on this request; its log says how" });
    });
  });
  server.headersTimeout = headerTimeoutMs;
  server.requestTimeout = 30_000;
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(port, HOST, resolve),
  );
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    url: `http://${HOST}:${taken}`,
    close: (graceMs = 5000) =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), graceMs);
        // A connection that was answering falls idle only after its answer, and would then be kept
        // open for another request.
        const idle = setInterval(() => server.closeIdleConnections(), 20);
        server.close(() => {
          clearTimeout(late);
          clearInterval(idle);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/**
 * Whether a request names this server. A web page whose own name was pointed at 127.0.0.1 (DNS
 * rebinding) names itself, and must not be answered.
 */
function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `${HOST}:${port}` || host?.toLowerCase() === `localhost:${port}`;
}

/** What a server answers with. */
interface Served {
  router: RequestRouter;
  maxBodyBytes: number;
  arrivals: ServedArrivals;
  options: RouteOptions;
}

async function answer(
  { router, maxBodyBytes, arrivals, options }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Not parsed as a URL: a target such as "//" or "//[" is none, and must not be our failure.
  const [pathname] = (request.url ?? "/").split("?");
  if (pathname !== "/predict" && pathname !== "/health")
    return send(response, 404, { error: "there are POST /predict and GET /health" });
  const method = pathname === "/predict" ? "POST" : "GET";
  if (request.method !== method)
    return send(response.setHeader("Allow", method), 405, { error: `${pathname} takes ${method}` });
  if (pathname === "/health") return send(response, 200, health(router, arrivals));
  const body = await readBody(request, maxBodyBytes);
  // The rest of the body is not read: the connection cannot be used again.
  if (body === null)
    return send(response.setHeader("Connection", "close"), 413, {
      error: `a body holds at most ${maxBodyBytes} bytes`,
    });
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0)
    return send(response, 400, {
      error: "the body is empty; send one context as a JSON object, or one a line",
    });
  if (lines.length > 1 && !isJson(body)) {
    const answers = routeLines(router, body, options);
    response.writeHead(answers.some((one) => "error" in one) ? 400 : 200, {
      "Content-Type": "application/x-ndjson",
    });
    response.end(answers.map((one) => `${JSON.stringify(one)}\n`).join(""));
    return;
  }
  try {
    send(response, 200, routeRequest(router, parseContext(body), options));
  } catch (error) {
    if (!(error instanceof ContextError)) throw error;
    send(response, 400, { error: error.message });
  }
}

function health({ classifier, knowledge }: RequestRouter, arrivals: ServedArrivals): object {
  const origin = knowledge?.origin;
  return {
    status: "ok",
    model: classifier.kind,
    run: origin?.run ?? null,
    campaign: origin?.campaign ?? null,
    simulated: origin?.simulated ?? null,
    arrivals: arrivals.counted(),
  };
}

/** The body as text; null as soon as it is too long. */
async function readBody(request: IncomingMessage, maxBodyBytes: number): Promise<string | null> {
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, value: object): void {
  const text = `${JSON.stringify(value)}\n`;
  response
    .writeHead(status, {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(text),
    })
    .end(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Throws a ContextError that says where the text stops being JSON. */
export function parseContext(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ContextError(`not JSON: ${(error as Error).message}`);
  }
}
