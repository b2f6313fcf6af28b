import type { ShapleyGame } from "./shapley-game.js";
import type { ShapleySums } from "./tree-shapley.js";
/** Above this many players the coalitions (2 to that power) are too many to visit. */
export declare const MOST_ENUMERATED_PLAYERS = 15;
/**
 * Distinct hybrid rows (row's values in S, background's elsewhere) over all coalitions: what
 * enumeration asks the model for. Stops counting above `limit`.
 */
export declare function countHybrids(game: ShapleyGame, limit: number): number;
/**
 * Exact Shapley values of any model by visiting every coalition: its worth for each row comes from
 * the model's answers to the distinct hybrids of row and background, and the values from their
 * definition as sums over coalitions.
 */
export declare function enumerateShapley(game: ShapleyGame, sums: ShapleySums, tick: (shareDone: number) => Promise<void>): Promise<void>;
