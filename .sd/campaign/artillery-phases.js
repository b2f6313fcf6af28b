/** Steps in which one worker of several climbs a ramp, seconds. */
const STEP_SECONDS = 60;
/**
 * Artillery's phases of a pattern with even arrivals, as one of `workers` machines that run the
 * same script sends them.
 *
 * Artillery 2.0.34 takes whole arrivals a second only: it stops at a fractional `arrivalRate`, and
 * rounds a ramp's on each worker in each second. A share of a rate is therefore stated as a number
 * of arrivals over a time; a ramp's share in steps of a minute, each at its mean rate.
 */
export function evenPhases(pattern, phases, workers) {
    return phases.flatMap((phase, index) => {
        const name = `${pattern} ${index + 1}`;
        const { minutes, requestsPerSecond: from, toRequestsPerSecond: to = from } = phase;
        const duration = minutes * 60;
        if (from !== to && workers === 1)
            return [{ name, duration, arrivalRate: from, rampTo: to }];
        if (from === to && Number.isInteger(from / workers))
            return [{ name, duration, arrivalRate: from / workers }];
        const steps = from === to ? 1 : Math.ceil(duration / STEP_SECONDS);
        // Rounded where they stand in the sum, so that the whole is right and not only each part.
        const arrivalsUntil = (second) => Math.round((from * second + ((to - from) * second * second) / (2 * duration)) / workers);
        return Array.from({ length: steps }, (_, step) => {
            const start = step * STEP_SECONDS;
            const end = step === steps - 1 ? duration : start + STEP_SECONDS;
            return {
                name: steps === 1 ? name : `${name}.${step + 1}`,
                duration: end - start,
                arrivalCount: arrivalsUntil(end) - arrivalsUntil(start),
            };
        });
    });
}
/**
 * The one phase of an irregular process: it prepares the mean and five standard deviations more at
 * once, and the processor holds each until it is due. Those that are not due in time send nothing.
 */
export function preparedPhase(pattern, { minutes, requestsPerSecond, toRequestsPerSecond = requestsPerSecond }, cv, workers) {
    const mean = (((requestsPerSecond + toRequestsPerSecond) / 2) * minutes * 60) / workers;
    return {
        name: pattern,
        duration: 1,
        arrivalCount: Math.ceil(mean + 5 * cv * Math.sqrt(mean) + 5),
    };
}
//# sourceMappingURL=artillery-phases.js.map