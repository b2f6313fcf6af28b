import { blockError, unknownInterval } from "./block-bootstrap.js";
import { normalProbability } from "./intervals.js";
import { adjustedDifference, pairedDifferenceInterval } from "./mcnemar.js";
import { studentProbability, studentQuantile } from "./student-t.js";
/**
 * The paired test of this study. `right` holds, for each row, 1 where only the first classifier is
 * right, -1 where only the second is, 0 where both or neither are. Rows that are near in time share
 * their fate, and rows with the same features get the same two answers, so that differences come in
 * clumps: the unit is the block, and the variance that of resampling blocks within runs
 * (`blockError`). The interval is Student's, with as many degrees
 * of freedom as there are blocks less runs.
 *
 * It is widened where need be to the interval of independent rows (Agresti and Min, 2005): blocks
 * that hold no difference vary by nothing, and that is not certainty. Without blocks the rows alone
 * are left, and `unit` says so.
 */
export function pairedTest(right, { blocks, level = 0.95 } = {}) {
    const rows = right.length;
    let first = 0;
    let second = 0;
    for (let row = 0; row < rows; row++) {
        if (right[row] > 0)
            first++;
        else if (right[row] < 0)
            second++;
    }
    const byRows = pairedDifferenceInterval(first, second, rows, level);
    const byRowsP = rowsP(first, second, rows);
    if (!blocks)
        return { difference: byRows, p: byRowsP, unit: "row", units: rows };
    const { standardError, degreesOfFreedom } = blockError(right, byRows.estimate, blocks);
    const units = blocks.blockCount;
    if (degreesOfFreedom < 1)
        return { difference: unknownInterval(byRows.estimate, level), p: 1, unit: "block", units };
    const reach = studentQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
    const t = Math.abs(byRows.estimate) / standardError;
    const blocksP = standardError > 0
        ? 2 * studentProbability(-t, degreesOfFreedom)
        : Number(byRows.estimate === 0);
    return {
        difference: {
            estimate: byRows.estimate,
            low: Math.min(byRows.low, byRows.estimate - reach),
            high: Math.max(byRows.high, byRows.estimate + reach),
            level,
        },
        p: Math.max(blocksP, byRowsP),
        unit: "block",
        units,
    };
}
/** The p-value whose test leaves out 0 exactly where the interval of independent rows does. */
function rowsP(first, second, rows) {
    const { centre, standardError } = adjustedDifference(first, second, rows);
    return 2 * normalProbability(-Math.abs(centre) / standardError);
}
//# sourceMappingURL=paired-blocks.js.map