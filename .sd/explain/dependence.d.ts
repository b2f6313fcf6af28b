import type { ShapleyValues } from "./shapley.js";
/**
 * A player's Shapley value beside its own value and that of its strongest partner, by distinct
 * vector.
 */
export interface Dependence {
    player: string;
    /** The player with the largest mean |interaction|. */
    partner: string;
    value: Float64Array;
    partnerValue: Float64Array;
    shapley: Float64Array;
    /** Rows each vector stands for. */
    rows: Float64Array;
    /** Names by code of either side, or null. */
    names: readonly string[] | null;
    partnerNames: readonly string[] | null;
}
/**
 * How a player's Shapley value depends on its own value: the spread at one value is what the others
 * do to it, the strongest partner most of all. Throws where the values came without interactions,
 * or a player is a group of several features.
 */
export declare function shapleyDependence(found: ShapleyValues, player: string): Dependence;
