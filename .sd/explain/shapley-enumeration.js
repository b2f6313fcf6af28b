import { sidesOf, worthOf } from "./coalition-worth.js";
import { shapleyWeight } from "./shapley-weights.js";
/** Above this many players the coalitions (2 to that power) are too many to visit. */
export const MOST_ENUMERATED_PLAYERS = 15;
/** Worths of coalitions held at a time. */
const WORTHS_AT_A_TIME = 1 << 22;
/**
 * Distinct hybrid rows (row's values in S, background's elsewhere) over all coalitions: what
 * enumeration asks the model for. Stops counting above `limit`.
 */
export function countHybrids(game, limit) {
    const coalitions = 2 ** game.players.length;
    let hybrids = 0;
    for (let coalition = 0; coalition < coalitions && hybrids <= limit; coalition++) {
        const { inside, outside } = sidesOf(game, coalition, game.rows);
        hybrids += inside.codeCount * outside.codeCount;
    }
    return hybrids;
}
/**
 * Exact Shapley values of any model by visiting every coalition: its worth for each row comes from
 * the model's answers to the distinct hybrids of row and background, and the values from their
 * definition as sums over coalitions.
 */
export async function enumerateShapley(game, sums, tick) {
    const players = game.players.length;
    const coalitions = 2 ** players;
    const vectors = game.rows.rowCount;
    const block = Math.max(1, Math.floor(WORTHS_AT_A_TIME / coalitions));
    for (let from = 0; from < vectors; from += block) {
        const count = Math.min(block, vectors - from);
        const rows = {
            ...game.rows,
            rowCount: count,
            columns: game.rows.columns.map((column) => column.subarray(from, from + count)),
        };
        const worth = new Float64Array(coalitions * count);
        for (let coalition = 0; coalition < coalitions; coalition++) {
            worthOf(game, coalition, rows, worth.subarray(coalition * count, (coalition + 1) * count));
            if (coalition % 64 === 0)
                await tick((from + (count * coalition) / coalitions) / vectors);
        }
        addValues(worth, count, from, sums);
        if (sums.interactions)
            addInteractions(worth, count, from, sums);
    }
}
/** phi_i: over all coalitions with i, its weight times what i brings to it. */
function addValues(worth, count, from, { players, values }) {
    for (let coalition = 1; coalition < 2 ** players; coalition++) {
        const size = sizeOf(coalition);
        for (let player = 0; player < players; player++) {
            if (((coalition >>> player) & 1) === 0)
                continue;
            const weight = shapleyWeight(size - 1, players - size);
            const without = coalition & ~(1 << player);
            for (let row = 0; row < count; row++)
                values[(from + row) * players + player] +=
                    weight * (worth[coalition * count + row] - worth[without * count + row]);
        }
    }
}
/**
 * I_ij: over all coalitions with i and j, the weight times what the two bring together beyond what
 * each brings alone.
 */
function addInteractions(worth, count, from, { players, interactions }) {
    for (let coalition = 3; coalition < 2 ** players; coalition++) {
        const size = sizeOf(coalition);
        for (let one = 0; one < players; one++) {
            for (let other = one + 1; other < players; other++) {
                const pair = (1 << one) | (1 << other);
                if ((coalition & pair) !== pair)
                    continue;
                const weight = shapleyWeight(size - 2, players - size);
                const neither = coalition & ~pair;
                const both = coalition * count;
                const first = (neither | (1 << one)) * count;
                const second = (neither | (1 << other)) * count;
                const none = neither * count;
                for (let row = 0; row < count; row++) {
                    interactions[((from + row) * players + one) * players + other] +=
                        weight *
                            (worth[both + row] - worth[first + row] - worth[second + row] + worth[none + row]);
                }
            }
        }
    }
}
function sizeOf(coalition) {
    let size = 0;
    for (let set = coalition; set !== 0; set &= set - 1)
        size++;
    return size;
}
//# sourceMappingURL=shapley-enumeration.js.map