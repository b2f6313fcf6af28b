import { inputWords } from "./router-inputs.js";
/** The parts of an explained row's output. Throws where there is no such row. */
export function predictionParts({ players, features, values, base, output, vectorOfRow }, row) {
    if (!(row >= 0 && row < vectorOfRow.length))
        throw new RangeError(`row ${row} was not explained; rows 0 to ${vectorOfRow.length - 1} were`);
    const vector = vectorOfRow[row];
    const parts = players.map(({ name, features: own }, player) => {
        const column = own.length === 1 ? features.names.indexOf(own[0]) : -1;
        const words = column < 0
            ? name
            : `${name}: ` +
                `${inputWords(name, features.columns[column][vector], features.categories[column])}`;
        return { player: name, words, value: values[vector * players.length + player] };
    });
    return {
        base,
        parts: parts.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)),
        output: output[vector],
    };
}
/**
 * The explained row whose output is the furthest from the base (the first of equals): the one that
 * has most to explain.
 */
export function furthestRow({ output, base, vectorOfRow }) {
    let furthest = 0;
    vectorOfRow.forEach((vector, row) => {
        if (Math.abs(output[vector] - base) > Math.abs(output[vectorOfRow[furthest]] - base))
            furthest = row;
    });
    return furthest;
}
//# sourceMappingURL=prediction-parts.js.map