import type { LabelledTable } from "../features/index.js";
import { normalQuantile, wilsonInterval, type Interval } from "../statistics/index.js";
import { crossFit } from "./cross-fit.js";
import { drawFolds } from "./folds.js";
import { largestGain, missedVariance } from "./missed-variance.js";
import { designColumns } from "./numeric-design.js";
import { clusteredMean, type OutOfSampleOptions } from "./out-of-sample.js";

/** Bounds of the best accuracy on new rows, where feature vectors hardly repeat. */
export interface CrossFittedCeiling {
  /**
   * `estimate` is what cross-fitted learners reach, `low` its lower end; `high` adds the most that
   * they may have missed.
   */
  ceiling: Interval;
  /** Share of the rows that the cross-fitted learners get right. */
  reached: number;
  /** The most that knowing the true probabilities could add to it. */
  missedAtMost: number;
  /** For each row whether the learners that did not see it were right: 1 or 0. */
  correct: Float64Array;
}

/** Fewer rows than this say nothing about continuous features. */
const LEAST_ROWS = 50;

/**
 * The ceiling (Bayes accuracy) of a table whose rows nearly all have a feature vector of their own,
 * by bounds from both sides.
 *
 * From below: no learner is better than the ceiling on rows it has not seen, so the accuracy of
 * cross-fitted learners, less its sampling error, lies below. This holds whatever the data.
 *
 * From above: nothing holds whatever the data (any sample is also one of labels that are a function
 * of the features, but of one so rough that none could learn it: Antos, Devroye and Gyorfi, 1999,
 * "Lower bounds for Bayes error estimation"). What the learners missed is bounded as far as it is
 * no rougher than what they disagree on, see `missedVariance`, and turned into accuracy by the
 * inequality of Cover and Hart (1967), row by row, see `largestGain`.
 *
 * That assumption can fail, and the high end is then too low. How often the bounds hold the truth
 * is measured in test/attainability/cross-fitted-ceiling.test.ts.
 */
export function crossFittedCeiling(
  { features, label }: LabelledTable,
  { level = 0.95, blockOfRow, seed = "ceiling" }: OutOfSampleOptions & { seed?: string } = {},
): CrossFittedCeiling {
  const z = normalQuantile(0.5 + level / 2);
  const columns = designColumns(features);
  const folds = drawFolds(features.rowCount, blockOfRow, seed);
  if (features.rowCount < LEAST_ROWS || folds.count < 3 || columns.length === 0)
    return nothingKnown(label, level);
  const fit = crossFit(features, columns, label, folds);
  const correct = fit.probability.map((p, row) => Number(p >= 0.5 === (label[row] === 1)));
  const chance = shareInBlocks(correct, level, blockOfRow);
  const missed = missedVariance({ columns, label, ...fit, folds, blockOfRow }, z);
  const missedAtMost = largestGain(fit.probability, missed);
  return {
    ceiling: atLeastHalf({ ...chance, high: Math.min(1, chance.high + missedAtMost) }),
    reached: chance.estimate,
    missedAtMost,
    correct,
  };
}

/** The better of both answers to every row is right for half of the rows or more. */
function atLeastHalf({ estimate, low, high, level }: Interval): Interval {
  return {
    estimate: Math.max(0.5, estimate),
    low: Math.max(0.5, low),
    high: Math.max(0.5, high),
    level,
  };
}

/** Wilson's interval, with as many rows as would be as uncertain if they were independent. */
function shareInBlocks(
  correct: Float64Array,
  level: number,
  blockOfRow: ArrayLike<number> | undefined,
): Interval {
  const { mean, standardError } = clusteredMean(correct, blockOfRow);
  const alone = clusteredMean(correct).standardError;
  const effective = correct.length * (standardError > 0 ? (alone / standardError) ** 2 : 1);
  return { ...wilsonInterval(mean * effective, effective, level), estimate: mean };
}

function nothingKnown(label: Uint8Array, level: number): CrossFittedCeiling {
  let positives = 0;
  for (const y of label) positives += y;
  const answer = Number(2 * positives >= label.length);
  const correct = Float64Array.from(label, (y) => Number(y === answer));
  const chance = shareInBlocks(correct, level, undefined);
  return {
    ceiling: atLeastHalf({ ...chance, high: 1 }),
    reached: chance.estimate,
    missedAtMost: 1 - chance.high,
    correct,
  };
}
