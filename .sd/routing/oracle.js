import { ECS, LAMBDA } from "../campaign/index.js";
import { cellMeans } from "./cell-means.js";
import { AXES } from "./outcomes.js";
/**
 * The policy that sends each request where it would have done better on one axis, and where only
 * one platform would have answered it, there: the bound no router can pass on that axis (but for
 * one that saves by letting requests fail, which are charged nothing).
 */
export function requestOracle(both, axis, name) {
    const ecs = both[ECS];
    const lambda = both[LAMBDA];
    const choice = new Uint8Array(ecs.latencyMs.length);
    for (let row = 0; row < choice.length; row++) {
        const ecsFailed = ecs.failed?.[row] ?? 0;
        const lambdaFailed = lambda.failed?.[row] ?? 0;
        choice[row] =
            ecsFailed === lambdaFailed ? Number(lambda[axis][row] < ecs[axis][row]) : ecsFailed;
    }
    return { name, choice };
}
/**
 * The policy that sends each cell where its requests did better on average on one axis: the best
 * that a router which knows the cell, and nothing else, could have done on these logs. Made from
 * the same logs it is judged on, so it is optimistic.
 */
export function cellOracle(observed, cellOfRow, cellCount, axis, name) {
    const [ecs, lambda] = cellMeans(observed, Uint32Array.from(cellOfRow.keys()), cellOfRow, cellCount).means[axis];
    return { name, choice: Uint8Array.from(cellOfRow, (cell) => Number(lambda[cell] < ecs[cell])) };
}
/**
 * The bounds on both axes, with their names: what knowing each request's outcomes would give where
 * they are known, else what knowing each cell's means would.
 */
export function oraclePolicies(both, observed, { cellOfRow, cellCount }) {
    const names = both
        ? { latencyMs: "oracle of latency", costUsd: "oracle of cost" }
        : { latencyMs: "best by cell, latency", costUsd: "best by cell, cost" };
    const make = (axis) => both
        ? requestOracle(both, axis, names[axis])
        : cellOracle(observed, cellOfRow, cellCount, axis, names[axis]);
    return { policies: AXES.map(make), names };
}
//# sourceMappingURL=oracle.js.map