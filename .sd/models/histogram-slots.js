/** No room taken. */
export const NO_SLOT = -1;
/**
 * Room for a limited number of histograms. What is done in which order does not depend on threads.
 */
export class HistogramSlots {
    unused;
    /** @param count at least 2 */
    constructor(count) {
        this.unused = Array.from({ length: count }, (_, slot) => count - 1 - slot);
    }
    free(slot) {
        this.unused.push(slot);
    }
    /**
     * Takes as many siblings as there is room for off the end of those that wait, and gives every
     * node a slot. Where there is none even for the last ones, those that wait longest lose their
     * parent's histogram.
     */
    take(waiting) {
        let from = waiting.length;
        do {
            const { small, large, parentSlot } = waiting[--from];
            small.slot = this.takeSlot(waiting);
            if (large)
                large.slot = parentSlot === NO_SLOT ? this.takeSlot(waiting) : parentSlot;
        } while (from > 0 && this.unused.length >= 2);
        return waiting.splice(from);
    }
    takeSlot(waiting) {
        if (this.unused.length > 0)
            return this.unused.pop();
        const holder = waiting.find(({ parentSlot }) => parentSlot !== NO_SLOT);
        const slot = holder.parentSlot;
        holder.parentSlot = NO_SLOT;
        return slot;
    }
}
//# sourceMappingURL=histogram-slots.js.map