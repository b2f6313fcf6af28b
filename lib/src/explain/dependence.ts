import { rankCorrelation } from "../statistics/index.js";
import type { ShapleyValues } from "./shapley.js";
import { summariseInteractions } from "./shapley-summary.js";

/**
 * A player's Shapley value beside its own value and that of its strongest partner, by distinct
 * vector.
 */
export interface Dependence {
  player: string;
  /** The player with the largest mean |interaction|. */
  partner: string;
  /**
   * The features whose values stand for the two: of a group of several, the one whose ranks follow
   * the group's Shapley values most.
   */
  feature: string;
  partnerFeature: string;
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
 * do to it, the strongest partner most of all. Throws where the values came without interactions.
 */
export function shapleyDependence(found: ShapleyValues, player: string): Dependence {
  const { players, features, values, rowsOfVector } = found;
  const index = players.findIndex(({ name }) => name === player);
  if (index < 0)
    throw new Error(
      `there is no player "${player}"; there are ${players.map(({ name }) => name).join(", ")}`,
    );
  const strongest = summariseInteractions(found).find(({ players: pair }) => pair.includes(player));
  if (!strongest) throw new Error(`"${player}" plays alone; there is no partner to set beside it`);
  const partner = strongest.players.find((name) => name !== player)!;
  const shapleyOf = (name: string): Float64Array => {
    const own = players.findIndex((one) => one.name === name);
    return Float64Array.from(rowsOfVector, (_, v) => values[v * players.length + own]);
  };
  const shapley = shapleyOf(player);
  const at = leadingColumn(found, player, shapley);
  const partnerAt = leadingColumn(found, partner, shapleyOf(partner));
  return {
    player,
    partner,
    feature: features.names[at],
    partnerFeature: features.names[partnerAt],
    rows: rowsOfVector,
    value: features.columns[at],
    partnerValue: features.columns[partnerAt],
    shapley,
    names: features.categories[at],
    partnerNames: features.categories[partnerAt],
  };
}

/** The column of a player's only feature, or of that whose ranks its Shapley values follow most. */
function leadingColumn(
  { players, features }: ShapleyValues,
  player: string,
  shapley: Float64Array,
): number {
  const columns = players
    .find(({ name }) => name === player)!
    .features.map((name) => features.names.indexOf(name));
  const follows = (column: number): number => {
    const correlation = Math.abs(rankCorrelation(features.columns[column], shapley));
    return Number.isNaN(correlation) ? 0 : correlation;
  };
  return columns.reduce((best, one) => (follows(one) > follows(best) ? one : best));
}
