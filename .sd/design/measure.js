import { LAMBDA } from "../campaign/index.js";
import { axisShares, countLabelsByWorkload, labelRequests } from "../labels/index.js";
import { simulate } from "../platforms/index.js";
import { judgeTraining, planLabels } from "../preflight/index.js";
import { MISSING } from "../requests/index.js";
/** Simulates a plan with a seed and measures what the search asks for. */
export async function measurePlan(plan, seed, fidelity) {
    const looked = fidelity === "labels" ? { ...plan, days: 1 } : plan;
    const { requests } = simulate(looked, { seed });
    const labels = labelRequests(requests, planLabels(plan));
    const measured = { ...measureLabels(requests, labels), coldShare: coldShare(requests) };
    if (fidelity === "labels")
        return { ...measured, trained: null };
    return { ...measured, trained: await measureModel(requests, labels, seed) };
}
function measureLabels(requests, labels) {
    const counts = Object.entries(countLabelsByWorkload(requests, labels));
    return {
        lambdaShare: Object.fromEntries(counts.map(([workload, { rows, balanced_optimal }]) => [workload, balanced_optimal / rows])),
        costDecides: axisShares(labels).costDecides,
    };
}
async function measureModel(requests, labels, seed) {
    const judged = await judgeTraining(requests, labels, { seed, quick: true });
    if (!judged)
        return null;
    const shares = judged.inputs.map(({ share }) => share);
    return {
        accuracy: judged.accuracy,
        gap: judged.gap,
        twoColumns: judged.lookups.twoColumns,
        staticColumns: judged.lookups.staticColumns,
        topShare: Math.max(...shares),
        drops: judged.inputs.map(({ drop }) => drop).sort((a, b) => b - a),
    };
}
/** Share of cold starts among the Lambda requests that were answered. */
function coldShare({ rowCount, platform, coldStart }) {
    let cold = 0;
    let answered = 0;
    for (let row = 0; row < rowCount; row++) {
        if (platform[row] !== LAMBDA || coldStart[row] === MISSING)
            continue;
        answered++;
        cold += coldStart[row];
    }
    return cold / answered;
}
//# sourceMappingURL=measure.js.map