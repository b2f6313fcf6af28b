import { bootstrapInterval, codeRows, createRandom, drawMultinomial, rankCorrelation, } from "../statistics/index.js";
/**
 * Compares two explanations of the same rows by the same players. Agreement may mean that there is
 * one truth to find, or that both models are the same function: set it beside the share of
 * identical answers (`compareClassifiers`). Throws where rows or players differ.
 */
export function shapleyAgreement(first, second, options = {}) {
    const { repeats = 1000, level = 0.95, seed = 42 } = options;
    const names = first.players.map(({ name }) => name);
    const rowCount = first.vectorOfRow.length;
    const columnOf = names.map((name) => second.players.findIndex((player) => player.name === name));
    if (columnOf.includes(-1) || second.players.length !== names.length)
        throw new RangeError(`the explanations have different players: ${names.join(", ")} and ` +
            `${second.players.map(({ name }) => name).join(", ")}`);
    if (second.vectorOfRow.length !== rowCount)
        throw new RangeError(`the explanations are of ${rowCount} and ${second.vectorOfRow.length} rows; explain ` +
            "the same ones");
    // Rows that are one vector to both models are drawn together, as the rows they stand for.
    const { codeOfRow, codeCount, firstRow } = codeRows([first.vectorOfRow, second.vectorOfRow], rowCount);
    const rowsOf = new Float64Array(codeCount);
    for (const code of codeOfRow)
        rowsOf[code]++;
    const players = names.length;
    const valueOf = (code, player) => [
        first.values[first.vectorOfRow[firstRow[code]] * players + player],
        second.values[second.vectorOfRow[firstRow[code]] * players + columnOf[player]],
    ];
    const correlationOf = (counts) => {
        const importance = [new Float64Array(players), new Float64Array(players)];
        for (let code = 0; code < codeCount; code++) {
            if (counts[code] === 0)
                continue;
            for (let player = 0; player < players; player++)
                valueOf(code, player).forEach((value, side) => (importance[side][player] += counts[code] * Math.abs(value)));
        }
        return rankCorrelation(importance[0], importance[1]);
    };
    const drawn = new Float64Array(codeCount);
    const random = createRandom(seed).fork("shapley-agreement");
    const importance = bootstrapInterval(correlationOf(rowsOf), (generator) => {
        drawMultinomial(generator, rowCount, rowsOf, drawn);
        return correlationOf(drawn);
    }, random, repeats, level);
    return { importance, values: correlationOfValues(rowsOf, players, valueOf) };
}
/** Pearson's, weighted by rows. */
function correlationOfValues(rowsOf, players, valueOf) {
    let count = 0;
    let meanA = 0;
    let meanB = 0;
    let product = 0;
    let squaresA = 0;
    let squaresB = 0;
    rowsOf.forEach((rows, code) => {
        for (let player = 0; player < players; player++) {
            const [a, b] = valueOf(code, player);
            count += rows;
            const stepA = a - meanA;
            const stepB = b - meanB;
            meanA += (rows / count) * stepA;
            meanB += (rows / count) * stepB;
            product += rows * stepA * (b - meanB);
            squaresA += rows * stepA * (a - meanA);
            squaresB += rows * stepB * (b - meanB);
        }
    });
    return squaresA > 0 && squaresB > 0 ? product / Math.sqrt(squaresA * squaresB) : NaN;
}
//# sourceMappingURL=shapley-agreement.js.map