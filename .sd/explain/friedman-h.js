import { worthOf } from "./coalition-worth.js";
import { shapleyGame } from "./shapley-game.js";
/** Joint effects that move the output by less than this are rounding. */
const NO_EFFECT = 1e-12;
/**
 * Friedman's H statistic (Friedman and Popescu, 2008, eq. 44-45) of every pair of players: the
 * centred partial dependence on both, less those on either, its root mean square over the rows
 * beside that of the joint one. Partial dependence is the mean output over the background, as in
 * Shapley's game. A cross-check of Shapley interactions, which answer a question of their own: H
 * looks at pairs with all else averaged out, the index at pairs within all coalitions. The model is
 * asked for (distinct rows) x (distinct background rows) hybrids a pair.
 */
export function friedmanH(classifier, features, background, options = {}) {
    const game = shapleyGame(classifier, features, background, options.scale ?? "probability", options.groups);
    const { players, rows, rowsOfVector } = game;
    const total = rowsOfVector.reduce((sum, count) => sum + count, 0);
    const dependence = (coalition) => {
        const worth = new Float64Array(rows.rowCount);
        worthOf(game, coalition, rows, worth);
        const mean = worth.reduce((sum, value, vector) => sum + value * rowsOfVector[vector], 0) / total;
        return worth.map((value) => value - mean);
    };
    const deviation = (values) => Math.sqrt(values.reduce((sum, value, vector) => sum + value * value * rowsOfVector[vector], 0) / total);
    const alone = players.map((_, player) => dependence(1 << player));
    const pairs = [];
    for (let one = 0; one < players.length; one++) {
        for (let other = one + 1; other < players.length; other++) {
            const joint = dependence((1 << one) | (1 << other));
            const jointDeviation = deviation(joint);
            const interactionDeviation = deviation(joint.map((value, vector) => value - alone[one][vector] - alone[other][vector]));
            pairs.push({
                players: [players[one].name, players[other].name],
                h: jointDeviation > NO_EFFECT ? interactionDeviation / jointDeviation : NaN,
                interactionDeviation,
            });
        }
    }
    return pairs;
}
//# sourceMappingURL=friedman-h.js.map