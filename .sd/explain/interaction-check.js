import { rankCorrelation } from "../statistics/index.js";
/** Interactions below this are rounding, and their order means nothing: they tie at zero. */
const ROUNDING = 1e-12;
/**
 * Sets Shapley interactions beside Friedman's H of the same model and rows. Throws where the
 * players differ.
 */
export function checkInteractions(shapley, friedman) {
    const pairs = shapley.map(({ players, meanAbsolute }) => {
        const other = friedman.find(({ players: pair }) => players.every((player) => pair.includes(player)));
        if (!other)
            throw new RangeError(`Friedman's H was not computed for ${players.join(" and ")}`);
        return {
            pair: players.join(" x "),
            shapley: meanAbsolute,
            h: other.h,
            deviation: other.interactionDeviation,
        };
    });
    const told = (value) => (value > ROUNDING ? value : 0);
    return {
        pairs,
        rankCorrelation: rankCorrelation(pairs.map((pair) => told(pair.shapley)), pairs.map(({ deviation }) => told(deviation))),
    };
}
//# sourceMappingURL=interaction-check.js.map