/** Players in their order; each vector counts as its rows. */
export function summariseShapley({ players, values, rowsOfVector, }) {
    const rows = rowsOfVector.reduce((sum, count) => sum + count, 0);
    const summaries = players.map(({ name, features }, player) => {
        let absolute = 0;
        let squared = 0;
        let signed = 0;
        rowsOfVector.forEach((count, vector) => {
            const value = values[vector * players.length + player];
            absolute += count * Math.abs(value);
            squared += count * value * value;
            signed += count * value;
        });
        const meanAbsolute = absolute / rows;
        const variance = Math.max(0, squared / rows - meanAbsolute ** 2);
        return {
            name,
            features,
            meanAbsolute,
            standardError: rows > 1 ? Math.sqrt(variance / (rows - 1)) : NaN,
            mean: signed / rows,
        };
    });
    const total = summaries.reduce((sum, { meanAbsolute }) => sum + meanAbsolute, 0);
    return summaries.map((summary) => ({
        ...summary,
        share: total > 0 ? summary.meanAbsolute / total : NaN,
    }));
}
/** All pairs, strongest first. Throws where the values came without interactions. */
export function summariseInteractions({ players, interactions, rowsOfVector, }) {
    if (!interactions)
        throw new Error("these Shapley values were computed without interactions; ask for them (interactions: true)");
    const count = players.length;
    const rows = rowsOfVector.reduce((sum, weight) => sum + weight, 0);
    const pairs = [];
    for (let one = 0; one < count; one++) {
        for (let other = one + 1; other < count; other++) {
            let absolute = 0;
            rowsOfVector.forEach((weight, vector) => (absolute += weight * 2 * Math.abs(interactions[(vector * count + one) * count + other])));
            pairs.push({
                players: [players[one].name, players[other].name],
                meanAbsolute: absolute / rows,
            });
        }
    }
    return pairs.sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}
//# sourceMappingURL=shapley-summary.js.map