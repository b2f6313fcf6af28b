import { readFileSync } from "node:fs";
import { FolderSink } from "./folder-sink.js";
import { HostLoad } from "./host-load.js";
import { logRow, marksOf, measured } from "./log-row.js";
import { CHANNEL } from "./messages.js";
import { SendRates } from "./send-rates.js";
import { bodyKey, LEAD_MS, wallDueMs } from "./session.js";
const TELL_EVERY_MS = 200;
/**
 * An error is logged after this wait, ms: when the collector dies, local platforms die with it, and
 * their broken connections are no outcome.
 */
const ERROR_WAIT_MS = 250;
const session = JSON.parse(readFileSync(process.env.STUDY_COLLECT_SESSION, "utf8"));
const bodies = new Map(Object.entries(session.bodies).map(([key, file]) => [key, readFileSync(file)]));
const sink = new FolderSink(session.folder);
const host = new HostLoad();
const rates = new SendRates();
const channel = new BroadcastChannel(CHANNEL);
const held = new Map();
let settled = [];
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
    if (event.data.type === "stop")
        stop();
};
channel.unref();
setInterval(tell, TELL_EVERY_MS).unref();
/**
 * Takes the next planned request and holds the virtual user until it is due. One too many ends
 * without a request.
 */
export function takeTurn(context, events, next) {
    if (!watched) {
        watched = true;
        events.on("counter", (name, value) => void (name === "http.requests" && (artillerySent += value)));
    }
    const turn = stopping ? null : nextTurn();
    if (!turn)
        return next();
    const timer = setTimeout(() => {
        held.delete(timer);
        context.vars.turn = turn;
        next();
    }, Math.max(0, turn.dueAtMs - performance.now()));
    held.set(timer, next);
}
/** Whether a virtual user has a request to send. */
export function hasTurn(vars) {
    return vars.turn !== undefined;
}
/** Makes the planned request of it. */
export function send(outgoing, context, _events, next) {
    const turn = context.vars.turn;
    const { platform, workload, payloadKb, id } = turn.request;
    outgoing.url = `${session.baseUrl[platform]}/${workload}`;
    outgoing.body = bodies.get(bodyKey(workload, payloadKb));
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
export function recordAnswer(_request, answer, context, _events, next) {
    const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    settle(context, { status: answer.statusCode, body, error: null }, performance.now(), next);
}
/** No answer: time-out, refused, reset. Without this row the failure would vanish from the data. */
export function recordError(error, _request, context, _events, next) {
    const endedMs = performance.now();
    setTimeout(() => settle(context, { status: 0, body: null, error: error.code ?? error.message }, endedMs, next), ERROR_WAIT_MS);
}
function nextTurn() {
    while (run < session.runs.length && position === session.runs[run].requests.length) {
        run++;
        position = 0;
    }
    if (run === session.runs.length)
        return null;
    if (position === 0)
        runBeganMs = performance.now() + LEAD_MS;
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
function countSent({ run: of, request, dueAtMs, startedMs }) {
    rates.add(dueAtMs, startedMs);
    const { requests } = session.runs[of];
    const sent = sentOf[of];
    if (sent.requests++ === 0)
        sent.firstMs = startedMs;
    if (sent.requests < requests.length)
        return;
    const askedSeconds = (requests[requests.length - 1].dueMs - requests[0].dueMs) / session.clockSpeed / 1000;
    post({
        type: "run sent",
        run: request.run,
        requests: requests.length,
        askedSeconds,
        tookSeconds: (startedMs - sent.firstMs) / 1000,
    });
}
function settle(context, answer, endedMs, next) {
    const turn = context.vars.turn;
    // Artillery tells of some errors twice.
    if (!turn || Number.isNaN(turn.startedMs))
        return next();
    delete context.vars.turn;
    const { request, startedMs, sentMs, dueAtMs } = turn;
    const of = session.runs[turn.run];
    const outcome = {
        ...answer,
        sentMs,
        responseTimeMs: endedMs - startedMs,
        lateMs: Math.max(0, startedMs - dueAtMs),
        hostBusyShare: host.busyShare(),
    };
    const bytes = bodies.get(bodyKey(request.workload, request.payloadKb)).length;
    sink
        .write(logRow(session, of, request, bytes, outcome))
        .then(() => {
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
    }, (error) => post({ type: "broken", message: error.message }))
        .finally(() => {
        inFlight--;
        next();
        if (stopping)
            tellWhenDrained();
    });
}
/** Sends nothing more; what is in flight gets its rows. */
function stop() {
    stopping = true;
    for (const [timer, next] of held) {
        clearTimeout(timer);
        next();
    }
    held.clear();
    tellWhenDrained();
}
function tellWhenDrained() {
    if (inFlight > 0 || drained)
        return;
    drained = true;
    tell();
    post({ type: "drained", artillerySent });
}
function tell() {
    const current = session.runs[Math.min(run, session.runs.length - 1)].requests[0].run;
    post({ type: "tick", settled, ...rates.perSecond(), run: current });
    settled = [];
}
function post(message) {
    channel.postMessage(message);
}
//# sourceMappingURL=processor.js.map