import { ECS, LAMBDA, LAMBDA_MEMORY_RECORDED_MB } from "../campaign/index.js";
import { answered, groupIntoCells, timeBlocks } from "../requests/index.js";
import { lambdaMemoryMb } from "./outcomes.js";
/**
 * The load of each workload of a campaign, in the order of the workloads. Hours are those in which
 * anything was sent.
 */
export function workloadLoads(requests) {
    const { workload, workloadNames, platform, executionTimeMs, rowCount } = requests;
    const runs = groupIntoCells(requests, ["window", "pattern"]);
    const { blockOfRow, minutes } = timeBlocks(requests.timestampMs);
    const blocksOfRun = Array.from({ length: runs.codeCount }, () => new Set());
    const sent = workloadNames.map(() => new Float64Array(runs.codeCount));
    const recordedMb = lambdaMemoryMb(requests);
    const sums = workloadNames.map(() => ({ rows: [0, 0], ms: [0, 0] }));
    for (let row = 0; row < rowCount; row++) {
        blocksOfRun[runs.codeOfRow[row]].add(blockOfRow[row]);
        if (workload[row] < workloadNames.length)
            sent[workload[row]][runs.codeOfRow[row]]++;
    }
    for (const row of answered(requests)) {
        if (workload[row] >= workloadNames.length)
            continue;
        sums[workload[row]].rows[platform[row]]++;
        sums[workload[row]].ms[platform[row]] += executionTimeMs[row];
    }
    return workloadNames.flatMap((name, w) => {
        if (sent[w].every((n) => n === 0))
            return [];
        const mean = (side) => sums[w].ms[side] / sums[w].rows[side];
        const rates = Array.from(sent[w], (n, run) => ({
            run: runs.name(run),
            requestsPerHour: (n * 60) / (blocksOfRun[run].size * minutes),
        }));
        const memoryMb = Number.isNaN(recordedMb[w])
            ? (LAMBDA_MEMORY_RECORDED_MB[name] ?? NaN)
            : recordedMb[w];
        return [
            {
                workload: name,
                lambdaMs: mean(LAMBDA),
                ecsMs: mean(ECS),
                lambdaMemoryMb: memoryMb,
                rates: rates.filter(({ requestsPerHour }) => requestsPerHour > 0),
            },
        ];
    });
}
/** Mean execution time on ECS by workload, ms. */
export function ecsBusyMs(loads) {
    return Object.fromEntries(loads.map(({ workload, ecsMs }) => [workload, ecsMs]));
}
//# sourceMappingURL=workload-load.js.map