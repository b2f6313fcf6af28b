/**
 * What the scripts of this folder do to each request: body, URL, and one line of log whatever
 * happens to it. Artillery loads it on its own, on machines that have nothing else of the study:
 * `study plan NAME --scripts DIR` bundles it to processor.mjs (README.md).
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, appendFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { threadId } from "node:worker_threads";
// Past the room's door: the rest of the room drives Artillery itself, and would be bundled into
// every worker.
import { S3Sink } from "../lib/src/collect/s3-sink.js";

type Next = (error?: Error) => void;
interface Context {
  vars: Record<string, unknown>;
}
interface OutgoingRequest {
  url: string;
  body?: Buffer;
  headers?: Record<string, string>;
}
interface Answer {
  statusCode: number;
  body: unknown;
}

/** Everything known about a request when it is sent. */
interface Sent {
  id: string;
  platform: string;
  workload: string;
  targetKb: number;
  bytes: number;
  sentMs: number;
  startedMs: number;
}

const { env } = process;
const OUT = env.STUDY_OUT ?? "logs";
// Workers of one campaign draw different sizes: Artillery names its own on Fargate and Lambda
// (WORKER_ID).
const random = generator(
  Number(env.STUDY_SEED ?? 42) + threadId + numberOf(env.STUDY_WORKER ?? env.WORKER_ID ?? ""),
);
const bodies = new Map<string, Buffer>();
// In every id, so that no two workers ever give the same one.
const me = randomBytes(5).toString("hex");
let sequence = 0;

/** The sink of this worker, when STUDY_SINK names one; opened once. */
let opening: Promise<S3Sink> | undefined;
function openSink(): Promise<S3Sink> {
  return (opening ??= S3Sink.open(env.STUDY_SINK!, {
    spoolFolder: join(OUT, "spool"),
    // Short, because virtual users wait for it: their rows must be in the store before Artillery
    // may end.
    partSeconds: Number(env.STUDY_PART_SECONDS ?? 2),
    s3: { region: env.STUDY_SINK_REGION },
    onProblem: (message) => console.error(`study: ${message}`),
  }));
}
// Ahead of the first request, in the threads that send some.
if (env.STUDY_SINK && threadId > 0)
  openSink().catch((error: Error) => console.error(`study: ${error.message}`));

/**
 * Holds a virtual user of an irregular pattern until the next arrival is due; ends it when that is
 * after the pattern's end.
 */
let due: number | null = null;
const beganMs = performance.now();
export function waitForTurn(context: Context, _events: unknown, next: Next): void {
  const irregular = new URLSearchParams(String(context.vars.arrivals));
  const [cv, seconds, from, to] = ["cv", "seconds", "from", "to"].map((name) =>
    Number(irregular.get(name)),
  );
  // A pattern begins at a time of its own, not at a request: the first gap is what is left of one
  // that was under way (Cox, 1962).
  due =
    due === null
      ? random() * gamma(1 / (cv * cv) + 1) * cv * cv
      : due + gamma(1 / (cv * cv)) * cv * cv;
  // The cumulative rate of the phase, from x t + slope t^2 / 2, inverted.
  const slope = (to - from) / seconds,
    root = from * from + 2 * slope * due;
  const atSeconds = root < 0 ? Infinity : (2 * due) / (from + Math.sqrt(root));
  context.vars.skip = !(atSeconds < seconds);
  if (context.vars.skip) return next();
  setTimeout(next, Math.max(0, beganMs + atSeconds * 1000 - performance.now()));
}

/**
 * `/<platform>/<workload>?kb=<sizes>` becomes a request to that platform with a body of one of
 * these sizes.
 */
export function prepare(
  request: OutgoingRequest,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  if (context.vars.skip) return next(new Error("not due before the pattern's end"));
  if (!env.STUDY_SINK) return send(request, context, next);
  // Nothing is sent whose row could not be kept.
  openSink().then(
    () => send(request, context, next),
    (error: Error) => next(error),
  );
}

function send(request: OutgoingRequest, context: Context, next: Next): void {
  const planned = new URL(request.url, "http://plan"),
    [, platform, workload] = planned.pathname.split("/");
  const base = platform === "lambda" ? env.LAMBDA_BASE_URL : env.ECS_BASE_URL;
  if (!base)
    return next(
      new Error(
        `set ${platform === "lambda" ? "LAMBDA" : "ECS"}_BASE_URL to the address of the ${platform} endpoints`,
      ),
    );
  const sizes = planned.searchParams.get("kb")!.split(",").map(Number),
    targetKb = sizes[Math.floor(random() * sizes.length)];
  const id = `req_${Date.now()}_${me}x${(sequence++).toString(36).padStart(6, "0")}`,
    body = bodyOf(workload, targetKb);
  request.url = `${base.replace(/\/+$/, "")}/${workload}`;
  request.body = body;
  request.headers = { ...request.headers, "content-type": "application/json", "x-request-id": id };
  const sent: Sent = {
    id,
    platform,
    workload,
    targetKb,
    bytes: body.length,
    sentMs: Date.now(),
    startedMs: performance.now(),
  };
  context.vars.sent = sent;
  next();
}

/** An answer, whatever its status. */
export function recordAnswer(
  _request: OutgoingRequest,
  answer: Answer,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const sent = context.vars.sent as Sent,
    responseMs = performance.now() - sent.startedMs;
  let metrics: Record<string, unknown> = {};
  try {
    const parsed = typeof answer.body === "string" ? JSON.parse(answer.body) : answer.body;
    metrics = (parsed as { metrics?: Record<string, unknown> } | null)?.metrics ?? {};
  } catch {
    // An answer that is not JSON brings no metrics; its status and time are kept.
  }
  // A 2xx without the handler's time is no measurement: it is logged as a bad gateway's answer, and
  // says so.
  const useless =
    answer.statusCode >= 200 &&
    answer.statusCode < 300 &&
    typeof metrics.execution_time_ms !== "number";
  delete context.vars.sent;
  write(
    context,
    sent,
    useless ? 502 : answer.statusCode,
    responseMs,
    metrics,
    useless ? "the answer holds no metrics.execution_time_ms" : undefined,
    next,
  );
}

/**
 * No answer: time-out, refused, reset. Status 0 and the error's name; without this row the failure
 * would vanish from the data.
 */
export function recordError(
  error: Error & { code?: string },
  _request: OutgoingRequest,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const sent = context.vars.sent as Sent | undefined;
  delete context.vars.sent;
  if (!sent) return next();
  write(
    context,
    sent,
    0,
    performance.now() - sent.startedMs,
    {},
    error.code ?? error.message,
    next,
  );
}

/** Writes the request's row, and goes on when it is in its file, or in the sink's store. */
function write(
  context: Context,
  sent: Sent,
  status: number,
  responseMs: number,
  metrics: Record<string, unknown>,
  error: string | undefined,
  next: Next,
): void {
  const pattern = String(context.vars.pattern ?? ""),
    window = windowOf(hourOf(sent.sentMs));
  const planned =
    pattern === ""
      ? {}
      : {
          target_payload_size_kb: sent.targetKb,
          actual_payload_size_kb: sent.bytes / 1024,
          time_window: window,
          load_pattern: pattern,
        };
  const timestamp = new Date(sent.sentMs).toISOString();
  const row = JSON.stringify({
    request_id: sent.id,
    platform: sent.platform,
    workload_type: sent.workload,
    timestamp,
    http_status: status,
    response_time_ms: Math.round(responseMs * 1000) / 1000,
    ...planned,
    ...(error ? { error } : {}),
    metrics: { ...metrics, payload_size_kb: sent.bytes / 1024 },
  });
  if (env.STUDY_SINK) {
    openSink()
      .then(async (sink) => {
        await sink.write(row);
        await sink.stored();
      })
      .catch((problem: Error) => console.error(`study: ${problem.message}`))
      .finally(next);
    return;
  }
  const folder = pattern === "" ? OUT : join(OUT, `${window}_${pattern}`);
  mkdirSync(folder, { recursive: true });
  appendFileSync(
    join(folder, `${sent.platform}_${sent.workload}_${timestamp.slice(0, 10)}.jsonl`),
    row + "\n",
  );
  next();
}

/** Hour of this machine's local time, or of the campaign's where the machine stands elsewhere. */
function hourOf(ms: number): number {
  const offset = env.STUDY_UTC_OFFSET_MINUTES;
  return offset ? new Date(ms + Number(offset) * 60_000).getUTCHours() : new Date(ms).getHours();
}

function windowOf(hour: number): string {
  const windows: [string, number, number][] = [
    ["early_morning", 2, 4],
    ["morning_peak", 8, 10],
    ["midday", 12, 14],
    ["evening", 18, 20],
    ["late_night", 22, 24],
  ];
  return windows.find(([, from, to]) => hour >= from && hour < to)?.[0] ?? "other";
}

/**
 * JSON with base64 text of exactly `kb` KiB (and its wrapper of 50 bytes), made once for each size.
 */
function bodyOf(workload: string, kb: number): Buffer {
  const key = `${workload} ${kb}`,
    made = bodies.get(key);
  if (made) return made;
  const bytes = Math.round(kb * 1024) + 50,
    head = `{"workload":"${workload}","payload":"`,
    tail = '"}';
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const draw = generator(bytes),
    body = Buffer.alloc(bytes);
  body.write(head);
  for (let i = head.length; i < bytes - tail.length; i++)
    body[i] = letters.charCodeAt(Math.floor(draw() * 64));
  body.write(tail, bytes - tail.length);
  bodies.set(key, body);
  return body;
}

/** A gamma variate of this shape and scale 1 (Marsaglia and Tsang, 2000). */
function gamma(shape: number): number {
  const boost = shape < 1 ? Math.pow(1 - random(), 1 / shape) : 1,
    d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
      v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v * boost;
  }
}

/** A number for a worker's name: itself, or a hash (FNV-1a) of it; 0 for none. */
function numberOf(name: string): number {
  if (/^\d{1,6}$/.test(name) || name === "") return Number(name) * 1000;
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}

/** mulberry32: a small seeded generator, so that a run can be repeated. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
