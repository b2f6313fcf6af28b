import { ECS, LAMBDA } from "../campaign/index.js";
import { judgeable } from "./estimator.js";
import { ascendingRows } from "./latency-quantiles.js";
import { latencyOrNever, measureColumns } from "./measures.js";
import { slotsOf } from "./slots.js";
/**
 * Policy values by exact matching (Imbens and Rubin, 2015, chapter 17): within a cell, which holds
 * everything the comparison conditions on, the mean of a platform's requests stands for what any
 * request of the cell would have met there. A policy that splits a cell by something the cell does
 * not hold (the hour, say) is judged as if it split it at random; the weighting estimators are not
 * so blind. Cell means are estimated anew in each resample.
 */
export function matchingEstimator(observed, strata, sloLimitsMs) {
    const { judged, rows, refused } = judgeable(observed, strata);
    const slots = slotsOf(strata, judged);
    const { platform } = observed;
    const { cellOfRow, cellCount } = strata;
    const columns = measureColumns(observed, sloLimitsMs);
    const latency = latencyOrNever(observed);
    const bySide = (value) => [ECS, LAMBDA].map((side) => slots.sum((row) => (platform[row] === side ? value(row) : 0)));
    const served = bySide(() => 1);
    const sums = columns.map((column) => bySide((row) => column[row]));
    let ascending = null;
    return {
        method: "matching",
        rows,
        refused,
        means({ choice }) {
            const routed = slots.sum((row) => choice[row]);
            return (weight) => {
                const [ecs, lambda] = served.map((s) => slots.byCell(s, weight));
                const toLambda = slots.byCell(routed, weight);
                const means = new Float64Array(1 + columns.length);
                let total = 0;
                // A resample may miss a platform in a small cell; that cell then says nothing in that
                // resample.
                const usable = ecs.map((n, cell) => Number(n > 0 && lambda[cell] > 0));
                for (let cell = 0; cell < cellCount; cell++) {
                    if (usable[cell] === 0)
                        continue;
                    total += ecs[cell] + lambda[cell];
                    means[0] += toLambda[cell];
                }
                sums.forEach((sides, k) => {
                    const [onEcs, onLambda] = sides.map((s) => slots.byCell(s, weight));
                    for (let cell = 0; cell < cellCount; cell++) {
                        if (usable[cell] === 0)
                            continue;
                        const toEcs = ecs[cell] + lambda[cell] - toLambda[cell];
                        means[1 + k] +=
                            (toLambda[cell] * onLambda[cell]) / lambda[cell] + (toEcs * onEcs[cell]) / ecs[cell];
                    }
                });
                return means.map((sum) => sum / total);
            };
        },
        latencies({ choice }) {
            const seen = [new Float64Array(cellCount), new Float64Array(cellCount)];
            const routed = [new Float64Array(cellCount), new Float64Array(cellCount)];
            const row = (ascending ??= ascendingRows(latency, judged));
            for (const i of row) {
                seen[platform[i]][cellOfRow[i]]++;
                routed[choice[i]][cellOfRow[i]]++;
            }
            const weight = Float64Array.from(row, (i) => routed[platform[i]][cellOfRow[i]] / seen[platform[i]][cellOfRow[i]]);
            return { row, latencyMs: Float64Array.from(row, (i) => latency[i]), weight };
        },
    };
}
//# sourceMappingURL=estimate-by-matching.js.map