import { type Requests } from "../requests/index.js";
import { type Axis, type ObservedOutcomes } from "./outcomes.js";
/**
 * The expected difference, Lambda minus ECS, in ms and USD for each of the `asked` rows: the
 * difference of the platforms' means over the `learned` rows of the same context cell; where the
 * cell holds fewer than 5 requests of a platform, of the same workload and size, else of the same
 * workload; NaN where even that holds too few. What became of the asked rows is not looked at.
 */
export declare function expectedDifferences(requests: Requests, observed: ObservedOutcomes, learned: Uint32Array, asked: Uint32Array): Record<Axis, Float64Array>;
/**
 * Where each request goes if a ms is worth `usdPerMs`: to Lambda where the expected difference in
 * USD, waiting included, is negative. What is not known goes to ECS.
 */
export declare function costSensitiveChoice({ latencyMs, costUsd }: Record<Axis, Float64Array>, usdPerMs: number): Uint8Array;
