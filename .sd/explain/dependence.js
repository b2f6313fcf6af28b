import { summariseInteractions } from "./shapley-summary.js";
/**
 * How a player's Shapley value depends on its own value: the spread at one value is what the others
 * do to it, the strongest partner most of all. Throws where the values came without interactions,
 * or a player is a group of several features.
 */
export function shapleyDependence(found, player) {
    const { players, features, values, rowsOfVector } = found;
    const index = players.findIndex(({ name }) => name === player);
    if (index < 0)
        throw new Error(`there is no player "${player}"; there are ${players.map(({ name }) => name).join(", ")}`);
    const strongest = summariseInteractions(found).find(({ players: pair }) => pair.includes(player));
    if (!strongest)
        throw new Error(`"${player}" plays alone; there is no partner to set beside it`);
    const partner = strongest.players.find((name) => name !== player);
    const columnOf = (name) => {
        const own = players.find((one) => one.name === name).features;
        if (own.length !== 1)
            throw new Error(`"${name}" is a group of ${own.length} features, which has no value to set a Shapley ` +
                "value beside");
        return features.names.indexOf(own[0]);
    };
    const at = columnOf(player);
    const partnerAt = columnOf(partner);
    return {
        player,
        partner,
        rows: rowsOfVector,
        value: features.columns[at],
        partnerValue: features.columns[partnerAt],
        shapley: Float64Array.from(rowsOfVector, (_, vector) => values[vector * players.length + index]),
        names: features.categories[at],
        partnerNames: features.categories[partnerAt],
    };
}
//# sourceMappingURL=dependence.js.map