import { codeRows } from "../statistics/index.js";
import { modelOutput } from "./model-output.js";
/** Hybrid rows the model is asked for at a time. */
const ROWS_AT_A_TIME = 1 << 15;
/** Rows told apart by the coalition's features, and background rows by all others. */
export function sidesOf({ playerOfFeature, background }, coalition, rows) {
    const isInside = (feature) => ((coalition >>> playerOfFeature[feature]) & 1) === 1;
    return {
        inside: codeRows(rows.columns.filter((_, f) => isInside(f)), rows.rowCount),
        outside: codeRows(background.columns.filter((_, f) => !isInside(f)), background.rowCount),
    };
}
/**
 * What a coalition (a bit a player) is worth for each of `rows`, into `worth`: the mean output over
 * its hybrids with the background.
 */
export function worthOf(game, coalition, rows, worth) {
    const { inside, outside } = sidesOf(game, coalition, rows);
    const { playerOfFeature, background, share, classifier, scale } = game;
    const outsideShare = new Float64Array(outside.codeCount);
    share.forEach((part, z) => (outsideShare[outside.codeOfRow[z]] += part));
    const worthOfCode = new Float64Array(inside.codeCount);
    const hybrids = inside.codeCount * outside.codeCount;
    for (let from = 0; from < hybrids; from += ROWS_AT_A_TIME) {
        const count = Math.min(ROWS_AT_A_TIME, hybrids - from);
        const columns = rows.columns.map((column, f) => {
            const isInside = ((coalition >>> playerOfFeature[f]) & 1) === 1;
            const hybrid = new Float64Array(count);
            for (let i = 0; i < count; i++) {
                const pair = from + i;
                const z = pair % outside.codeCount;
                hybrid[i] = isInside
                    ? column[inside.firstRow[(pair - z) / outside.codeCount]]
                    : background.columns[f][outside.firstRow[z]];
            }
            return hybrid;
        });
        const output = modelOutput(classifier, { ...rows, rowCount: count, columns }, scale);
        for (let i = 0; i < count; i++) {
            const pair = from + i;
            const z = pair % outside.codeCount;
            worthOfCode[(pair - z) / outside.codeCount] += output[i] * outsideShare[z];
        }
    }
    for (let row = 0; row < worth.length; row++)
        worth[row] = worthOfCode[inside.codeOfRow[row]];
}
//# sourceMappingURL=coalition-worth.js.map