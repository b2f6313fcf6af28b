import type { PolicyComparison } from "./policy-value.js";
/**
 * The fixed choice that is hardest to beat: the one that is both faster and cheaper, if there is
 * one; else the faster one, because the cost of the other is then the price of its latency.
 */
export declare function bestFixed(comparison: PolicyComparison): string;
/**
 * The one-sentence answer: what a router would have saved against the best fixed choice, in time
 * and in money, or that it would not. An axis whose interval holds zero is "not surely". Requests
 * that all lie in one block of time are "too short to say": nothing tells how far chance goes.
 */
export declare function routingVerdict(comparison: PolicyComparison, router: string, simulated: boolean): string;
