/**
 * The weight before! after! / (before + after + 1)! that Shapley (1953) gives to a player who joins
 * with `before` others in the coalition and `after` still to come. With one player less, it is the
 * weight of a pair's joint effect in the interaction index of Grabisch and Roubens (1999).
 */
export function shapleyWeight(before, after) {
    return TABLE[before * SIZE + after];
}
/** Players a game may have: coalitions are bits of a 32-bit integer. */
export const MOST_PLAYERS = 30;
const SIZE = MOST_PLAYERS + 1;
const TABLE = new Float64Array(SIZE * SIZE);
for (let before = 0; before < SIZE; before++) {
    TABLE[before * SIZE] = 1 / (before + 1);
    // b! a! / (b+a+1)! from its neighbour with one less to come: times a / (b+a+1).
    for (let after = 1; after < SIZE; after++)
        TABLE[before * SIZE + after] =
            (TABLE[before * SIZE + after - 1] * after) / (before + after + 1);
}
//# sourceMappingURL=shapley-weights.js.map