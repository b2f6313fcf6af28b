import type { Job } from "./boosting-tree.js";
/** No room taken. */
export declare const NO_SLOT = -1;
/**
 * Two nodes whose rows are to be counted: the smaller one, and its sibling, if any, by subtraction
 * from their parent's histogram, if that is kept.
 */
export interface Siblings {
    small: Job;
    large: Job | null;
    parentSlot: number;
}
/**
 * Room for a limited number of histograms. What is done in which order does not depend on threads.
 */
export declare class HistogramSlots {
    private readonly unused;
    /** @param count at least 2 */
    constructor(count: number);
    free(slot: number): void;
    /**
     * Takes as many siblings as there is room for off the end of those that wait, and gives every
     * node a slot. Where there is none even for the last ones, those that wait longest lose their
     * parent's histogram.
     */
    take(waiting: Siblings[]): Siblings[];
    private takeSlot;
}
