import { ECS, ECS_TASK_SIZES, DEFAULT_ECS, DEFAULT_SCALING, taskUsdPerHour, } from "../campaign/index.js";
/**
 * The campaign's services as they stood: one task each (the simulator's, fitted to the author's
 * logs), and a balancer.
 */
export const KEPT_TASKS = {
    kind: "tasks-kept",
    tasks: DEFAULT_ECS.tasks,
    loadBalancer: true,
};
/**
 * Two requests at once (fitted to the author's logs), busy for the 70 % that target tracking aims
 * at, and a balancer.
 */
export const NEEDED_TASKS = {
    kind: "tasks-needed",
    requestsAtOnce: DEFAULT_ECS.concurrencyPerTask,
    utilisation: DEFAULT_SCALING.targetCpuPercent / 100,
    loadBalancer: true,
};
/**
 * The bill of the hours in which `requests` were sent. They may be a sample of what was sent, of a
 * known share; the load is then scaled up, and they carry that share of the bill. `busyMs` is the
 * mean time that a request of each workload keeps ECS busy. Throws on a workload without a known
 * task size or time, if the policy could send it there.
 */
export function ecsBill(requests, { blockOfRow, blockCount, runOfBlock, minutes }, busyMs, { hours, prices, sampledShare = 1 }) {
    if (!(sampledShare > 0 && sampledShare <= 1))
        throw new RangeError(`a sampled share lies above 0 and at most at 1, not ${sampledShare}`);
    const { workload, workloadNames, rowCount } = requests;
    const services = [...new Set(workload)].map((code) => workloadNames[code]);
    const hourUsd = services.map((name) => {
        const task = ECS_TASK_SIZES[name];
        if (!task)
            throw new RangeError(`the workload "${name}" has no known task size; known are ` +
                `${Object.keys(ECS_TASK_SIZES).join(", ")}`);
        return taskUsdPerHour(task, prices);
    });
    const serviceOfRow = Uint8Array.from(workload, (code) => services.indexOf(workloadNames[code]));
    const blockHours = minutes / 60;
    const rowsOfBlock = new Float64Array(blockCount);
    for (const block of blockOfRow)
        rowsOfBlock[block]++;
    // Not by Math.max(...): a year of blocks is more arguments than a call may have.
    const runCount = runOfBlock.reduce((most, run) => Math.max(most, run + 1), 0);
    return {
        rowsOfBlock,
        usdOfBlock({ choice }) {
            const routed = services.map(() => new Float64Array(blockCount));
            const used = services.map(() => new Uint8Array(runCount));
            for (let row = 0; row < rowCount; row++) {
                if (choice[row] !== ECS)
                    continue;
                routed[serviceOfRow[row]][blockOfRow[row]]++;
                used[serviceOfRow[row]][runOfBlock[blockOfRow[row]]] = 1;
            }
            return Float64Array.from(rowsOfBlock, (_, block) => {
                const tasks = services.map((name, s) => {
                    if (hours.kind === "tasks-kept")
                        return hours.tasks;
                    if (used[s][runOfBlock[block]] === 0)
                        return 0;
                    const requestsPerMs = routed[s][block] / sampledShare / (minutes * 60_000);
                    return tasksFor(requestsPerMs * busyMs[name], hours.requestsAtOnce * hours.utilisation);
                });
                if (tasks.some(Number.isNaN))
                    throw new RangeError("a policy sends ECS a workload whose time there is not known: no ECS request of " +
                        "it was answered");
                const balancer = hours.loadBalancer && tasks.some((n) => n > 0) ? prices.loadBalancerUsdPerHour : 0;
                return (sampledShare * blockHours * tasks.reduce((sum, n, s) => sum + n * hourUsd[s], balancer));
            });
        },
    };
}
/** Tasks for a load of so many requests at once on average (erlangs), one at least. */
export function tasksFor(erlangs, erlangsPerTask) {
    // A load that fills its tasks to the last digit needs no further one.
    return Math.max(1, Math.ceil((erlangs / erlangsPerTask) * (1 - 1e-12)));
}
//# sourceMappingURL=ecs-bill.js.map