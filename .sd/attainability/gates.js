import { judgeGate } from "../campaign/index.js";
/**
 * The gates that stand before any training: can a model on these features reach the hoped-for
 * accuracy, and can it add anything to a lookup?
 */
export function attainabilityGates({ best1, ceiling, headroom, distinctVectors, rows, }) {
    const per = (share) => `${(100 * share).toFixed(1)} %`;
    return [
        judgeGate("ceiling", ceiling, `${rows} rows hold ${distinctVectors} distinct feature vectors; always giving each its ` +
            `larger class is right for ${per(ceiling)} of the rows`),
        judgeGate("headroom", headroom, `the best lookup of one column (${best1.features[0]}) is right for ` +
            `${per(best1.accuracy)}, a perfect model for ${per(ceiling)}`),
    ];
}
//# sourceMappingURL=gates.js.map