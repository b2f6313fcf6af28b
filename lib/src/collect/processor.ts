import { readFileSync } from "node:fs";
import { FolderSink } from "./folder-sink.js";
import { HostLoad } from "./host-load.js";
import { logRow, marksOf, measured, type Outcome } from "./log-row.js";
import { CHANNEL, type FromArtillery, type Settled, type ToArtillery } from "./messages.js";
import type { PlannedRequest } from "./planned-list.js";
import { SendRates } from "./send-rates.js";
import { bodyKey, LEAD_MS, wallDueMs, type Session, type SessionRun } from "./session.js";

/*
 * What Artillery calls for each of its virtual users (docs: "Extending Artillery with custom code"). Every user takes the
 * next planned request, waits until it is due, sends it, and leaves a row, whatever becomes of it.
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

/**
 * A planned request in the hands of a virtual user. Times are of `performance.now()` but for
 * `sentMs` (UTC).
 */
interface Turn {
  run: number;
  request: PlannedRequest;
  dueAtMs: number;
  startedMs: number;
  sentMs: number;
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
let settled: Settled[] = [];
let run = 0;
let position = 0;
let runBeganMs = NaN;
let stopping = false;
let inFlight = 0;
let artillerySent = 0;
let watched = false;
let drained = false;
const sentOf = session.runs.map(() => ({ requests: 0, firstMs: NaN }));

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

/** Makes the planned request of it. */
export function send(
  outgoing: OutgoingRequest,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const turn = context.vars.turn!;
  const { platform, workload, payloadKb, id } = turn.request;
  outgoing.url = `${session.baseUrl[platform]}/${workload}`;
  outgoing.body = bodies.get(bodyKey(workload, payloadKb))!;
  outgoing.headers = {
    ...outgoing.headers,
    "content-type": "application/json",
    "x-request-id": id,
  };
  inFlight++;
  turn.sentMs = Date.now();
  turn.startedMs = performance.now();
  countSent(turn);
  next();
}

/** An answer, whatever its status. */
export function recordAnswer(
  _request: unknown,
  answer: { statusCode: number; body: unknown },
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  settle(context, { status: answer.statusCode, body, error: null }, performance.now(), next);
}

/** No answer: time-out, refused, reset. Without this row the failure would vanish from the data. */
export function recordError(
  error: Error & { code?: string },
  _request: unknown,
  context: Context,
  _events: unknown,
  next: Next,
): void {
  const endedMs = performance.now();
  setTimeout(
    () =>
      settle(context, { status: 0, body: null, error: error.code ?? error.message }, endedMs, next),
    ERROR_WAIT_MS,
  );
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
    startedMs: NaN,
    sentMs: NaN,
  };
}

/**
 * Tells, after the last request of a run, how long sending them took beside how long it should
 * have.
 */
function countSent({ run: of, request, dueAtMs, startedMs }: Turn): void {
  rates.add(dueAtMs, startedMs);
  const { requests } = session.runs[of];
  const sent = sentOf[of];
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

function settle(
  context: Context,
  answer: Pick<Outcome, "status" | "body" | "error">,
  endedMs: number,
  next: Next,
): void {
  const turn = context.vars.turn;
  // Artillery tells of some errors twice.
  if (!turn || Number.isNaN(turn.startedMs)) return next();
  delete context.vars.turn;
  const { request, startedMs, sentMs, dueAtMs } = turn;
  const of: SessionRun = session.runs[turn.run];
  const outcome: Outcome = {
    ...answer,
    sentMs,
    responseTimeMs: endedMs - startedMs,
    lateMs: Math.max(0, startedMs - dueAtMs),
    hostBusyShare: host.busyShare(),
  };
  const bytes = bodies.get(bodyKey(request.workload, request.payloadKb))!.length;
  sink
    .write(logRow(session, of, request, bytes, outcome))
    .then(
      () => {
        const { status, metrics } = measured(outcome);
        settled.push({
          run: request.run,
          platform: request.platform,
          workload: request.workload,
          status,
          responseTimeMs: outcome.responseTimeMs,
          coldStart: metrics.cold_start === true,
          marks: marksOf(outcome),
        });
      },
      (error: Error) => post({ type: "broken", message: error.message }),
    )
    .finally(() => {
      inFlight--;
      next();
      if (stopping) tellWhenDrained();
    });
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
