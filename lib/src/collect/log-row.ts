import { MOST_PAIR_DISTANCE_MS } from "../requests/index.js";
import type { PlannedRequest, PlannedSend } from "./planned-list.js";
import type { Session, SessionRun } from "./session.js";

/** What became of a request. */
export interface Outcome {
  /** UTC, ms: when it was sent. */
  sentMs: number;
  responseTimeMs: number;
  /** Sent so long after it was due, ms. */
  lateMs: number;
  /** Of a half: between its send and the other half's, ms; null where there is none. */
  pairDistanceMs: number | null;
  /** Share of the host's CPUs that were busy about then, 0 to 1. */
  hostBusyShare: number;
  /** 0 where there was no answer. */
  status: number;
  /** Body of the answer; null where there was none. */
  body: string | null;
  /** Name of the error where there was no answer. */
  error: string | null;
  /** What Lambda calls the request (x-amzn-requestid of its answer); null where nothing is said. */
  providerRequestId: string | null;
}

/**
 * Sent later than this after it was due, a request belongs to a stretched phase, ms: twice the time
 * slice of a busy scheduler and more.
 */
const LATE_MS = 100;
/** With more of the host's CPU time gone than this, times are the host's and not the platform's. */
const BUSY_SHARE = 0.95;

/** Why the times of a row may not be the platform's. */
export type Mark = "halves apart" | "sent late" | "host busy";

export function marksOf({
  lateMs,
  pairDistanceMs,
  hostBusyShare,
}: Pick<Outcome, "lateMs" | "pairDistanceMs" | "hostBusyShare">): Mark[] {
  return [
    ...((pairDistanceMs ?? 0) > MOST_PAIR_DISTANCE_MS ? ["halves apart" as const] : []),
    ...(lateMs > LATE_MS ? ["sent late" as const] : []),
    ...(hostBusyShare > BUSY_SHARE ? ["host busy" as const] : []),
  ];
}

/** What was sent: an HTTP request of an arrival, and the bytes of its body. */
export interface SentRequest extends PlannedSend {
  /** Root of the X-Amzn-Trace-Id that it carried. */
  traceId: string;
  of: PlannedRequest;
  bodyBytes: number;
}

/**
 * A request as one line of the log, in the format of the author's campaigns; what is this
 * collection's own stands in `collected`.
 */
export function logRow(
  session: Session,
  run: SessionRun,
  { id, platform, traceId, of: request, bodyBytes }: SentRequest,
  outcome: Outcome,
): string {
  const { status, error, metrics } = measured(outcome);
  const sizeKb = bodyBytes / 1024;
  return JSON.stringify({
    request_id: id,
    trace_id: traceId,
    ...(outcome.providerRequestId !== null && { provider_request_id: outcome.providerRequestId }),
    platform,
    workload_type: request.workload,
    timestamp: new Date(outcome.sentMs).toISOString(),
    http_status: status,
    response_time_ms: thousandths(outcome.responseTimeMs),
    ...(run.place && {
      target_payload_size_kb: request.payloadKb,
      actual_payload_size_kb: sizeKb,
      time_window: run.place.window,
      load_pattern: run.place.pattern,
    }),
    ...(request.pairId !== null && {
      pair_id: request.pairId,
      sent_first: platform === request.platform,
    }),
    ...(error !== null && { error }),
    collected: {
      target: session.target,
      session: session.number,
      // A clock that runs faster makes the window a label: the wall clock of the row is in
      // `timestamp`.
      clock_speed: session.clockSpeed,
      planned_timestamp: new Date(run.plannedStartMs + request.dueMs).toISOString(),
      sent_late_ms: thousandths(outcome.lateMs),
      ...(outcome.pairDistanceMs !== null && {
        pair_distance_ms: thousandths(outcome.pairDistanceMs),
      }),
      host_busy_share: thousandths(outcome.hostBusyShare),
      marks: marksOf(outcome),
    },
    metrics: { ...metrics, payload_size_kb: sizeKb },
  });
}

/** What an answer says of a request. */
export interface Measured {
  status: number;
  error: string | null;
  metrics: Record<string, unknown>;
}

/**
 * Status, error and the platform's metrics of an answer. One with a 2xx that does not tell the
 * handler's time is no measurement: it is logged as a bad gateway's, and says what it was.
 */
export function measured({
  status,
  body,
  error,
}: Pick<Outcome, "status" | "body" | "error">): Measured {
  if (body === null) return { status, error: error ?? "no answer", metrics: {} };
  const succeeded = status >= 200 && status < 300;
  let answer: { metrics?: Record<string, unknown>; error?: unknown } | null;
  try {
    answer = JSON.parse(body) as { metrics?: Record<string, unknown>; error?: unknown } | null;
  } catch {
    return {
      status: succeeded ? 502 : status,
      error: `the answer (${status}) is not JSON`,
      metrics: {},
    };
  }
  const metrics = answer?.metrics;
  if (succeeded) {
    const time = metrics?.execution_time_ms;
    if (typeof time === "number" && time >= 0) return { status, error: null, metrics: metrics! };
    return {
      status: 502,
      error: `the answer (${status}) holds no metrics.execution_time_ms`,
      metrics: {},
    };
  }
  return {
    status,
    error: typeof answer?.error === "string" ? answer.error.slice(0, 200) : `answered ${status}`,
    metrics: {},
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
