import { quantileSorted, sortedCopy } from "../statistics/index.js";
import type { ContextColumn } from "./context-columns.js";

/** Figures that rules may speak of, and cuts of each, at most. */
const MOST_FIGURES = 4;
const MOST_CUTS = 8;

/**
 * The figures (of arrival state and feedback) that a single cut tells a model's answers apart by
 * best (by Gini's impurity, as a tree would choose), with the cuts that rules may make: even
 * quantiles, rounded to two digits so that a rule can be read.
 */
export function tellingFigures(
  columns: readonly ContextColumn[],
  toLambda: Uint8Array,
): ContextColumn[] {
  return columns
    .map((column) => ({ ...column, cuts: readableCuts(column.values) }))
    .map((column) => ({ column, gain: bestGain(column.values, column.cuts, toLambda) }))
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain)
    .slice(0, MOST_FIGURES)
    .map(({ column }) => column);
}

/** Which stretch between the cuts each value lies in, from 0; NaN stays. */
export function stretches({ values, cuts }: ContextColumn): Float64Array {
  if (!cuts) return values;
  return values.map((value) =>
    Number.isNaN(value) ? NaN : cuts.reduce((above, cut) => above + Number(value > cut), 0),
  );
}

function readableCuts(values: Float64Array): Float64Array {
  const sorted = sortedCopy(values.filter((value) => !Number.isNaN(value)));
  if (sorted.length === 0) return new Float64Array(0);
  const cuts = Array.from({ length: MOST_CUTS }, (_, i) =>
    Number(quantileSorted(sorted, (i + 1) / (MOST_CUTS + 1)).toPrecision(2)),
  );
  const parting = [...new Set(cuts)].filter(
    (cut) => sorted[0] <= cut && cut < sorted[sorted.length - 1],
  );
  return Float64Array.from(parting).sort();
}

/** How much the best cut lowers Gini's impurity of the answers, times the requests. */
function bestGain(values: Float64Array, cuts: Float64Array, toLambda: Uint8Array): number {
  const impurity = (rows: number, lambda: number): number =>
    rows > 0 ? (lambda * (rows - lambda)) / rows : 0;
  const lambda = toLambda.reduce((sum, one) => sum + one, 0);
  const whole = impurity(values.length, lambda);
  let best = 0;
  for (const cut of cuts) {
    let rows = 0;
    let below = 0;
    for (let row = 0; row < values.length; row++) {
      if (!(values[row] <= cut)) continue;
      rows++;
      below += toLambda[row];
    }
    const parted = impurity(rows, below) + impurity(values.length - rows, lambda - below);
    best = Math.max(best, whole - parted);
  }
  return best;
}
