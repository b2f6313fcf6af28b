import type { KnownContexts, KnownValues } from "./known-contexts.js";
/** One input's part in a request's probability. */
export interface Driver {
    input: string;
    /** Its Shapley value: added to P(Lambda optimal); below zero it speaks for ECS. */
    contribution: number;
}
/**
 * Shapley values of what a router was told, for the worth v(S) = mean of the model's P(Lambda
 * optimal) over the campaign's requests that agree with this one in S (observational conditional
 * expectation; Aas, Jullum and Løland, 2021). Computed in full over all sets, from contexts that
 * occurred and no others; they add up to this context's probability less the campaign's mean.
 * Inputs that tell each other (a window that had one pattern) share their credit. Null where the
 * campaign held no such context: there is nothing to compare with.
 */
export declare function drivers(known: KnownContexts, values: KnownValues): {
    base: number;
    drivers: Driver[];
} | null;
