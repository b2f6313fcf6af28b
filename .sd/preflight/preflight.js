import { availableParallelism } from "node:os";
import { planDesign } from "../campaign/index.js";
import { wilsonInterval } from "../statistics/index.js";
import { expectedGate, spread } from "./expected-gate.js";
import { WorkerPool } from "./worker-pool.js";
/**
 * What a plan will yield: simulates it several times, each with a seed of its own, trains on each
 * simulation and judges every gate.
 */
export async function preflight(plan, options) {
    const { runs = 20, onProgress, labels, features, trained } = options;
    const seeds = Array.from({ length: runs }, (_, i) => runSeed(options, i));
    const seen = await simulateAll(seeds.map((seed) => ({ plan, seed, options: given({ labels, features, trained }) })), onProgress);
    const accuracies = seen.flatMap(({ trained: one }) => (one ? [one] : []));
    const floors = seen.flatMap(({ floor }) => (floor ? [floor.accuracy] : []));
    const topInput = {};
    for (const { topInput: input } of seen)
        if (input !== null)
            topInput[input] = (topInput[input] ?? 0) + 1;
    return {
        simulated: true,
        plan: plan.name,
        runs,
        gates: seen[0].gates.map((_, g) => expectedGate(seen.map(({ gates }) => gates[g]))),
        lambdaShare: spreads(seen.map(({ lambdaShare }) => lambdaShare)),
        coldShare: spreads(seen.map(({ coldShare }) => coldShare)),
        floor: floors.length > 0 ? spread(floors) : null,
        trained: accuracies.length > 0 ? spreadOfAll(accuracies) : null,
        allGates: wilsonInterval(seen.filter(({ gates }) => allMet(gates)).length, runs),
        topInput,
        requests: spread(seen.map(({ requests }) => requests)),
        answered: spread(seen.map(({ answered }) => answered)),
        bill: planDesign(plan).bill,
    };
}
/** Simulates and judges side by side, on as many workers as there are processors. */
export async function simulateAll(jobs, onProgress) {
    const pool = new WorkerPool(new URL("./simulation-worker.js", import.meta.url), Math.min(jobs.length, availableParallelism()));
    let done = 0;
    try {
        return await Promise.all(jobs.map(async (job) => {
            const outcome = await pool.run(job);
            onProgress?.(++done / jobs.length);
            return outcome;
        }));
    }
    finally {
        await pool.close();
    }
}
/** Met, or nearly so: a warning is between what is wanted and what must be. */
export function allMet(gates) {
    return gates.every(({ verdict }) => verdict === "pass" || verdict === "warn");
}
/** The options that were given; a worker's message carries no functions. */
function given(options) {
    return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
function spreadOfAll(seen) {
    const names = Object.keys(seen[0]);
    return Object.fromEntries(names.map((name) => [name, spread(seen.map((one) => one[name]))]));
}
/** Seed of one of a pre-flight's simulations. */
export function runSeed({ seed }, run) {
    return `${seed}/${run}`;
}
/** The spread of each name's number over the simulations that have it. */
function spreads(seen) {
    const names = [...new Set(seen.flatMap((shares) => Object.keys(shares)))];
    return Object.fromEntries(names.map((name) => [
        name,
        spread(seen.map((shares) => shares[name]).filter((share) => share !== undefined)),
    ]));
}
//# sourceMappingURL=preflight.js.map