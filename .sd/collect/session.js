/**
 * A request is released to Artillery so long before it is due at least, ms: Artillery starts its
 * virtual users in time.
 */
export const LEAD_MS = 400;
export function bodyKey(workload, payloadKb) {
    return `${workload}-${payloadKb}kb`;
}
/** Wall clock from the start of a run's part that is still to be sent, ms. */
export function wallDueMs({ dueMs }, run, clockSpeed) {
    return (dueMs - run.skippedMs) / clockSpeed;
}
//# sourceMappingURL=session.js.map