import { scheduleRuns } from "../campaign/index.js";
import { createRandom } from "../statistics/index.js";
import { drawRequests } from "./draw-requests.js";
/** The randomness of a campaign; what it draws does not depend on which platforms answer it. */
export function campaignRandom(plan, seed) {
    return createRandom(seed).fork(plan.name);
}
/** The part of it that draws one run, whatever the other runs draw. */
export function runRandom({ run, day }, random) {
    return random.fork(`day ${day}, ${run.startsAt}, ${run.window}, ${run.pattern}`);
}
/**
 * The requests of every run of a plan, in the order of time: those that the simulator answers with
 * the same plan and seed.
 */
export function* plannedRequests(plan, seed) {
    const random = campaignRandom(plan, seed);
    for (const scheduled of scheduleRuns(plan))
        yield { scheduled, requests: drawRequests(plan, scheduled, runRandom(scheduled, random)) };
}
//# sourceMappingURL=planned-requests.js.map