import { PLATFORMS } from "../campaign/index.js";
/**
 * Requests of the whole campaign logged in the `seconds` before each request (itself left out).
 * What a router counts for itself: it uses the times of earlier requests, never how they went.
 */
export function recentRequests(requests, seconds) {
    const order = rowsByTime(requests);
    const { timestampMs } = requests;
    const recent = new Float64Array(requests.rowCount);
    for (let at = 0, from = 0; at < order.length; at++) {
        while (timestampMs[order[from]] < timestampMs[order[at]] - seconds * 1000)
            from++;
        recent[order[at]] = at - from;
    }
    return recent;
}
/**
 * Seconds since the last request of the same workload that was sent to `platform`; NaN before the
 * first. The router knows where it sent earlier requests, so the platform of *other* rows is
 * context here; that of the row itself is not used.
 */
export function secondsSinceLast(requests, platform) {
    const { timestampMs, workload } = requests;
    const code = PLATFORMS.indexOf(platform);
    const since = new Float64Array(requests.rowCount);
    const lastMs = new Float64Array(256).fill(NaN);
    for (const row of rowsByTime(requests)) {
        since[row] = (timestampMs[row] - lastMs[workload[row]]) / 1000;
        if (requests.platform[row] === code)
            lastMs[workload[row]] = timestampMs[row];
    }
    return since;
}
/** Rows in the order of their time stamps; equal stamps in the order of the log. */
function rowsByTime({ timestampMs, rowCount }) {
    return Uint32Array.from({ length: rowCount }, (_, row) => row).sort((a, b) => timestampMs[a] - timestampMs[b] || a - b);
}
//# sourceMappingURL=traffic.js.map