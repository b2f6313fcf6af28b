import type { ContextInput } from "./context-columns.js";
import type { KnownContexts, KnownValues } from "./known-contexts.js";

/** What a driver is called, and the inputs that are one thing to a router. */
const PLAYERS: readonly { name: string; inputs: readonly ContextInput[] }[] = [
  { name: "workload", inputs: ["workload"] },
  { name: "payload size", inputs: ["payload"] },
  { name: "time window", inputs: ["window"] },
  { name: "load pattern", inputs: ["pattern"] },
  { name: "time of day", inputs: ["hour", "weekend"] },
];

/** One input's part in a request's probability. */
export interface Driver {
  input: string;
  /** Its Shapley value: added to P(Lambda optimal); below zero it speaks for ECS. */
  contribution: number;
}

/**
 * Shapley values of what a router was told, for the worth v(S) = mean of the model's P(Lambda
 * optimal) over the campaign's requests that agree with this one in S (observational conditional
 * expectation; Aas, Jullum and Løland, 2021). Computed in full over all sets, from contexts that
 * occurred and no others; they add up to the mean over this context less the campaign's mean.
 * Inputs that tell each other (a window that had one pattern) share their credit. Null where the
 * campaign held no such context: there is nothing to compare with.
 *
 * What the model's own answer for this request (`probability`) differs by from its context's mean
 * is the part of what the context does not hold, the arrivals (and answers) before it: the last
 * one, where it differs, under the name given.
 */
export function drivers(
  known: KnownContexts,
  values: KnownValues,
  probability?: number,
  beyondContext = "recent arrivals",
): { base: number; drivers: Driver[] } | null {
  const players = PLAYERS.map(({ name, inputs }) => ({
    name,
    inputs: inputs.filter((input) => known.inputs.includes(input)),
  })).filter(({ inputs }) => inputs.length > 0);
  const { rows, sums } = agreeingIn(
    known,
    values,
    players.map(({ inputs }) => inputs),
  );
  if (rows[rows.length - 1] === 0) return null;
  const sets = rows.length;
  const worth = sums.map((sum, set) => sum / rows[set]);
  const weights = players.map((_, size) => 1 / (players.length * choose(players.length - 1, size)));
  const beyond = (probability ?? worth[sets - 1]) - worth[sets - 1];
  const figures = Math.abs(beyond) > 1e-9 ? [{ input: beyondContext, contribution: beyond }] : [];
  return {
    base: worth[0],
    drivers: [
      ...players.map(({ name }, player) => {
        let contribution = 0;
        for (let set = 0; set < sets; set++) {
          if ((set & (1 << player)) === 0)
            contribution += weights[bits(set)] * (worth[set | (1 << player)] - worth[set]);
        }
        return { input: name, contribution };
      }),
      ...figures,
    ],
  };
}

/**
 * For each set of players, the campaign's requests that agree with `values` in all their inputs,
 * and the sum of their probabilities.
 */
function agreeingIn(
  known: KnownContexts,
  values: KnownValues,
  players: readonly (readonly ContextInput[])[],
): { rows: Float64Array; sums: Float64Array } {
  const sets = 1 << players.length;
  const rows = new Float64Array(sets);
  const sums = new Float64Array(sets);
  const columns = players.map((inputs) =>
    inputs.map((input) => ({
      column: known.values[known.inputs.indexOf(input)],
      value: values[input],
    })),
  );
  for (let context = 0; context < known.rows.length; context++) {
    let agreed = 0;
    for (let player = 0; player < columns.length; player++) {
      let agrees = true;
      for (const { column, value } of columns[player])
        if (column[context] !== value) agrees = false;
      if (agrees) agreed |= 1 << player;
    }
    rows[agreed] += known.rows[context];
    sums[agreed] += known.rows[context] * known.probability[context];
  }
  // Who agrees in a set agrees in all its parts.
  for (let player = 0; player < players.length; player++) {
    for (let set = 0; set < sets; set++) {
      if (set & (1 << player)) continue;
      rows[set] += rows[set | (1 << player)];
      sums[set] += sums[set | (1 << player)];
    }
  }
  return { rows, sums };
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
