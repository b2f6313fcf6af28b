import type { TrainingData } from "lib/models";
import { createRandom } from "lib/statistics";

/**
 * A generated table of 15 features, 10 of them continuous, and a label that follows them through
 * waves and products.
 */
export function generatedTable(rows: number, seed = 1): TrainingData {
  const random = createRandom(seed);
  const columns = Array.from({ length: 15 }, (_, f) =>
    new Float64Array(rows).map(() => (f < 10 ? random.normal() : random.integer(f < 12 ? 24 : 4))),
  );
  const [a, b, c, d, e] = columns;
  const hour = columns[10];
  const kind = columns[12];
  const label = new Uint8Array(rows).map((_, row) => {
    const side = hour[row] > 12 ? 1 : -1;
    const logOdds =
      1.8 * a[row] +
      2.25 * Math.sin(2 * b[row]) +
      1.5 * c[row] * d[row] +
      1.5 * side * e[row] +
      1.2 * (kind[row] - 1.5);
    return random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  return {
    features: {
      rowCount: rows,
      names: columns.map((_, f) => `x${f}`),
      columns,
      categories: columns.map(() => null),
    },
    label,
  };
}
