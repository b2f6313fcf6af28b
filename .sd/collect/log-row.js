/**
 * Sent later than this after it was due, a request belongs to a stretched phase, ms: twice the time
 * slice of a busy scheduler and more.
 */
const LATE_MS = 100;
/** With more of the host's CPU time gone than this, times are the host's and not the platform's. */
const BUSY_SHARE = 0.95;
export function marksOf({ lateMs, hostBusyShare, }) {
    return [
        ...(lateMs > LATE_MS ? ["sent late"] : []),
        ...(hostBusyShare > BUSY_SHARE ? ["host busy"] : []),
    ];
}
/**
 * A request as one line of the log, in the format of the author's campaigns; what is this
 * collection's own stands in `collected`.
 */
export function logRow(session, run, request, bodyBytes, outcome) {
    const { status, error, metrics } = measured(outcome);
    const sizeKb = bodyBytes / 1024;
    return JSON.stringify({
        request_id: request.id,
        platform: request.platform,
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
        ...(error !== null && { error }),
        collected: {
            target: session.target,
            session: session.number,
            // A clock that runs faster makes the window a label: the wall clock of the row is in
            // `timestamp`.
            clock_speed: session.clockSpeed,
            planned_timestamp: new Date(run.plannedStartMs + request.dueMs).toISOString(),
            sent_late_ms: thousandths(outcome.lateMs),
            host_busy_share: thousandths(outcome.hostBusyShare),
            marks: marksOf(outcome),
        },
        metrics: { ...metrics, payload_size_kb: sizeKb },
    });
}
/**
 * Status, error and the platform's metrics of an answer. One with a 2xx that does not tell the
 * handler's time is no measurement: it is logged as a bad gateway's, and says what it was.
 */
export function measured({ status, body, error, }) {
    if (body === null)
        return { status, error: error ?? "no answer", metrics: {} };
    const succeeded = status >= 200 && status < 300;
    let answer;
    try {
        answer = JSON.parse(body);
    }
    catch {
        return {
            status: succeeded ? 502 : status,
            error: `the answer (${status}) is not JSON`,
            metrics: {},
        };
    }
    const metrics = answer?.metrics;
    if (succeeded) {
        const time = metrics?.execution_time_ms;
        if (typeof time === "number" && time >= 0)
            return { status, error: null, metrics: metrics };
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
function thousandths(value) {
    return Math.round(value * 1000) / 1000;
}
//# sourceMappingURL=log-row.js.map