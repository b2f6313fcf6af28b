import { heldOutAccuracy } from "../attainability/index.js";
import { codeColumn, codeRows } from "../statistics/index.js";
/**
 * Permutation importance (Breiman, 2001) of the best lookup table of a few inputs, as a fast
 * stand-in for a model's: the set of inputs whose lookup does best on held-out rows of one half
 * (`heldOutAccuracy`) answers for the other half, and the reverse. Nothing is drawn: the expected
 * accuracy under all shuffles is added up over the values an input may take. A combination that the
 * lookup has never seen tells it nothing, and it answers as it would without the shuffled input.
 *
 * `half` is 0 or 1 for each row; rows that share their fate should stand in the same half. Inputs
 * that always come together cannot be told apart: the first of them gets the importance.
 */
export function lookupImportance(inputs, label, half) {
    const codes = inputs.map(({ values }) => codeColumn(values, label.length));
    const folds = [0, 1].map((test) => judgeFold(codes, label, half, test));
    const drops = inputs.map((_, j) => (folds[0].drops[j] + folds[1].drops[j]) / 2);
    const total = drops.reduce((sum, drop) => sum + Math.max(0, drop), 0);
    return {
        accuracy: (folds[0].accuracy + folds[1].accuracy) / 2,
        inputs: inputs.map(({ name }, j) => ({
            input: name,
            drop: drops[j],
            share: total > 0 ? Math.max(0, drops[j]) / total : NaN,
        })),
    };
}
function judgeFold(codes, label, half, test) {
    const rows = Uint32Array.from(label.keys());
    const training = foldCells(codes, label, rows.filter((row) => half[row] !== test));
    const judged = foldCells(codes, label, rows.filter((row) => half[row] === test));
    if (training.rows.length === 0 || judged.rows.length === 0)
        return { accuracy: NaN, drops: codes.map(() => NaN) };
    const chosen = bestInputs(codes.length, training, Uint8Array.from(training.rows, (row) => label[row]));
    const answer = lookup(codes, training, chosen);
    const accuracy = share(judged, (cell) => answer(judged.parts[cell]) ?? training.majority);
    const drops = codes.map((_, j) => {
        if (!chosen.includes(j))
            return 0;
        const without = lookup(codes, training, chosen.filter((input) => input !== j));
        const marginal = new Float64Array(codes[j].codeCount);
        judged.parts.forEach((parts, cell) => (marginal[parts[j]] += judged.count[cell] / judged.rows.length));
        let shuffled = 0;
        marginal.forEach((weight, value) => {
            if (weight === 0)
                return;
            shuffled +=
                weight *
                    share(judged, (cell) => {
                        const parts = judged.parts[cell].slice();
                        parts[j] = value;
                        return answer(parts) ?? without(parts) ?? training.majority;
                    });
        });
        return accuracy - shuffled;
    });
    return { accuracy, drops };
}
function foldCells(codes, label, rows) {
    const { codeOfRow, codeCount, firstRow } = codeRows(codes.map((column) => rows.map((row) => column.codeOfRow[row])), rows.length);
    const count = new Float64Array(codeCount);
    const positives = new Float64Array(codeCount);
    let ones = 0;
    rows.forEach((row, i) => {
        count[codeOfRow[i]]++;
        positives[codeOfRow[i]] += label[row];
        ones += label[row];
    });
    const parts = Array.from(firstRow, (first) => Uint32Array.from(codes, (column) => column.codeOfRow[rows[first]]));
    return {
        rows,
        cellOfRow: codeOfRow,
        parts,
        count,
        positives,
        majority: Number(2 * ones > rows.length),
    };
}
/** The set of inputs whose lookup does best on held-out rows; of equally good ones the smaller. */
function bestInputs(inputCount, cells, label) {
    const sets = Array.from({ length: 2 ** inputCount - 1 }, (_, i) => Array.from({ length: inputCount }, (__, j) => j).filter((j) => ((i + 1) >> j) & 1));
    let best = [];
    let bestAccuracy = -Infinity;
    for (const set of sets.sort((a, b) => a.length - b.length)) {
        const { codeOfRow: groupOfCell, codeCount } = codeRows(set.map((j) => cells.parts.map((parts) => parts[j])), cells.parts.length);
        const accuracy = heldOutAccuracy(cells.cellOfRow.map((cell) => groupOfCell[cell]), codeCount, label);
        if (accuracy > bestAccuracy + 1e-9)
            [best, bestAccuracy] = [set, accuracy];
    }
    return best;
}
/** The larger class of each combination of these inputs; undefined for one that was never seen. */
function lookup(codes, { parts, count, positives }, set) {
    const keyOf = (of) => set.reduce((key, j) => key * codes[j].codeCount + of[j], 0);
    const balance = new Map();
    parts.forEach((of, cell) => balance.set(keyOf(of), (balance.get(keyOf(of)) ?? 0) + 2 * positives[cell] - count[cell]));
    return (of) => {
        const found = balance.get(keyOf(of));
        return found === undefined ? undefined : Number(found > 0);
    };
}
/** Share of the rows that are answered rightly. */
function share({ rows, count, positives }, answer) {
    let right = 0;
    for (let cell = 0; cell < count.length; cell++)
        right += answer(cell) === 1 ? positives[cell] : count[cell] - positives[cell];
    return right / rows.length;
}
//# sourceMappingURL=lookup-importance.js.map