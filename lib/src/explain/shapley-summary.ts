import type { ShapleyValues } from "./shapley.js";

/** How much a player moves the output, over all explained rows. */
export interface PlayerSummary {
  name: string;
  features: readonly string[];
  /** Mean |Shapley value| over the rows, on the scale explained. */
  meanAbsolute: number;
  /** Of that mean: from rows as a sample of requests, not from the sampling of permutations. */
  standardError: number;
  /** Mean Shapley value: which way, on the whole, against the background. */
  mean: number;
  /** Part of the sum of all players' `meanAbsolute`; NaN where nobody moves anything. */
  share: number;
}

/** Mean |interaction| of two players over the rows, both halves of the index together. */
export interface PairSummary {
  players: readonly [string, string];
  meanAbsolute: number;
}

/** Players in their order; each vector counts as its rows. */
export function summariseShapley({
  players,
  values,
  rowsOfVector,
}: ShapleyValues): PlayerSummary[] {
  const rows = rowsOfVector.reduce((sum, count) => sum + count, 0);
  const summaries = players.map(({ name, features }, player) => {
    let absolute = 0;
    let squared = 0;
    let signed = 0;
    rowsOfVector.forEach((count, vector) => {
      const value = values[vector * players.length + player];
      absolute += count * Math.abs(value);
      squared += count * value * value;
      signed += count * value;
    });
    const meanAbsolute = absolute / rows;
    const variance = Math.max(0, squared / rows - meanAbsolute ** 2);
    return {
      name,
      features,
      meanAbsolute,
      standardError: rows > 1 ? Math.sqrt(variance / (rows - 1)) : NaN,
      mean: signed / rows,
    };
  });
  const total = summaries.reduce((sum, { meanAbsolute }) => sum + meanAbsolute, 0);
  return summaries.map((summary) => ({
    ...summary,
    share: total > 0 ? summary.meanAbsolute / total : NaN,
  }));
}

/** All pairs, strongest first. Throws where the values came without interactions. */
export function summariseInteractions({
  players,
  interactions,
  rowsOfVector,
}: ShapleyValues): PairSummary[] {
  if (!interactions)
    throw new Error(
      "these Shapley values were computed without interactions; ask for them (interactions: true)",
    );
  const count = players.length;
  const rows = rowsOfVector.reduce((sum, weight) => sum + weight, 0);
  const pairs: PairSummary[] = [];
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      let absolute = 0;
      rowsOfVector.forEach(
        (weight, vector) =>
          (absolute += weight * 2 * Math.abs(interactions[(vector * count + one) * count + other])),
      );
      pairs.push({
        players: [players[one].name, players[other].name],
        meanAbsolute: absolute / rows,
      });
    }
  }
  return pairs.sort((a, b) => b.meanAbsolute - a.meanAbsolute);
}
