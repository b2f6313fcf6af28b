import { PLATFORMS } from "../campaign/index.js";
import { quantileSorted, sortedCopy } from "../statistics/index.js";
import { answered } from "./select.js";
/** Quantiles of both clocks by workload and platform, where there are answered requests. */
export function clockQuantiles(requests) {
    const rows = answered(requests);
    const { workload, platform, executionTimeMs, responseTimeMs, workloadNames } = requests;
    return workloadNames.flatMap((name, w) => PLATFORMS.flatMap((platformName, p) => {
        const own = rows.filter((row) => workload[row] === w && platform[row] === p);
        if (own.length === 0)
            return [];
        const sorted = (value) => sortedCopy(Float64Array.from(own, value));
        const execution = sorted((row) => executionTimeMs[row]);
        const response = sorted((row) => responseTimeMs[row]);
        return [
            {
                workload: name,
                platform: platformName,
                rows: own.length,
                executionP50Ms: quantileSorted(execution, 0.5),
                executionP95Ms: quantileSorted(execution, 0.95),
                responseP50Ms: quantileSorted(response, 0.5),
                responseP95Ms: quantileSorted(response, 0.95),
                betweenP50Ms: quantileSorted(sorted((row) => responseTimeMs[row] - executionTimeMs[row]), 0.5),
            },
        ];
    }));
}
//# sourceMappingURL=clocks.js.map