import { ECS, LAMBDA } from "../campaign/index.js";
import { answered } from "../requests/index.js";
import { median } from "../statistics/index.js";
import { countLabelsByWorkload, labelRequests } from "./label-requests.js";
import { usualScheme } from "./labels.js";
/** What a campaign holds of each workload. */
export function describeWorkloads(requests) {
    const { workload, platform, executionTimeMs, workloadNames, rowCount } = requests;
    const rows = answered(requests);
    const sizes = requests.payloadKb;
    const labels = countLabelsByWorkload(requests, labelRequests(requests, { scheme: usualScheme(requests) }));
    return workloadNames.flatMap((name, w) => {
        const own = rows.filter((row) => workload[row] === w);
        const all = Uint32Array.from({ length: rowCount }, (_, row) => row).filter((row) => workload[row] === w);
        if (all.length === 0)
            return [];
        const times = (code) => Float64Array.from(own.filter((row) => platform[row] === code), (row) => executionTimeMs[row]);
        const lambda = times(LAMBDA);
        const ecs = times(ECS);
        const label = labels[name];
        return [
            {
                workload: name,
                lambdaRows: lambda.length,
                ecsRows: ecs.length,
                failed: all.length - own.length,
                payloadSizes: new Set(Float64Array.from(own, (row) => sizes[row])).size,
                lambdaMedianMs: median(lambda),
                ecsMedianMs: median(ecs),
                lambdaShare: label ? label.balanced_optimal / label.rows : NaN,
            },
        ];
    });
}
//# sourceMappingURL=describe-workloads.js.map