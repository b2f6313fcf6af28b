import { ECS, LAMBDA } from "../campaign/index.js";
import { AXES } from "./outcomes.js";
/**
 * Means by cell and platform over the given rows: of the latency over all of them, of the cost over
 * the answered ones, because a failed one is charged nothing.
 */
export function cellMeans(observed, rows, cellOfRow, cellCount) {
    const empty = () => [
        new Float64Array(cellCount),
        new Float64Array(cellCount),
    ];
    const served = empty();
    const counted = { latencyMs: served, costUsd: empty() };
    const sums = { latencyMs: empty(), costUsd: empty() };
    for (const row of rows) {
        const platform = observed.platform[row];
        const cell = cellOfRow[row];
        if (platform > LAMBDA)
            continue;
        served[platform][cell]++;
        sums.latencyMs[platform][cell] += observed.latencyMs[row];
        if (observed.failed?.[row] === 1)
            continue;
        counted.costUsd[platform][cell]++;
        sums.costUsd[platform][cell] += observed.costUsd[row];
    }
    const mean = (axis, side) => sums[axis][side].map((sum, cell) => sum / counted[axis][side][cell]);
    const [latencyMs, costUsd] = AXES.map((axis) => [mean(axis, ECS), mean(axis, LAMBDA)]);
    return { rows: served, means: { latencyMs, costUsd } };
}
//# sourceMappingURL=cell-means.js.map