import { LAMBDA } from "../campaign/index.js";

/** A policy applied to requests: where it would have sent each. */
export interface Policy {
  name: string;
  /** ECS or LAMBDA for each row. */
  choice: Uint8Array;
}

/** The two policies that need no data. */
export function fixedPolicies(rowCount: number): [alwaysEcs: Policy, alwaysLambda: Policy] {
  return [
    { name: "always ECS", choice: new Uint8Array(rowCount) },
    { name: "always Lambda", choice: new Uint8Array(rowCount).fill(LAMBDA) },
  ];
}

/**
 * A classifier's probabilities as a policy: Lambda where P(Lambda optimal) exceeds the threshold.
 */
export function thresholdPolicy(
  name: string,
  probability: ArrayLike<number>,
  threshold = 0.5,
): Policy {
  return { name, choice: Uint8Array.from(probability, (p) => Number(p > threshold)) };
}
