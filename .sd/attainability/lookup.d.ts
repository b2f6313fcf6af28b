import type { DistinctVectors } from "./distinct.js";
/** A lookup table: the larger class for each combination of a few features' values. */
export interface Lookup {
    features: string[];
    /** Share of the rows it was made from that it gets right. */
    accuracy: number;
    /** Combinations that occur. */
    cells: number;
    /** False where there were too many feature sets to try all (see `bestLookup`). */
    exhaustive: boolean;
}
/**
 * The lookup of exactly `size` features with the highest accuracy on the rows it is made from: over
 * every set of that many features, the sum over the combinations of their values of the larger
 * class. Ties go to the set that comes first in the table's order, so a feature is preferred to its
 * copies. With too many sets to try (SEARCH_BUDGET), the eight best sets of one feature less are
 * grown instead, and `exhaustive` is false.
 *
 * A table with fewer features than `size` gives the lookup on all of them.
 */
export declare function bestLookup(distinct: DistinctVectors, size: number): Lookup;
/** The lookup on exactly these features. Throws on a name the table does not have. */
export declare function lookupOn(distinct: DistinctVectors, names: readonly string[]): Lookup;
