import { scheduleRuns } from "./plan-schedule.js";
/**
 * The same campaign on as many days as it takes to ask for `requests` requests at least: rates,
 * gaps and load are those of the plan, however large the number. Throws a RangeError for less than
 * one day's, which would be another campaign.
 */
export function repeatPlan(plan, requests) {
    const perDay = scheduleRuns({ ...plan, days: 1 }).reduce((sum, run) => sum + run.expectedRequests, 0);
    if (requests < perDay) {
        throw new RangeError(`one day of the plan ${plan.name} asks for ${Math.round(perDay)} requests; ask for ` +
            "that many or more, or name a plan with lower rates");
    }
    return { ...plan, days: Math.ceil(requests / perDay) };
}
//# sourceMappingURL=repeat-plan.js.map