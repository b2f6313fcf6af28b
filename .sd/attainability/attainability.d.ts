import type { DistinctVectors } from "./distinct.js";
import { type Lookup } from "./lookup.js";
/**
 * What can be learned from a labelled table, before any model is trained. All accuracies are on the
 * rows themselves (in sample): exact counts, not estimates of what new rows would give
 * (`outOfSampleCeiling` is that).
 */
export interface Attainability {
    rows: number;
    distinctVectors: number;
    /** Always answering the larger class. */
    constant: number;
    /**
     * The best lookup of one feature: the floor that a model must beat to be worth having. The gates
     * headroom, lift and beats-lookup, and every sentence that says "floor", mean this one.
     */
    best1: Lookup;
    /** The best lookups of two and of three features, which are named as such. */
    best2: Lookup;
    best3: Lookup;
    /**
     * The best possible: the sum over distinct vectors of the larger class. No model on these
     * features can exceed it.
     */
    ceiling: number;
    /** `ceiling - best1.accuracy`: all that learning can add to a one-feature lookup. */
    headroom: number;
}
/** Floor and ceiling of a folded table. Throws on a table without rows. */
export declare function attainability(distinct: DistinctVectors): Attainability;
