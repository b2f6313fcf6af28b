import type { LabelledTable } from "lib/features";
import { createRandom, type Random } from "lib/statistics";

/** A world of feature vectors that never repeat, with known P(label = 1). */
export interface ContinuousWorld {
  /** Share that a perfect model gets right. */
  bayes: number;
  categories: (readonly string[] | null)[];
  drawRow(random: Random): number[];
  logOdds(row: readonly number[]): number;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const normals =
  (columns: number) =>
  (random: Random): number[] =>
    Array.from({ length: columns }, () => random.normal());
const numbers = (columns: number): null[] => Array.from({ length: columns }, () => null);

/** The scores' scale is set so that a Monte Carlo of a million rows gives this Bayes accuracy. */
function world(
  bayes: number,
  scale: number,
  score: (x: readonly number[]) => number,
  columns = 6,
): ContinuousWorld {
  return {
    bayes,
    categories: numbers(columns),
    drawRow: normals(columns),
    logOdds: (x) => scale * score(x),
  };
}

const linear = (x: readonly number[]): number =>
  x[0] + 0.8 * x[1] + 0.6 * x[2] - 0.4 * x[3] + 0.2 * x[4];
const products = (x: readonly number[]): number => x[0] * x[1] + 0.7 * x[2] * x[3] + 0.5 * x[4];

export const WORLDS: Readonly<Record<string, ContinuousWorld>> = {
  "a linear score": world(0.688, 0.7397, linear),
  "an interaction": world(0.688, 0.9585, products),
  noise: world(0.5, 0, () => 0),
  "nearly deterministic": world(0.99, 37.21, linear),
};

/** A table of so many rows of a world, the same for the same seed. */
export function drawWorld(of: ContinuousWorld, rows: number, seed: number): LabelledTable {
  const random = createRandom(`world ${seed}`);
  const columns = of.categories.map(() => new Float64Array(rows));
  const label = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const x = of.drawRow(random);
    x.forEach((value, c) => (columns[c][row] = value));
    label[row] = Number(random.uniform() < logistic(of.logOdds(x)));
  }
  const names = columns.map((_, c) => `x${c}`);
  return { features: { rowCount: rows, names, columns, categories: of.categories }, label };
}
