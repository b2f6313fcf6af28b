import { readFileSync } from "node:fs";
import { FolderSink } from "./folder-sink.js";
import { HostLoad } from "./host-load.js";
import { logRow, marksOf, measured, type Outcome } from "./log-row.js";
import { CHANNEL, type FromArtillery, type Settled, type ToArtillery } from "./messages.js";
import { sendsOf, type PlannedRequest, type PlannedSend } from "./planned-list.js";
import { SendRates } from "./send-rates.js";
import { bodyKey, LEAD_MS, wallDueMs, type Session, type SessionRun } from "./session.js";
import { traceRoot, tracedHeaders } from "./trace-id.js";

/**
 * What Artillery calls for each of its virtual users (docs: "Extending Artillery with custom
 * code"). Every user takes the next planned request, waits until it is due, sends it, and leaves a
 * row, whatever becomes of it. In a duet it sends both halves of a pair at once, and leaves both
 * rows, in one write, when the second half has ended.
 */
type Next = (error?: Error) => void;
interface Context {
  vars: { turn?: Turn };
}
interface OutgoingRequest {
  url: string;
  body?: Buffer;
  headers?: Record<string, string>;
}
interface ArtilleryEvents {
  on(event: "counter", then: (name: string, value: number) => void): void;
}

/** A planned request in the hands of a virtual user. Times are of `performance.now()`. */
interface Turn {
  run: number;
  request: PlannedRequest;
  dueAtMs: number;
  /** What is still to be sent, in its order. */
  unsent: PlannedSend[];
  sent: Sent[];
}

/** An HTTP request of a turn, on its way or ended. */
interface Sent extends PlannedSend {
  turn: Turn;
  startedMs: number;
  /** UTC, ms. */
  sentMs: number;
  /** Root of the X-Amzn-Trace-Id that it carries. */
  traceId: string;
  ended: Ended | null;
}

/** What came back. */
type Answer = Pick<Outcome, "status" | "body" | "error" | "providerRequestId">;

/** How it ended, and what lets its virtual user go on. */
interface Ended extends Answer {
  hostBusyShare: number;
  endedMs: number;
  next: Next;
}

const TELL_EVERY_MS = 200;
/**
 * An error is logged after this wait, ms: when the collector dies, local platforms die with it, and
 * their broken connections are no outcome.
 */
const ERROR_WAIT_MS = 250;

const session = JSON.parse(readFileSync(process.env.STUDY_COLLECT_SESSION!, "utf8")) as Session;
const bodies = new Map(
  Object.entries(session.bodies).map(([key, file]) => [key, readFileSync(file)]),
);
const sink = new FolderSink(session.folder);
const host = new HostLoad();
const rates = new SendRates();
const channel = new BroadcastChannel(CHANNEL) as BroadcastChannel & { unref(): void };
const held = new Map<NodeJS.Timeout, Next>();
/** By the object that Artillery hands to each hook of one request. */
const sentOf = new WeakMap<object, Sent>();
let settled: Settled[] = [];
let run = 0;
let position = 0;
let runBeganMs = NaN;
let stopping = false;
let inFlight = 0;
let artillerySent = 0;
let watched = false;
let drained = false;
const sentInRun = session.runs.map(() => ({ requests: 0, firstMs: NaN }));

channel.onmessage = (event) => {
  if ((event as { data: ToArtillery }).data.type === "stop") stop();
};
channel.unref();
setInterval(tell, TELL_EVERY_MS).unref();

/**
 * Takes the next planned request and holds the virtual user until it is due. One too many ends
 * without a request.
 */
export function takeTurn(context: Context, events: ArtilleryEvents, next: Next): void {
  if (!watched) {
    watched = true;
    events.on(
      "counter",
      (name, value) => void (name === "http.requests" && (artillerySent += value)),
    );
  }
  const turn = stopping ? null : nextTurn();
  if (!turn) return next();
  const timer = setTimeout(
    () => {
      held.delete(timer);
      context.vars.turn = turn;
      next();
    },
    Math.max(0, turn.dueAtMs - performance.now()),
  );
  held.set(timer, next);
}

/** Whether a virtual user has a request to send. */
export function hasTurn(vars: Context["vars"]): boolean {
  return vars.turn !== undefined;
}

/**
 * Makes the planned request of it, or the next half of the planned pair: Artillery calls this for
 * both before it waits for either.
 */
export function send(
  outgoing: OutgoingRequest,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const turn = context.vars.turn!;
  const { id, platform } = turn.unsent.shift()!;
  outgoing.url = `${session.baseUrl[platform]}/${turn.request.workload}`;
  outgoing.body = bodyOf(turn.request);
  const sentMs = Date.now();
  const traceId = traceRoot(id, sentMs);
  outgoing.headers = tracedHeaders(outgoing.headers, id, traceId);
  const startedMs = performance.now();
  const sent: Sent = { id, platform, turn, sentMs, traceId, startedMs, ended: null };
  sentOf.set(outgoing, sent);
  if (turn.sent.push(sent) === 1) {
    inFlight++;
    countSent(turn, sent.startedMs);
  }
  next();
}

/** An answer, whatever its status. */
export function recordAnswer(
  request: object,
  answer: {
    statusCode: number;
    body: unknown;
    headers?: Record<string, string | string[] | undefined>;
  },
  _context: Context,
  _events: unknown,
  next: Next,
): void {
  const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const endedMs = performance.now();
  const told = answer.headers?.["x-amzn-requestid"];
  const providerRequestId = typeof told === "string" ? told : null;
  const { statusCode: status } = answer;
  end(request, { status, body, error: null, providerRequestId }, endedMs, next);
}

/** No answer: time-out, refused, reset. Without this row the failure would vanish from the data. */
export function recordError(
  error: Error & { code?: string },
  request: object,
  _context: Context,
  _events: unknown,
  next: Next,
): void {
  const endedMs = performance.now();
  const told = {
    ...{ status: 0, body: null, providerRequestId: null },
    error: error.code ?? error.message,
  };
  setTimeout(() => end(request, told, endedMs, next), ERROR_WAIT_MS);
}

function nextTurn(): Turn | null {
  while (run < session.runs.length && position === session.runs[run].requests.length) {
    run++;
    position = 0;
  }
  if (run === session.runs.length) return null;
  if (position === 0) runBeganMs = performance.now() + LEAD_MS;
  const request = session.runs[run].requests[position++];
  return {
    run,
    request,
    dueAtMs: runBeganMs + wallDueMs(request, session.runs[run], session.clockSpeed),
    unsent: sendsOf(request),
    sent: [],
  };
}

/** The body of a request: both halves of a pair carry the same bytes. */
function bodyOf({ workload, payloadKb }: PlannedRequest): Buffer {
  return bodies.get(bodyKey(workload, payloadKb))!;
}

/**
 * Tells, after the last request of a run, how long sending them took beside how long it should
 * have.
 */
function countSent({ run: of, request, dueAtMs }: Turn, startedMs: number): void {
  rates.add(dueAtMs, startedMs);
  const { requests } = session.runs[of];
  const sent = sentInRun[of];
  if (sent.requests++ === 0) sent.firstMs = startedMs;
  if (sent.requests < requests.length) return;
  const askedSeconds =
    (requests[requests.length - 1].dueMs - requests[0].dueMs) / session.clockSpeed / 1000;
  post({
    type: "run sent",
    run: request.run,
    requests: requests.length,
    askedSeconds,
    tookSeconds: (startedMs - sent.firstMs) / 1000,
  });
}

/** Notes how a request ended; with the last one of its turn their rows are written. */
function end(request: object, answer: Answer, endedMs: number, next: Next): void {
  const sent = sentOf.get(request);
  // Never sent, it leaves no row.
  if (!sent) return next();
  // Artillery tells of some errors twice; its user goes on from what was told first.
  if (sent.ended) return;
  sent.ended = { ...answer, endedMs, hostBusyShare: host.busyShare(), next };
  const { turn } = sent;
  if (turn.unsent.length === 0 && turn.sent.every(({ ended }) => ended)) settle(turn);
}

/** Writes what became of a turn, in one piece, and lets its virtual user go on. */
function settle(turn: Turn): void {
  const of: SessionRun = session.runs[turn.run];
  const bodyBytes = bodyOf(turn.request).length;
  const outcomes = turn.sent.map(outcomeOf);
  const rows = turn.sent.map(({ id, platform, traceId }, i) =>
    logRow(session, of, { id, platform, traceId, of: turn.request, bodyBytes }, outcomes[i]),
  );
  sink
    .write(...rows)
    .then(
      () => settled.push(...turn.sent.map((sent, i) => settledOf(sent, outcomes[i]))),
      (error: Error) => post({ type: "broken", message: error.message }),
    )
    .finally(() => {
      inFlight--;
      for (const { ended } of turn.sent) ended!.next();
      if (stopping) tellWhenDrained();
    });
}

function outcomeOf({ turn, startedMs, sentMs, ended }: Sent): Outcome {
  const { status, body, error, providerRequestId, endedMs, hostBusyShare } = ended!;
  const [first, second] = turn.sent;
  return {
    status,
    body,
    error,
    providerRequestId,
    sentMs,
    responseTimeMs: endedMs - startedMs,
    lateMs: Math.max(0, startedMs - turn.dueAtMs),
    pairDistanceMs: second ? second.startedMs - first.startedMs : null,
    hostBusyShare,
  };
}

function settledOf({ turn, platform }: Sent, outcome: Outcome): Settled {
  const { status, metrics } = measured(outcome);
  return {
    run: turn.request.run,
    platform,
    workload: turn.request.workload,
    status,
    responseTimeMs: outcome.responseTimeMs,
    coldStart: metrics.cold_start === true,
    marks: marksOf(outcome),
  };
}

/** Sends nothing more; what is in flight gets its rows. */
function stop(): void {
  stopping = true;
  for (const [timer, next] of held) {
    clearTimeout(timer);
    next();
  }
  held.clear();
  tellWhenDrained();
}

function tellWhenDrained(): void {
  if (inFlight > 0 || drained) return;
  drained = true;
  tell();
  post({ type: "drained", artillerySent });
}

function tell(): void {
  const current = session.runs[Math.min(run, session.runs.length - 1)].requests[0].run;
  post({ type: "tick", settled, ...rates.perSecond(), run: current });
  settled = [];
}

function post(message: FromArtillery): void {
  channel.postMessage(message);
}
