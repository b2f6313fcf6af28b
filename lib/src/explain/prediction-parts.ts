import { inputWords } from "./router-inputs.js";
import type { ShapleyValues } from "./shapley.js";

/** One prediction, taken apart. */
export interface PredictionParts {
  /** Mean output over the background. */
  base: number;
  /**
   * What each player adds, the largest first, under its name and (for a single feature) its value:
   * "workload: heavy_processing".
   */
  parts: { player: string; words: string; value: number }[];
  /** The output; base and parts add up to it. */
  output: number;
}

/** The parts of an explained row's output. Throws where there is no such row. */
export function predictionParts(
  { players, features, values, base, output, vectorOfRow }: ShapleyValues,
  row: number,
): PredictionParts {
  if (!(row >= 0 && row < vectorOfRow.length))
    throw new RangeError(`row ${row} was not explained; rows 0 to ${vectorOfRow.length - 1} were`);
  const vector = vectorOfRow[row];
  const parts = players.map(({ name, features: own }, player) => {
    const column = own.length === 1 ? features.names.indexOf(own[0]) : -1;
    const words =
      column < 0
        ? name
        : `${name}: ` +
          `${inputWords(name, features.columns[column][vector], features.categories[column])}`;
    return { player: name, words, value: values[vector * players.length + player] };
  });
  return {
    base,
    parts: parts.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)),
    output: output[vector],
  };
}

/**
 * The explained row whose output is the furthest from the base (the first of equals): the one that
 * has most to explain.
 */
export function furthestRow({ output, base, vectorOfRow }: ShapleyValues): number {
  let furthest = 0;
  vectorOfRow.forEach((vector, row) => {
    if (Math.abs(output[vector] - base) > Math.abs(output[vectorOfRow[furthest]] - base))
      furthest = row;
  });
  return furthest;
}
