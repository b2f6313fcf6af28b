import { ECS, LAMBDA } from "../campaign/index.js";
import { weighted, } from "./estimator.js";
import { ascendingRows } from "./latency-quantiles.js";
import { COST, LATENCY, latencyOrNever, measureColumns } from "./measures.js";
/**
 * Policy values where both outcomes of every request are known (simulated campaigns): plain means
 * of what the chosen platform makes of each request. "Known" means for this one request sent
 * elsewhere, all others being as they were: a policy that moves much of the load changes what the
 * platforms make of it, and that no log can say.
 */
export function exactEstimator(both, strata, sloLimitsMs) {
    const columns = both.map((side) => measureColumns(side, sloLimitsMs));
    const latency = both.map(latencyOrNever);
    const judged = new Uint8Array(strata.blockOfRow.length);
    for (let row = 0; row < judged.length; row++)
        judged[row] = Number(columns.every((side) => !Number.isNaN(side[LATENCY][row]) && !Number.isNaN(side[COST][row])));
    const rows = judged.reduce((sum, yes) => sum + yes, 0);
    const refused = {
        reason: rows < judged.length
            ? "what the other platform would have made of them is not known"
            : "none",
        rows: judged.length - rows,
        cells: 0,
        largest: [],
    };
    let ascending = null;
    return chosenColumns("counterfactual", columns, { judged, refused, strata }, ({ choice }) => {
        const [ecs, lambda] = (ascending ??= latency.map((times) => ascendingRows(times, judged)));
        const row = new Uint32Array(rows);
        // Both platforms' orders are merged, each request being taken from the one that the policy
        // chooses.
        for (let i = 0, e = 0, l = 0; i < rows; i++) {
            while (e < rows && choice[ecs[e]] !== ECS)
                e++;
            while (l < rows && choice[lambda[l]] !== LAMBDA)
                l++;
            row[i] =
                l === rows || (e < rows && latency[ECS][ecs[e]] <= latency[LAMBDA][lambda[l]])
                    ? ecs[e++]
                    : lambda[l++];
        }
        const latencyMs = new Float64Array(rows);
        for (let i = 0; i < rows; i++)
            latencyMs[i] = latency[choice[row[i]]][row[i]];
        return { row, latencyMs, weight: null };
    });
}
/**
 * The estimator that averages, over the judged rows, the chosen platform's column of each measure.
 */
export function chosenColumns(method, columns, { judged, refused, strata: { blockOfRow, blockCount } }, latencies) {
    const rows = new Float64Array(blockCount);
    judged.forEach((yes, row) => (rows[blockOfRow[row]] += yes));
    return {
        method,
        refused,
        latencies,
        rows: judged.reduce((sum, yes) => sum + yes, 0),
        means({ choice }) {
            const sums = [
                new Float64Array(blockCount),
                ...columns[0].map(() => new Float64Array(blockCount)),
            ];
            for (let row = 0; row < judged.length; row++) {
                if (judged[row] === 0)
                    continue;
                const block = blockOfRow[row];
                const platform = choice[row];
                sums[0][block] += platform;
                for (let k = 1; k < sums.length; k++)
                    sums[k][block] += columns[platform][k - 1][row];
            }
            return (weight) => {
                const total = weighted(rows, weight);
                return Float64Array.from(sums, (sum) => weighted(sum, weight) / total);
            };
        },
    };
}
//# sourceMappingURL=estimate-exactly.js.map