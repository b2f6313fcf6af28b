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
// Past the rooms' doors: the rest of them drives Artillery itself, and would be bundled into
// every worker.
import { S3Sink } from "../lib/src/collect/s3-sink.js";
import { traceRoot, tracedHeaders } from "../lib/src/collect/trace-id.js";
import { MOST_PAIR_DISTANCE_MS } from "../lib/src/requests/pair-distance.js";

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

/** What a virtual user sends: one request, or both halves of a pair at once. */
interface Arrival {
  workload: string;
  targetKb: number;
  body: Buffer;
  /** In every request's id. */
  name: string;
  paired: boolean;
  /** Platforms that are still to be sent to, in their order. */
  unsent: string[];
  sent: Sent[];
}

/** Everything known about a request when it is sent, and how it ended. */
interface Sent {
  arrival: Arrival;
  id: string;
  /** Root of the X-Amzn-Trace-Id that it carries. */
  traceId: string;
  platform: string;
  sentMs: number;
  startedMs: number;
  ended: Ended | null;
}

interface Ended {
  status: number;
  responseMs: number;
  metrics: Record<string, unknown>;
  error: string | undefined;
  /** Lets the request's virtual user go on. */
  next: Next;
}

const { env } = process;
const OUT = env.STUDY_OUT ?? "logs";
// Workers of one campaign draw different sizes: Artillery names its own on Fargate and Lambda
// (WORKER_ID).
const random = generator(
  Number(env.STUDY_SEED ?? 42) + threadId + numberOf(env.STUDY_WORKER ?? env.WORKER_ID ?? ""),
);
const bodies = new Map<string, Buffer>();
/** By the object that Artillery hands to each hook of one request. */
const sentOf = new WeakMap<object, Sent>();
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
 * these sizes. `/duet/...` comes twice, in two steps that Artillery takes at once: the halves of a
 * pair with one body, to both platforms in an order that is drawn.
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
  const arrival = (context.vars.arrival ??= draw(new URL(request.url, "http://plan"))) as Arrival;
  const wrong = faultOf(arrival);
  if (wrong) return next(new Error(wrong));
  const platform = arrival.unsent.shift()!;
  // The next request of this virtual user is another arrival.
  if (arrival.unsent.length === 0) delete context.vars.arrival;
  const id = `req_${arrival.name}${arrival.paired ? `_${platform}` : ""}`;
  request.url = `${baseUrl(platform)!.replace(/\/+$/, "")}/${arrival.workload}`;
  request.body = arrival.body;
  const sentMs = Date.now();
  const traceId = traceRoot(id, sentMs);
  request.headers = tracedHeaders(request.headers, id, traceId);
  const sent: Sent = {
    arrival,
    id,
    traceId,
    platform,
    sentMs,
    startedMs: performance.now(),
    ended: null,
  };
  arrival.sent.push(sent);
  sentOf.set(request, sent);
  next();
}

/** What is sent for a planned URL: its size, and in a duet its order, are drawn. */
function draw({ pathname, searchParams }: URL): Arrival {
  const [, to, workload] = pathname.split("/");
  const sizes = searchParams.get("kb")!.split(",").map(Number);
  const targetKb = sizes[Math.floor(random() * sizes.length)];
  const paired = to === "duet";
  const order = paired && random() < 0.5 ? ["lambda", "ecs"] : ["ecs", "lambda"];
  return {
    workload,
    targetKb,
    body: bodyOf(workload, targetKb),
    name: `${Date.now()}_${me}x${(sequence++).toString(36).padStart(6, "0")}`,
    paired,
    unsent: paired ? order : [to],
    sent: [],
  };
}

/** Why an arrival cannot be sent; no half of a pair is sent where the other cannot be. */
function faultOf({ unsent, paired }: Arrival): string | null {
  const missing = unsent.find((platform) => !baseUrl(platform));
  if (missing !== undefined)
    return `set ${variableOf(missing)} to the address of the ${missing} endpoints`;
  if (!paired || unsent.length < 2) return null;
  const [one, other] = unsent.map((platform) => new URL(baseUrl(platform)!).origin);
  return one === other
    ? "a duet needs two hosts: Artillery gives a virtual user one connection to each, and one " +
        "half would wait for the other"
    : null;
}

function baseUrl(platform: string): string | undefined {
  return env[variableOf(platform)];
}

function variableOf(platform: string): string {
  return `${platform === "lambda" ? "LAMBDA" : "ECS"}_BASE_URL`;
}

/** An answer, whatever its status. */
export function recordAnswer(
  request: OutgoingRequest,
  answer: Answer,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const endedMs = performance.now();
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
  const status = useless ? 502 : answer.statusCode;
  const error = useless ? "the answer holds no metrics.execution_time_ms" : undefined;
  end(request, context, endedMs, { status, metrics, error, next });
}

/**
 * No answer: time-out, refused, reset. Status 0 and the error's name; without this row the failure
 * would vanish from the data.
 */
export function recordError(
  problem: Error & { code?: string },
  request: OutgoingRequest,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const error = problem.code ?? problem.message;
  end(request, context, performance.now(), { status: 0, metrics: {}, error, next });
}

/** Notes how a request ended; with the last one of its arrival their rows are written. */
function end(
  request: OutgoingRequest,
  context: Context,
  endedMs: number,
  how: Omit<Ended, "responseMs">,
): void {
  const sent = sentOf.get(request);
  // Never sent, it leaves no row.
  if (!sent) return how.next();
  // Artillery tells of some errors twice; its user goes on from what was told first.
  if (sent.ended) return;
  sent.ended = { ...how, responseMs: endedMs - sent.startedMs };
  const { unsent, sent: all } = sent.arrival;
  if (unsent.length === 0 && all.every(({ ended }) => ended)) write(context, sent.arrival);
}

/**
 * Writes an arrival's rows, all in one piece, and lets its virtual user go on when they are in
 * their file, or in the sink's store.
 */
function write(context: Context, { sent, workload, paired }: Arrival): void {
  const pattern = String(context.vars.pattern ?? "");
  const { sentMs, platform } = sent[0];
  const window = windowOf(hourOf(sentMs));
  const rows = sent.map((each) => rowOf(each, window, pattern));
  const goOn = (): void => sent.forEach(({ ended }) => ended!.next());
  if (env.STUDY_SINK) {
    openSink()
      .then(async (sink) => {
        await sink.write(...rows);
        await sink.stored();
      })
      .catch((problem: Error) => console.error(`study: ${problem.message}`))
      .finally(goOn);
    return;
  }
  const folder = pattern === "" ? OUT : join(OUT, `${window}_${pattern}`);
  const day = new Date(sentMs).toISOString().slice(0, 10);
  mkdirSync(folder, { recursive: true });
  appendFileSync(
    join(folder, `${paired ? "duet" : platform}_${workload}_${day}.jsonl`),
    rows.map((row) => `${row}\n`).join(""),
  );
  goOn();
}

/** A request as a line of the log; where the plan's logs name window and pattern, with both. */
function rowOf(
  { arrival, id, traceId, platform, sentMs, ended }: Sent,
  window: string,
  pattern: string,
): string {
  const { status, responseMs, metrics, error } = ended!;
  const sizeKb = arrival.body.length / 1024;
  const [first, second = first] = arrival.sent;
  const distanceMs = second.startedMs - first.startedMs;
  return JSON.stringify({
    request_id: id,
    trace_id: traceId,
    platform,
    workload_type: arrival.workload,
    timestamp: new Date(sentMs).toISOString(),
    http_status: status,
    response_time_ms: thousandths(responseMs),
    ...(pattern === ""
      ? {}
      : {
          target_payload_size_kb: arrival.targetKb,
          actual_payload_size_kb: sizeKb,
          time_window: window,
          load_pattern: pattern,
        }),
    ...(arrival.paired
      ? {
          pair_id: `pair_${arrival.name}`,
          sent_first: platform === first.platform,
          collected: {
            pair_distance_ms: thousandths(distanceMs),
            marks: distanceMs > MOST_PAIR_DISTANCE_MS ? ["halves apart"] : [],
          },
        }
      : {}),
    ...(error ? { error } : {}),
    metrics: { ...metrics, payload_size_kb: sizeKb },
  });
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
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
