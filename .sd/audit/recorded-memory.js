import { list, number } from "./words.js";
/**
 * Memory limits of a platform's requests against the declared ones, by workload; workloads without
 * either are left out.
 */
export function recordedMemory(requests, platform, declaredMb) {
    const limits = requests.workloadNames.map(() => new Map());
    for (let row = 0; row < requests.rowCount; row++) {
        const limit = requests.memoryLimitMb[row];
        const seen = limits[requests.workload[row]];
        if (requests.platform[row] === platform && !Number.isNaN(limit) && seen)
            seen.set(limit, (seen.get(limit) ?? 0) + 1);
    }
    return requests.workloadNames.flatMap((workload, code) => {
        const declared = declaredMb.get(workload);
        const seen = [...limits[code]];
        if (declared === undefined || seen.length === 0)
            return [];
        return {
            workload,
            declared,
            recorded: list(seen.map(([mb]) => number(mb))),
            total: seen.reduce((sum, [, n]) => sum + n, 0),
            other: seen.reduce((sum, [mb, n]) => sum + (mb === declared ? 0 : n), 0),
        };
    });
}
//# sourceMappingURL=recorded-memory.js.map