const DAY_MS = 86_400_000;
/**
 * Ms from `nowMs` (UTC) until a run may begin by the clock on the wall: 0 within its time of day,
 * else until that comes round. Of the plan's days only their order counts: a campaign begins when
 * its collection does.
 */
export function waitForTimeOfDayMs(plan, { scheduled }, nowMs) {
    const offsetMs = plan.utcOffsetMinutes * 60_000;
    const ofDay = (ms) => (((ms + offsetMs) % DAY_MS) + DAY_MS) % DAY_MS;
    const sinceStartMs = (ofDay(nowMs) - ofDay(scheduled.startMs) + DAY_MS) % DAY_MS;
    return sinceStartMs < scheduled.durationMs ? 0 : DAY_MS - sinceStartMs;
}
/**
 * Seconds of the plan's clock between the end of one run and the start of the next; 0 before the
 * first.
 */
export function gapSeconds(before, run) {
    return before
        ? Math.max(0, run.scheduled.startMs - before.scheduled.startMs - before.scheduled.durationMs) /
            1000
        : 0;
}
//# sourceMappingURL=run-clock.js.map