import type { FeatureTable } from "../features/index.js";
import { type RowCodes } from "../statistics/index.js";
import type { ShapleyGame } from "./shapley-game.js";
/**
 * Rows by their values inside a coalition, background rows by theirs outside: the hybrids are all
 * pairs of the two.
 */
export interface Sides {
    inside: RowCodes;
    outside: RowCodes;
}
/** Rows told apart by the coalition's features, and background rows by all others. */
export declare function sidesOf({ playerOfFeature, background }: ShapleyGame, coalition: number, rows: FeatureTable): Sides;
/**
 * What a coalition (a bit a player) is worth for each of `rows`, into `worth`: the mean output over
 * its hybrids with the background.
 */
export declare function worthOf(game: ShapleyGame, coalition: number, rows: FeatureTable, worth: Float64Array): void;
