import { ECS, LAMBDA } from "../campaign/index.js";
import type { Strata } from "./estimator.js";

/**
 * The probability with which each request came to Lambda: as the plan fixed it, where that is
 * known, else the share of Lambda among the judged requests of its cell. NaN where not judged.
 * Throws where a known one is 0 or 1: such a request says nothing of the other platform.
 */
export function lambdaPropensities(
  platform: Uint8Array,
  judged: Uint8Array,
  { cellOfRow, cellCount }: Pick<Strata, "cellOfRow" | "cellCount">,
  known?: Float64Array,
): Float64Array {
  const served = [new Float64Array(cellCount), new Float64Array(cellCount)];
  for (let row = 0; row < judged.length; row++)
    if (judged[row] === 1) served[platform[row]][cellOfRow[row]]++;
  return Float64Array.from(judged, (yes, row) => {
    if (yes === 0) return NaN;
    const cell = cellOfRow[row];
    if (!known) return served[LAMBDA][cell] / (served[ECS][cell] + served[LAMBDA][cell]);
    if (!(known[row] > 0 && known[row] < 1))
      throw new RangeError(
        `row ${row}: a propensity lies strictly between 0 and 1, not at ${known[row]}; leave ` +
          "requests out that could only go to one platform",
      );
    return known[row];
  });
}

/** The probability with which a request came to `side`. */
export function propensityOf(side: number, lambdaPropensity: number): number {
  return side === LAMBDA ? lambdaPropensity : 1 - lambdaPropensity;
}
