import { authorSplit } from "./author-split.js";
import { groupSplit } from "./group-splits.js";
/**
 * The author's random split (rows in his `order`), and one that keeps whole context cells together.
 */
export function studySplits(label, order, cellOfRow, seed) {
    const result = { splits: [], refused: [] };
    for (const split of [
        () => authorSplit(label, seed, order),
        () => groupSplit(cellOfRow, undefined, seed, "context cells"),
    ]) {
        try {
            result.splits.push(split());
        }
        catch (error) {
            // Too few rows or cells is a finding about the data, not a reason to stop.
            if (!(error instanceof RangeError))
                throw error;
            result.refused.push(error.message);
        }
    }
    return result;
}
//# sourceMappingURL=study-splits.js.map