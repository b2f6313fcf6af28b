import type { Job } from "./boosting-tree.js";

/** No room taken. */
export const NO_SLOT = -1;

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
export class HistogramSlots {
  private readonly unused: number[];

  /** @param count at least 2 */
  constructor(count: number) {
    this.unused = Array.from({ length: count }, (_, slot) => count - 1 - slot);
  }

  free(slot: number): void {
    this.unused.push(slot);
  }

  /**
   * Takes as many siblings as there is room for off the end of those that wait, and gives every
   * node a slot. Where there is none even for the last ones, those that wait longest lose their
   * parent's histogram.
   */
  take(waiting: Siblings[]): Siblings[] {
    let from = waiting.length;
    do {
      const { small, large, parentSlot } = waiting[--from];
      small.slot = this.takeSlot(waiting);
      if (large) large.slot = parentSlot === NO_SLOT ? this.takeSlot(waiting) : parentSlot;
    } while (from > 0 && this.unused.length >= 2);
    return waiting.splice(from);
  }

  private takeSlot(waiting: readonly Siblings[]): number {
    if (this.unused.length > 0) return this.unused.pop()!;
    const holder = waiting.find(({ parentSlot }) => parentSlot !== NO_SLOT)!;
    const slot = holder.parentSlot;
    holder.parentSlot = NO_SLOT;
    return slot;
  }
}
