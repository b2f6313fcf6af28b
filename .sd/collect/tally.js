import { PLATFORMS } from "../campaign/index.js";
import { quantile } from "../statistics/index.js";
/** Answers a quantile of the live view is taken over. */
const LAST_ANSWERS = 500;
/** Counts what comes in, for those who watch. */
export class Tally {
    rows = 0;
    /** Rows whose times may not be the platform's. */
    marked = 0;
    groups;
    constructor(plan) {
        this.groups = plan.workloads.flatMap(({ workload, weight }) => PLATFORMS.filter((platform) => weight[platform] > 0).map((platform) => ({
            platform,
            workload,
            rows: 0,
            p50Ms: NaN,
            p95Ms: NaN,
            coldStarts: 0,
            errors: 0,
            times: [],
        })));
    }
    add({ platform, workload, status, responseTimeMs, coldStart, marks }) {
        const group = this.groups.find((of) => of.platform === platform && of.workload === workload);
        this.rows++;
        if (marks.length > 0)
            this.marked++;
        group.rows++;
        if (coldStart)
            group.coldStarts++;
        if (status < 200 || status > 299)
            group.errors++;
        else if (group.times.push(responseTimeMs) > LAST_ANSWERS)
            group.times.shift();
    }
    byGroup() {
        const of = (times, probability) => times.length > 0 ? quantile(times, probability) : NaN;
        return this.groups.map(({ times, ...group }) => ({
            ...group,
            p50Ms: of(times, 0.5),
            p95Ms: of(times, 0.95),
        }));
    }
}
//# sourceMappingURL=tally.js.map