import { ECS, LAMBDA } from "../campaign/index.js";
import { chosenColumns } from "./estimate-exactly.js";
import { agreeing, rowPropensity } from "./estimate-by-weighting.js";
import { judgeable } from "./estimator.js";
import { measureColumns } from "./measures.js";
/**
 * How many parts each platform's requests of a cell are dealt to: what is said of one part is
 * learned from the others.
 */
const FOLDS = 5;
/**
 * Doubly robust scores (augmented inverse propensity weighting: Robins, Rotnitzky and Zhao, 1994;
 * cross-fitting: Chernozhukov et al., 2018): for each measure, request and platform p
 *
 *     score_p = m_p + [served by p] (y - m_p) / e_p
 *
 * with m_p the mean of the measure over the requests of the same cell that p served, and e_p the
 * share of the cell's requests that p served, both from the other folds. The mean of the chosen
 * platforms' scores is a policy's value; it is right if either the cell means or the shares are. A
 * cell's requests are dealt to the folds in turn, each platform's by themselves. (Folds of whole
 * blocks would leave out the better part of a platform's requests at once where it answered only in
 * some, and learn from what is left.) Where the other folds hold no request of the cell on a
 * platform, the whole cell's figures stand in. Columns: [ecs, lambda][measure][row]; NaN where not
 * judged.
 */
export function doublyRobustScores(columns, platform, judged, { cellOfRow, cellCount }, folds = FOLDS) {
    const rowCount = platform.length;
    const sides = [ECS, LAMBDA];
    // A slot is a cell in a fold.
    const slotOfRow = new Uint32Array(rowCount);
    const dealt = sides.map(() => new Uint32Array(cellCount));
    const counts = sides.map(() => new Float64Array(folds * cellCount));
    for (let row = 0; row < rowCount; row++) {
        if (judged[row] === 0)
            continue;
        const cell = cellOfRow[row];
        const slot = (dealt[platform[row]][cell]++ % folds) * cellCount + cell;
        slotOfRow[row] = slot;
        counts[platform[row]][slot]++;
    }
    const others = sides.map((side) => withoutFold(counts[side], cellCount));
    const scores = [[], []];
    for (const column of columns) {
        const sums = sides.map(() => new Float64Array(folds * cellCount));
        for (let row = 0; row < rowCount; row++)
            if (judged[row] === 1)
                sums[platform[row]][slotOfRow[row]] += column[row];
        for (const side of sides) {
            const otherSums = withoutFold(sums[side], cellCount);
            const score = new Float64Array(rowCount).fill(NaN);
            for (let row = 0; row < rowCount; row++) {
                if (judged[row] === 0)
                    continue;
                const slot = slotOfRow[row];
                const cell = cellOfRow[row];
                const mean = others[side].without[slot] > 0
                    ? otherSums.without[slot] / others[side].without[slot]
                    : otherSums.all[cell] / others[side].all[cell];
                score[row] = mean;
                if (platform[row] !== side)
                    continue;
                const whole = others[ECS].without[slot] === 0 || others[LAMBDA].without[slot] === 0;
                const [ecs, lambda] = sides.map((s) => whole ? others[s].all[cell] : others[s].without[slot]);
                score[row] += ((column[row] - mean) * (ecs + lambda)) / (side === ECS ? ecs : lambda);
            }
            scores[side].push(score);
        }
    }
    return scores;
}
/**
 * Policy values by doubly robust scores; the latency's distribution, for which no score is a share,
 * by inverse propensity.
 */
export function doublyRobustEstimator(observed, strata, sloLimitsMs) {
    const { judged, refused } = judgeable(observed, strata);
    const propensity = rowPropensity(observed, strata, judged);
    const scores = doublyRobustScores(measureColumns(observed, sloLimitsMs), observed.platform, judged, strata);
    return chosenColumns("doubly robust", scores, { judged, refused, strata }, agreeing(observed, judged, propensity));
}
/** Sums by cell over all folds, and over all folds but one. */
function withoutFold(values, cellCount) {
    const all = new Float64Array(cellCount);
    values.forEach((value, slot) => (all[slot % cellCount] += value));
    return { all, without: values.map((value, slot) => all[slot % cellCount] - value) };
}
//# sourceMappingURL=doubly-robust.js.map