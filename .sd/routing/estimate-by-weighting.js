import { ECS, LAMBDA } from "../campaign/index.js";
import { judgeable, weighted, } from "./estimator.js";
import { ascendingRows } from "./latency-quantiles.js";
import { latencyOrNever, measureColumns } from "./measures.js";
import { slotsOf } from "./slots.js";
/**
 * Policy values by inverse propensity weighting (Horvitz and Thompson, 1952; for policies Li, Chu,
 * Langford and Wang, 2011): requests that happened to be served where the policy would have sent
 * them, each weighing the inverse of the probability that it was. Right for any policy, however
 * finely it decides, as long as within a cell chance alone (the load generator's dice) chose the
 * platform. Throws where a known propensity is 0 or 1: such a request says nothing.
 */
export function weightingEstimator(observed, strata, sloLimitsMs, options = {}) {
    // Where the plan fixed the propensities, a cell that happens to hold one platform only is no
    // obstacle.
    const { judged, rows, refused } = judgeable(observed, options.lambdaPropensity ? null : strata);
    const { platform } = observed;
    const columns = measureColumns(observed, sloLimitsMs);
    const latencies = agreeing(observed, judged, rowPropensity(observed, strata, judged, options.lambdaPropensity));
    const means = options.lambdaPropensity
        ? knownPropensityMeans(columns, platform, rowPropensity(observed, strata, judged, options.lambdaPropensity), judged, strata, options.selfNormalised ?? true)
        : cellPropensityMeans(columns, platform, judged, strata, options.selfNormalised ?? true);
    return { method: "inverse propensity", rows, refused, means, latencies };
}
/** The probability with which each request came to the platform that served it. */
export function rowPropensity({ platform }, { cellOfRow, cellCount }, judged, lambdaPropensity) {
    const served = [new Float64Array(cellCount), new Float64Array(cellCount)];
    judged.forEach((yes, row) => void (yes && served[platform[row]][cellOfRow[row]]++));
    return Float64Array.from(platform, (side, row) => {
        const cell = cellOfRow[row];
        if (judged[row] === 0)
            return NaN;
        if (!lambdaPropensity)
            return served[side][cell] / (served[ECS][cell] + served[LAMBDA][cell]);
        const p = lambdaPropensity[row];
        if (!(p > 0 && p < 1))
            throw new RangeError(`row ${row}: a propensity lies strictly between 0 and 1, not at ${p}; leave requests ` +
                "out that could only go to one platform");
        return side === LAMBDA ? p : 1 - p;
    });
}
/**
 * Under a policy: the requests served where it sends them, weighing the inverse of their
 * propensity.
 */
export function agreeing(observed, judged, propensity) {
    const latency = latencyOrNever(observed);
    let ascending = null;
    return ({ choice }) => {
        const row = (ascending ??= ascendingRows(latency, judged)).filter((i) => choice[i] === observed.platform[i]);
        return {
            row,
            latencyMs: Float64Array.from(row, (i) => latency[i]),
            weight: Float64Array.from(row, (i) => 1 / propensity[i]),
        };
    };
}
// eslint-disable-next-line max-params -- goes with the estimator
function knownPropensityMeans(columns, platform, propensity, judged, { blockOfRow, blockCount }, selfNormalised) {
    return ({ choice }) => {
        const [rows, toLambda, weights, ...sums] = Array.from({ length: 3 + columns.length }, () => new Float64Array(blockCount));
        for (let row = 0; row < judged.length; row++) {
            if (judged[row] === 0)
                continue;
            const block = blockOfRow[row];
            rows[block]++;
            toLambda[block] += choice[row];
            if (choice[row] !== platform[row])
                continue;
            weights[block] += 1 / propensity[row];
            columns.forEach((column, k) => (sums[k][block] += column[row] / propensity[row]));
        }
        return (weight) => {
            const total = weighted(rows, weight);
            const divisor = selfNormalised ? weighted(weights, weight) : total;
            return Float64Array.of(weighted(toLambda, weight) / total, ...sums.map((sum) => weighted(sum, weight) / divisor));
        };
    };
}
function cellPropensityMeans(columns, platform, judged, strata, selfNormalised) {
    const slots = slotsOf(strata, judged);
    const sides = [ECS, LAMBDA];
    const served = sides.map((side) => slots.sum((row) => Number(platform[row] === side)));
    return ({ choice }) => {
        const agree = (value) => sides.map((side) => slots.sum((row) => (platform[row] === side && choice[row] === side ? value(row) : 0)));
        const routed = slots.sum((row) => choice[row]);
        const counts = agree(() => 1);
        const sums = columns.map((column) => agree((row) => column[row]));
        return (weight) => {
            const [ecs, lambda] = served.map((s) => slots.byCell(s, weight));
            const rowsOfCell = ecs.map((n, cell) => n + lambda[cell]);
            // A resample may miss a platform in a small cell; that cell then says nothing in that
            // resample.
            const add = (bySide) => {
                const [onEcs, onLambda] = bySide.map((s) => slots.byCell(s, weight));
                let sum = 0;
                rowsOfCell.forEach((n, cell) => void (ecs[cell] > 0 &&
                    lambda[cell] > 0 &&
                    (sum += n * (onEcs[cell] / ecs[cell] + onLambda[cell] / lambda[cell]))));
                return sum;
            };
            let total = 0;
            let toLambda = 0;
            slots
                .byCell(routed, weight)
                .forEach((n, cell) => void (ecs[cell] > 0 &&
                lambda[cell] > 0 &&
                ((toLambda += n), (total += rowsOfCell[cell]))));
            const divisor = selfNormalised ? add(counts) : total;
            return Float64Array.of(toLambda / total, ...sums.map((bySide) => add(bySide) / divisor));
        };
    };
}
//# sourceMappingURL=estimate-by-weighting.js.map