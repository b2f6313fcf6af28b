import type { BoostingMember } from "./boosting-team.js";
/** A leaf-to-be: its node, the rows of it that this thread listed, and the values it may take. */
export interface Leaf {
    node: number;
    start: number;
    count: number;
    lowest: number;
    highest: number;
}
/** Exact sums over a leaf's rows, in the derivatives' own units. */
export interface LeafSums {
    gradient: number;
    hessian: number;
    cover: number;
}
/**
 * Sums the derivatives themselves over each leaf's rows (not the coarser copies that histograms add
 * up), as whole numbers of a very small unit, so that they too are the same for any number of
 * threads. Threads wait for each other.
 * @param rows where this thread's list of rows starts @param scale units per 1, as `leafScale` gave
 *   them
 */
export declare function sumLeaves(member: BoostingMember, leaves: readonly Leaf[], rows: number, scale: number): LeafSums[];
/** Units in which leaves are summed: no row above 2^50 of them, all rows below 2^62. */
export declare function leafScale(weight: number, heaviestRow: number): number;
