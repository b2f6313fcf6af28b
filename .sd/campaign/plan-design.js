import { planBill } from "./plan-bill.js";
import { bodyBytes } from "./plan.js";
import { scheduleRuns } from "./plan-schedule.js";
import { PLATFORMS, timeWindowOfHour } from "./vocabulary.js";
/**
 * What a plan will yield, before anything is sent: which factors are crossed, requests per cell,
 * duration, bill, and what cannot be.
 */
export function planDesign(plan) {
    const cells = plannedCells(plan);
    const scheduled = scheduleRuns(plan);
    const lambdaRequests = plan.workloads.map(({ workload }) => sumRequests(cells.filter((cell) => cell.workload === workload &&
        cell.platform === "lambda" &&
        fitsLambda(plan, cell.payloadKb))));
    const unique = (values) => [...new Set(values)];
    const runs = scheduled
        .filter(({ day }) => day === 0)
        .map((run) => ({
        window: run.run.window ?? "not logged",
        pattern: run.run.pattern,
        startsAt: run.run.startsAt,
        minutes: run.durationMs / 60_000,
        expectedRequests: run.expectedRequests,
        uplinkLoad: uplinkLoad(plan, run.expectedRequests / run.durationMs),
    }));
    return {
        plan: plan.name,
        levels: {
            workload: unique(cells.map((cell) => cell.workload)),
            payload: unique(cells.map((cell) => cell.payloadKb)).sort((a, b) => a - b),
            window: unique(cells.map((cell) => cell.window)),
            pattern: unique(cells.map((cell) => cell.pattern)),
            platform: unique(cells.map((cell) => cell.platform)),
        },
        pairs: factorPairs(cells),
        cells,
        expectedRequests: sumRequests(cells),
        runs,
        hours: scheduled.reduce((sum, run) => sum + run.durationMs, 0) / 3_600_000,
        days: plan.days,
        bill: planBill(plan, lambdaRequests),
        impossible: impossibilities(plan, runs),
    };
}
function plannedCells(plan) {
    const requests = new Map();
    for (const { run, expectedRequests } of scheduleRuns(plan)) {
        const shares = workloadShares(plan, run.exactRequests);
        plan.workloads.forEach(({ workload }, w) => {
            const key = JSON.stringify([run.window ?? "not logged", run.pattern, workload]);
            requests.set(key, (requests.get(key) ?? 0) + expectedRequests * shares[w]);
        });
    }
    return [...requests]
        .flatMap(([key, inWorkload]) => {
        const [window, pattern, name] = JSON.parse(key);
        const { payloadKb, weight } = plan.workloads.find(({ workload }) => workload === name);
        return payloadKb.flatMap((kb) => PLATFORMS.filter((platform) => platformShare(plan, weight, platform) > 0).map((platform) => ({
            window,
            pattern,
            workload: name,
            payloadKb: kb,
            platform,
            expectedRequests: (inWorkload / payloadKb.length) * platformShare(plan, weight, platform),
        })));
    })
        .filter((cell) => cell.expectedRequests > 0);
}
/** Share of a workload's requests that a platform gets: all of them in a duet. */
function platformShare({ duet }, weight, platform) {
    return duet ? 1 : weight[platform] / (weight.ecs + weight.lambda);
}
function workloadShares(plan, exact) {
    const parts = plan.workloads.map(({ workload, weight }) => exact ? (exact[workload] ?? 0) : weight.ecs + weight.lambda);
    const total = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => part / total);
}
const FACTOR_OF = {
    workload: "workload",
    payload: "payloadKb",
    window: "window",
    pattern: "pattern",
    platform: "platform",
};
function factorPairs(cells) {
    const factors = Object.keys(FACTOR_OF);
    const pairs = [];
    factors.forEach((a, i) => factors.slice(i + 1).forEach((b) => {
        const levels = (factor) => new Set(cells.map((cell) => cell[FACTOR_OF[factor]])).size;
        const planned = new Set(cells.map((cell) => JSON.stringify([cell[FACTOR_OF[a]], cell[FACTOR_OF[b]]]))).size;
        const possible = levels(a) * levels(b);
        // As many combinations as levels of one factor: each of its levels comes with one level of
        // the other only.
        const aliased = planned < possible && (planned === levels(a) || planned === levels(b));
        const constant = levels(a) === 1 || levels(b) === 1;
        pairs.push({
            factors: [a, b],
            planned,
            possible,
            relation: constant
                ? "constant"
                : planned === possible
                    ? "crossed"
                    : aliased
                        ? "aliased"
                        : "partly crossed",
        });
    }));
    return pairs;
}
function impossibilities(plan, runs) {
    const found = [];
    const limitKb = Math.floor(plan.lambda.payloadLimitBytes / 1024);
    for (const { workload, payloadKb, weight } of plan.workloads) {
        for (const kb of payloadKb.filter((size) => platformShare(plan, weight, "lambda") > 0 && !fitsLambda(plan, size))) {
            found.push({
                field: `workloads.${workload}.payloadKb`,
                problem: `${kb} KiB is above Lambda's limit of ${limitKb} KiB: every such request is answered ` +
                    "413",
                remedy: `send ${limitKb - 1} KiB at most, or hand larger bodies over through S3`,
            });
        }
    }
    for (const run of runs) {
        const name = `${run.window}, ${run.pattern}`;
        if (run.uplinkLoad > 1) {
            found.push({
                field: `runs (${name})`,
                problem: `the bodies need ${Math.round(run.uplinkLoad * 100)} % of the client's ` +
                    `${plan.client.uplinkMbitPerSecond} Mbit/s: requests time out on the way`,
                remedy: "send less, smaller bodies, or from a machine with a faster link",
            });
        }
        const hour = Number(run.startsAt.slice(0, 2));
        if (run.window !== "not logged" && timeWindowOfHour(hour) !== run.window) {
            found.push({
                field: `runs (${name})`,
                problem: `${run.startsAt} is in the window ${timeWindowOfHour(hour)}`,
                remedy: "start it at an hour of its window",
            });
        }
    }
    return found;
}
/** Share of the uplink that bodies need at a mean arrival rate. */
function uplinkLoad(plan, requestsPerMs) {
    const parts = plan.workloads.map(({ weight }) => weight.ecs + weight.lambda);
    const total = parts.reduce((sum, part) => sum + part, 0);
    const meanKb = plan.workloads.reduce((sum, { payloadKb }, w) => sum + (parts[w] / total) * (payloadKb.reduce((s, kb) => s + kb, 0) / payloadKb.length), 0);
    const bodies = plan.duet ? 2 : 1;
    const bitsPerSecond = requestsPerMs * 1000 * bodies * meanKb * 1024 * 8;
    return bitsPerSecond / (plan.client.uplinkMbitPerSecond * 1e6);
}
function fitsLambda(plan, kb) {
    return bodyBytes(kb) <= plan.lambda.payloadLimitBytes;
}
function sumRequests(cells) {
    return cells.reduce((sum, cell) => sum + cell.expectedRequests, 0);
}
//# sourceMappingURL=plan-design.js.map