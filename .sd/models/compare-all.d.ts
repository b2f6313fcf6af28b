import type { Blocks } from "../statistics/index.js";
import { type Comparison } from "./compare.js";
/** Two of several classifiers on the same rows. */
export interface NamedComparison extends Comparison {
    a: string;
    b: string;
}
/**
 * Every pair of classifiers in their order; differences are the first's accuracy minus the
 * second's. `blocks` are those of the rows compared.
 */
export declare function compareAll(label: Uint8Array, contenders: readonly {
    title: string;
    probability: Float64Array;
}[], blocks?: Blocks): NamedComparison[];
/**
 * Classifiers that answer (nearly) every row alike, put together: a chain of pairs that agree on at
 * least `leastShare` of the rows makes one group. Groups of one are left out; largest first.
 */
export declare function sameFunctions(pairs: readonly Pick<NamedComparison, "a" | "b" | "identicalShare">[], leastShare?: number): string[][];
