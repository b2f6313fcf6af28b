import type { FeatureTable } from "../features/index.js";
import type { Classifier } from "../models/index.js";
import { worthOf } from "./coalition-worth.js";
import type { OutputScale } from "./model-output.js";
import type { FeatureGroup } from "./permutation-importance.js";
import { shapleyGame, type Background } from "./shapley-game.js";

/** Friedman's H of two players. */
export interface PairStatistic {
  players: readonly [string, string];
  /**
   * Part of the joint effect's standard deviation that is neither's own, 0 to 1 (somewhat above for
   * effects that cancel); NaN where there is no joint effect.
   */
  h: number;
  /**
   * The standard deviation of the interaction itself, on the scale explained: H alone makes much of
   * pairs that do little.
   */
  interactionDeviation: number;
}

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
export function friedmanH(
  classifier: Classifier,
  features: FeatureTable,
  background: Background,
  options: { groups?: readonly FeatureGroup[]; scale?: OutputScale } = {},
): PairStatistic[] {
  const game = shapleyGame(
    classifier,
    features,
    background,
    options.scale ?? "probability",
    options.groups,
  );
  const { players, rows, rowsOfVector } = game;
  const total = rowsOfVector.reduce((sum, count) => sum + count, 0);
  const dependence = (coalition: number): Float64Array => {
    const worth = new Float64Array(rows.rowCount);
    worthOf(game, coalition, rows, worth);
    const mean =
      worth.reduce((sum, value, vector) => sum + value * rowsOfVector[vector], 0) / total;
    return worth.map((value) => value - mean);
  };
  const deviation = (values: Float64Array): number =>
    Math.sqrt(
      values.reduce((sum, value, vector) => sum + value * value * rowsOfVector[vector], 0) / total,
    );
  const alone = players.map((_, player) => dependence(1 << player));
  const pairs: PairStatistic[] = [];
  for (let one = 0; one < players.length; one++) {
    for (let other = one + 1; other < players.length; other++) {
      const joint = dependence((1 << one) | (1 << other));
      const jointDeviation = deviation(joint);
      const interactionDeviation = deviation(
        joint.map((value, vector) => value - alone[one][vector] - alone[other][vector]),
      );
      pairs.push({
        players: [players[one].name, players[other].name],
        h: jointDeviation > NO_EFFECT ? interactionDeviation / jointDeviation : NaN,
        interactionDeviation,
      });
    }
  }
  return pairs;
}
