import { normalQuantile, type Interval } from "../statistics/index.js";
import { clusteredMean, type OutOfSampleOptions } from "./out-of-sample.js";

/**
 * The ceiling of whoever knows more than the features: an oracle that gives, for each request, the
 * probability that its label is 1 given the inner state it met (environments idle, queue, size),
 * with only the noise of the service drawn anew. Its best accuracy is E max(p, 1 - p), and no
 * function of features that are themselves functions of that state is better (conditioning on less
 * cannot help). So it bounds the ceiling of the features from above.
 *
 * @param probability of each request. Exact, or the share of label 1 among `redraws` draws
 * @param redraws how many draws each share was counted from. The larger class of few draws is too
 *   good on those draws; the low end and the estimate then count each draw by the others' majority
 *   (a draw left out), which is too bad instead
 * @throws RangeError where a probability is not one
 */
export function oracleCeiling(
  probability: Float64Array,
  { redraws, level = 0.95, blockOfRow }: OutOfSampleOptions & { redraws?: number } = {},
): Interval {
  if (probability.length === 0) throw new RangeError("an oracle of no requests has no ceiling");
  if (redraws !== undefined && !(Number.isInteger(redraws) && redraws >= 2))
    throw new RangeError(`an oracle needs 2 or more draws of each request, not ${redraws}`);
  probability.forEach((p, row) => {
    if (!(p >= 0 && p <= 1))
      throw new RangeError(`request ${row} has probability ${p}; it must lie between 0 and 1`);
  });
  const z = normalQuantile(0.5 + level / 2);
  const own = clusteredMean(
    probability.map((p) => Math.max(p, 1 - p)),
    blockOfRow,
  );
  const others =
    redraws === undefined
      ? own
      : clusteredMean(
          probability.map((p) => leftOutAccuracy(Math.round(p * redraws), redraws)),
          blockOfRow,
        );
  return {
    estimate: others.mean,
    low: Math.max(0, others.mean - z * others.standardError),
    high: Math.min(1, own.mean + z * own.standardError),
    level,
  };
}

/** Share of `draws`, `ones` of them 1, that the majority of the others gets right; a tie half. */
function leftOutAccuracy(ones: number, draws: number): number {
  const right = (others: number): number =>
    2 * others === draws - 1 ? 0.5 : Number(2 * others > draws - 1);
  const zeros = draws - ones;
  return (ones * right(ones - 1) + zeros * right(zeros - 1)) / draws;
}
