import { PLATFORMS, } from "../campaign/index.js";
import { plannedRequests } from "../platforms/index.js";
/**
 * Every request of a campaign, from plan and seed alone: the same ones, at the same times, that
 * `simulate` answers with them. Ids are the same in every session of a collection, so that what was
 * sent can be told from what was not.
 */
export function planRequests(plan, seed) {
    return Array.from(plannedRequests(plan, seed), ({ scheduled, requests }, index) => ({
        scheduled,
        index,
        requests: Array.from(requests.sendMs, (dueMs, i) => ({
            id: `req_${plan.name}_${seed}_${index.toString(36)}x${i.toString(36).padStart(6, "0")}`,
            run: index,
            platform: PLATFORMS[requests.platform[i]],
            workload: plan.workloads[requests.workload[i]].workload,
            payloadKb: requests.targetPayloadKb[i],
            dueMs,
        })),
    }));
}
//# sourceMappingURL=planned-list.js.map