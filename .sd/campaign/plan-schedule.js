/** All runs of a plan in the order of time. */
export function scheduleRuns(plan) {
    const firstMidnightMs = Date.parse(`${plan.startDate}T00:00:00Z`) - plan.utcOffsetMinutes * 60_000;
    const scheduled = [];
    for (let day = 0; day < plan.days; day++) {
        for (const run of plan.runs) {
            const [hours, minutes] = run.startsAt.split(":").map(Number);
            const factor = run.rateFactor ?? 1;
            const phases = (run.phases ?? plan.patterns[run.pattern].phases).map((phase) => ({
                minutes: phase.minutes,
                requestsPerSecond: phase.requestsPerSecond * factor,
                toRequestsPerSecond: (phase.toRequestsPerSecond ?? phase.requestsPerSecond) * factor,
            }));
            const exact = run.exactRequests && Object.values(run.exactRequests).reduce((sum, n) => sum + n, 0);
            scheduled.push({
                run,
                day,
                startMs: firstMidnightMs + ((day * 24 + hours) * 60 + minutes) * 60_000,
                durationMs: phases.reduce((sum, phase) => sum + phase.minutes, 0) * 60_000,
                phases,
                expectedRequests: exact ?? phases.reduce((sum, phase) => sum + requestsOfPhase(phase), 0),
            });
        }
    }
    return scheduled.sort((a, b) => a.startMs - b.startMs);
}
/** Requests a phase asks for on average. */
export function requestsOfPhase(phase) {
    return ((phase.requestsPerSecond + phase.toRequestsPerSecond) / 2) * phase.minutes * 60;
}
//# sourceMappingURL=plan-schedule.js.map