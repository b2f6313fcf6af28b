import { blockError } from "../statistics/index.js";
import { lossOfRow, responseTo } from "./row-losses.js";
/**
 * A row of a stratum receives each group value of that stratum with its share there, so the
 * expected loss after a shuffle is a mean over pairs of a rest and a group value. Reserves those
 * pairs now; the returned function computes one result a loss once they are predicted. null where
 * there are too many.
 */
export function exactRise(task) {
    const { rest, group } = task.view;
    if (task.strata.codeCount === 1 && rest.codeCount * group.codeCount > task.mostPairs)
        return null;
    const strata = foldStrata(task.view, task.strata);
    const pairs = strata.reduce((sum, { rests, groups }) => sum + rests.length * groups.length, 0);
    if (pairs > task.mostPairs)
        return null;
    const places = strata.map(({ rests, groups }) => rests.map((rest) => groups.map((group) => task.predictions.place(rest, group))));
    return () => {
        const rowCount = task.strata.codeOfRow.length;
        // By loss and row: what the row adds to the expectation, as the one that receives and as the
        // one that gives.
        const influence = task.losses.map(() => new Float64Array(rowCount));
        strata.forEach((stratum, s) => addStratum(task, stratum, places[s], influence));
        return influence.map((values) => meanAndError(values, task.blocks));
    };
}
function addStratum({ view, predictions, losses, threshold }, { rows, rests, groups, groupShare }, places, influence) {
    const restIndex = new Map(rests.map((rest, i) => [rest, i]));
    const groupIndex = new Map(groups.map((group, i) => [group, i]));
    const responses = places.map((row) => row.map((place) => responseTo(predictions.at(place), threshold)));
    const expected = responses.map((byGroup) => byGroup.reduce((sum, response, g) => addScaled(sum, response, groupShare[g]), [0, 0, 0]));
    const restOf = (row) => restIndex.get(view.rest.codeOfRow[row]);
    const groupOf = (row) => groupIndex.get(view.group.codeOfRow[row]);
    losses.forEach((loss, l) => {
        // Losses are linear in the response, so the rows of a rest need no more than their summed
        // coefficients.
        const coefficients = rests.map(() => [0, 0, 0]);
        for (const row of rows)
            for (let c = 0; c < 3; c++)
                coefficients[restOf(row)][c] += loss.coefficients[c][row];
        const given = groups.map((_, g) => responses.reduce((sum, byGroup, r) => sum + dot(coefficients[r], byGroup[g]), 0) /
            rows.length);
        const meanGiven = given.reduce((sum, value, g) => sum + groupShare[g] * value, 0);
        for (const row of rows) {
            const received = lossOfRow(loss, row, expected[restOf(row)]) -
                lossOfRow(loss, row, responses[restOf(row)][groupOf(row)]);
            influence[l][row] = received + given[groupOf(row)] - meanGiven;
        }
    });
}
function foldStrata({ rest, group }, strata) {
    const folded = Array.from({ length: strata.codeCount }, () => ({
        rows: [],
        rests: new Set(),
        groupRows: new Map(),
    }));
    strata.codeOfRow.forEach((stratum, row) => {
        const { rows, rests, groupRows } = folded[stratum];
        const value = group.codeOfRow[row];
        rows.push(row);
        rests.add(rest.codeOfRow[row]);
        groupRows.set(value, (groupRows.get(value) ?? 0) + 1);
    });
    return folded.map(({ rows, rests, groupRows }) => ({
        rows,
        rests: [...rests],
        groups: [...groupRows.keys()],
        groupShare: Array.from(groupRows.values(), (count) => count / rows.length),
    }));
}
function meanAndError(values, blocks) {
    const rows = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const byRows = rows > 1 ? Math.sqrt(squares / (rows * (rows - 1))) : NaN;
    if (!blocks)
        return { mean, standardError: byRows, over: "rows", degreesOfFreedom: rows - 1 };
    const { standardError, degreesOfFreedom } = blockError(values, mean, blocks);
    return {
        mean,
        standardError: Math.max(byRows, standardError),
        over: "blocks",
        degreesOfFreedom,
    };
}
function addScaled(sum, response, factor) {
    return [
        sum[0] + factor * response[0],
        sum[1] + factor * response[1],
        sum[2] + factor * response[2],
    ];
}
function dot(a, b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
//# sourceMappingURL=permutation-expectation.js.map