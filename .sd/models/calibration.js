import { wilsonInterval } from "../statistics/index.js";
import { foldScores } from "./scores.js";
import { shareInterval } from "./share-interval.js";
/**
 * The calibration curve: of the requests said to be p likely Lambda optimal, how many are? Empty
 * bins are left out.
 */
export function calibrationCurve(label, probability, weight, options = {}) {
    const { bins: binCount = 10, strategy = "uniform", blocks } = options;
    if (blocks && weight)
        throw new RangeError("rows that lie in blocks have no weights");
    if (!(Number.isInteger(binCount) && binCount >= 1))
        throw new RangeError(`a number of bins is 1 or more, not ${binCount}`);
    const scores = foldScores(label, probability, weight);
    const total = scores.negativeWeight + scores.positiveWeight;
    const groups = new Map();
    let below = 0;
    for (let i = 0; i < scores.probability.length; i++) {
        const here = scores.negatives[i] + scores.positives[i];
        if (here === 0)
            continue;
        // By weight, a prediction belongs where the middle of its rows lies.
        const position = strategy === "uniform" ? scores.probability[i] : (below + here / 2) / total;
        const bin = Math.max(0, Math.ceil(position * binCount) - 1);
        below += here;
        const group = groups.get(bin);
        if (group)
            group.push(i);
        else
            groups.set(bin, [i]);
    }
    const bins = [...groups].map(([bin, indices]) => {
        let binWeight = 0;
        let positives = 0;
        let predicted = 0;
        for (const i of indices) {
            const here = scores.negatives[i] + scores.positives[i];
            binWeight += here;
            positives += scores.positives[i];
            predicted += here * scores.probability[i];
        }
        const first = scores.probability[indices[0]];
        const last = scores.probability[indices[indices.length - 1]];
        const [from, to] = strategy === "uniform" ? [bin / binCount, (bin + 1) / binCount] : [first, last];
        return {
            from,
            to,
            weight: binWeight,
            meanPredicted: predicted / binWeight,
            observed: blocks
                ? shareInterval(label, among(probability, first, last), { blocks, seed: `bin ${bin}` })
                : wilsonInterval(positives, binWeight),
        };
    });
    const distances = bins.map((bin) => Math.abs(bin.observed.estimate - bin.meanPredicted));
    return {
        bins,
        expectedError: distances.reduce((sum, distance, b) => sum + (distance * bins[b].weight) / total, 0),
        largestError: distances.length ? Math.max(...distances) : NaN,
    };
}
/** Which predictions lie between two, both included. */
function among(probability, first, last) {
    return Uint8Array.from(probability, (p) => Number(p >= first && p <= last));
}
//# sourceMappingURL=calibration.js.map