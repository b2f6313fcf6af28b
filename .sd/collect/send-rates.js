/** Seconds a rate is taken over. */
const WINDOW_MS = 5000;
/** Rates of the last seconds: how many requests were due, and how many were sent. */
export class SendRates {
    due = [];
    sent = [];
    /** Times of `performance.now()`. */
    add(dueMs, sentMs) {
        this.due.push(dueMs);
        this.sent.push(sentMs);
    }
    perSecond() {
        const now = performance.now();
        return { askedPerSecond: rate(this.due, now), achievedPerSecond: rate(this.sent, now) };
    }
}
function rate(times, now) {
    while (times.length > 0 && times[0] < now - WINDOW_MS)
        times.shift();
    return times.filter((time) => time <= now).length / (WINDOW_MS / 1000);
}
//# sourceMappingURL=send-rates.js.map