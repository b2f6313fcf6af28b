import { rankCorrelation } from "../statistics/index.js";
import type { PairStatistic } from "./friedman-h.js";
import type { PairSummary } from "./shapley-summary.js";

/** A pair of players by both measures of interaction. */
export interface CheckedPair {
  pair: string;
  /** Mean |Shapley interaction|, on the scale explained. */
  shapley: number;
  /**
   * Friedman's H, and the standard deviation of the interaction it is made of, on the same scale.
   */
  h: number;
  deviation: number;
}

/**
 * Interactions by Shapley and by Friedman side by side, and whether they put the pairs in the same
 * order.
 */
export interface InteractionCheck {
  /** Strongest by Shapley first. */
  pairs: CheckedPair[];
  /** Spearman's rank correlation of `shapley` and `deviation`; NaN where a side is constant. */
  rankCorrelation: number;
}

/** Interactions below this are rounding, and their order means nothing: they tie at zero. */
const ROUNDING = 1e-12;

/**
 * Sets Shapley interactions beside Friedman's H of the same model and rows. Throws where the
 * players differ.
 */
export function checkInteractions(
  shapley: readonly PairSummary[],
  friedman: readonly PairStatistic[],
): InteractionCheck {
  const pairs = shapley.map(({ players, meanAbsolute }) => {
    const other = friedman.find(({ players: pair }) =>
      players.every((player) => pair.includes(player)),
    );
    if (!other) throw new RangeError(`Friedman's H was not computed for ${players.join(" and ")}`);
    return {
      pair: players.join(" x "),
      shapley: meanAbsolute,
      h: other.h,
      deviation: other.interactionDeviation,
    };
  });
  const told = (value: number): number => (value > ROUNDING ? value : 0);
  return {
    pairs,
    rankCorrelation: rankCorrelation(
      pairs.map((pair) => told(pair.shapley)),
      pairs.map(({ deviation }) => told(deviation)),
    ),
  };
}
