export { InputError, TooFewRowsError } from "./errors.js";
export { createRandom, type Random } from "./random.js";
export { median, medianSorted, quantile, quantileSorted, sortedCopy } from "./quantile.js";
export {
  bootstrapInterval,
  normalProbability,
  normalQuantile,
  wilsonInterval,
  type Interval,
} from "./intervals.js";
export { codeColumn, codeFewValues, codeRows, type RowCodes } from "./codes.js";
export { binomialProbability, drawBinomial, drawMultinomial } from "./binomial.js";
export { cholesky, invertCholesky, solveCholesky, type Cholesky } from "./cholesky.js";
export { logFactorial } from "./log-factorial.js";
export { mcnemarTest, pairedDifferenceInterval, type McNemarTest } from "./mcnemar.js";
export { kendallScoreVariance, theilSenSlope } from "./theil-sen.js";
export { entropyBits, mutualInformationBits } from "./information.js";
export { chiSquareTail, independenceTest, type IndependenceTest } from "./chi-square.js";
export { simultaneousLevel } from "./simultaneous.js";
export { rankCorrelation, ranks } from "./rank-correlation.js";
export { studentProbability, studentQuantile } from "./student-t.js";
export { ascendingOrder } from "./ascending-order.js";
export { sortNumbers } from "./sort-numbers.js";
export { lowerBound } from "./bisect.js";
export {
  blockError,
  blockMean,
  blockRatio,
  blockResampler,
  isKnown,
  percentileTail,
  resampledInterval,
  rowsAsBlocks,
  takeBlocks,
  unknownInterval,
  type BlockResampler,
  type Blocks,
} from "./block-bootstrap.js";
export { pairedTest, type PairedTest } from "./paired-blocks.js";
