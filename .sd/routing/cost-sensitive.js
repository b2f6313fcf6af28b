import { ECS, LAMBDA } from "../campaign/index.js";
import { CONTEXT_CELL, groupIntoCells, selectRows, } from "../requests/index.js";
import { cellMeans } from "./cell-means.js";
import { AXES } from "./outcomes.js";
/**
 * From the finest to the coarsest: a request's difference is read off the first of its groups that
 * holds enough.
 */
const LEVELS = [
    CONTEXT_CELL,
    ["workload", "payload"],
    ["workload"],
];
/** Requests on each platform below which a mean says too little. */
const ENOUGH = 5;
/**
 * The expected difference, Lambda minus ECS, in ms and USD for each of the `asked` rows: the
 * difference of the platforms' means over the `learned` rows of the same context cell; where the
 * cell holds fewer than 5 requests of a platform, of the same workload and size, else of the same
 * workload; NaN where even that holds too few. What became of the asked rows is not looked at.
 */
export function expectedDifferences(requests, observed, learned, asked) {
    const both = selectRows(requests, [...learned, ...asked]);
    const rows = Uint32Array.from(learned.keys());
    const known = {
        platform: both.platform,
        latencyMs: Float64Array.from(learned, (row) => observed.latencyMs[row]),
        costUsd: Float64Array.from(learned, (row) => observed.costUsd[row]),
        failed: Uint8Array.from(learned, (row) => observed.failed?.[row] ?? 0),
    };
    const difference = {
        latencyMs: new Float64Array(asked.length).fill(NaN),
        costUsd: new Float64Array(asked.length).fill(NaN),
    };
    for (const keys of LEVELS) {
        const { codeOfRow, codeCount } = groupIntoCells(both, keys);
        const { rows: served, means } = cellMeans(known, rows, codeOfRow, codeCount);
        for (let i = 0; i < asked.length; i++) {
            const cell = codeOfRow[learned.length + i];
            if (served[ECS][cell] < ENOUGH || served[LAMBDA][cell] < ENOUGH)
                continue;
            for (const axis of AXES)
                if (Number.isNaN(difference[axis][i]))
                    difference[axis][i] = means[axis][LAMBDA][cell] - means[axis][ECS][cell];
        }
    }
    return difference;
}
/**
 * Where each request goes if a ms is worth `usdPerMs`: to Lambda where the expected difference in
 * USD, waiting included, is negative. What is not known goes to ECS.
 */
export function costSensitiveChoice({ latencyMs, costUsd }, usdPerMs) {
    return Uint8Array.from(latencyMs, (ms, row) => Number(costUsd[row] + usdPerMs * ms < 0));
}
//# sourceMappingURL=cost-sensitive.js.map