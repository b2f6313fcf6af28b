/** A policy applied to requests: where it would have sent each. */
export interface Policy {
    name: string;
    /** ECS or LAMBDA for each row. */
    choice: Uint8Array;
}
/** The two policies that need no data. */
export declare function fixedPolicies(rowCount: number): [alwaysEcs: Policy, alwaysLambda: Policy];
/**
 * A classifier's probabilities as a policy: Lambda where P(Lambda optimal) exceeds the threshold.
 */
export declare function thresholdPolicy(name: string, probability: ArrayLike<number>, threshold?: number): Policy;
