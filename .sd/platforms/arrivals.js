/**
 * Sending times of a run, ms from its start, ascending. The arrival process runs in operational
 * time, where one request is due per unit, and is mapped to the clock by inverting the cumulative
 * rate of the phases (Çinlar, 1975): so any process follows any load pattern.
 */
export function arrivalTimes(scheduled, arrivals, random) {
    if (scheduled.run.exactRequests)
        return evenTimes(scheduled.expectedRequests, scheduled.durationMs);
    const { firstGap, nextGap } = gaps(arrivals, random);
    const times = [];
    let due = firstGap();
    let doneBefore = 0;
    let phaseStartMs = 0;
    for (const phase of scheduled.phases) {
        const from = phase.requestsPerSecond / 1000;
        const durationMs = phase.minutes * 60_000;
        const slope = (phase.toRequestsPerSecond / 1000 - from) / durationMs;
        const inPhase = (from + (slope * durationMs) / 2) * durationMs;
        for (; due < doneBefore + inPhase; due += nextGap())
            times.push(phaseStartMs + invertRate(due - doneBefore, from, slope));
        doneBefore += inPhase;
        phaseStartMs += durationMs;
    }
    return Float64Array.from(times);
}
/**
 * Time at which a rate `from + slope t` has let `requests` pass; the form of the root that does not
 * cancel.
 */
function invertRate(requests, from, slope) {
    return (2 * requests) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * requests)));
}
/**
 * Gaps with mean 1. A run begins at a time of its own, not at a request: the first gap is what is
 * left of a gap that was under way, a long one more likely than a short one (Cox, 1962). So the
 * mean number of requests is what the rate asks for.
 */
function gaps(arrivals, random) {
    if (arrivals === "even")
        return { firstGap: () => 0.5, nextGap: () => 1 };
    if (arrivals === "poisson")
        return { firstGap: random.exponential, nextGap: random.exponential };
    const variance = arrivals.cv * arrivals.cv;
    const shape = 1 / variance;
    // Gamma gaps weighted by their length are gamma of one more in shape.
    return {
        firstGap: () => random.uniform() * random.gamma(shape + 1) * variance,
        nextGap: () => random.gamma(shape) * variance,
    };
}
function evenTimes(count, durationMs) {
    return Float64Array.from({ length: count }, (_, i) => ((i + 0.5) * durationMs) / count);
}
//# sourceMappingURL=arrivals.js.map