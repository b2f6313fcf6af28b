import { LAMBDA } from "../campaign/index.js";
/** The two policies that need no data. */
export function fixedPolicies(rowCount) {
    return [
        { name: "always ECS", choice: new Uint8Array(rowCount) },
        { name: "always Lambda", choice: new Uint8Array(rowCount).fill(LAMBDA) },
    ];
}
/**
 * A classifier's probabilities as a policy: Lambda where P(Lambda optimal) exceeds the threshold.
 */
export function thresholdPolicy(name, probability, threshold = 0.5) {
    return { name, choice: Uint8Array.from(probability, (p) => Number(p > threshold)) };
}
//# sourceMappingURL=policies.js.map