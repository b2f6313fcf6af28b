/**
 * The weight before! after! / (before + after + 1)! that Shapley (1953) gives to a player who joins
 * with `before` others in the coalition and `after` still to come. With one player less, it is the
 * weight of a pair's joint effect in the interaction index of Grabisch and Roubens (1999).
 */
export declare function shapleyWeight(before: number, after: number): number;
/** Players a game may have: coalitions are bits of a 32-bit integer. */
export declare const MOST_PLAYERS = 30;
