import type { FeatureTable } from "../features/index.js";
import { predictDistinct, type Classifier } from "../models/index.js";
import type { Requests } from "../requests/index.js";
import { codeRows } from "../statistics/index.js";
import {
  contextColumns,
  inputsRead,
  type ContextInput,
  type RuleInput,
} from "./context-columns.js";

/**
 * The distinct contexts of a campaign with what a model answers there: what a request can be
 * compared with. One entry a context. Figures that a model reads (arrival state, feedback), which
 * hardly repeat, are no part of a context: its answers are averaged over those that were met.
 */
export interface KnownContexts {
  /** What the model reads. */
  inputs: ContextInput[];
  /**
   * Values by input: names for categories, numbers for sizes (KiB), hours (UTC) and the weekend (0
   * or 1); null where not logged.
   */
  values: (string | number | null)[][];
  /** Requests of each context, and the mean of the model's P(Lambda optimal) over them. */
  rows: number[];
  probability: number[];
}

/** A request's values of some inputs, spelt as in KnownContexts; figures by their names. */
export type KnownValues = Partial<Record<RuleInput, string | number>>;

export function knownContexts(
  classifier: Classifier,
  requests: Requests,
  features: FeatureTable,
): KnownContexts {
  const inputs = inputsRead(classifier.featureNames);
  const columns = contextColumns(requests, inputs);
  const probability = predictDistinct(classifier, features);
  const { codeOfRow, codeCount, firstRow } = codeRows(
    columns.map(({ values }) => values),
    requests.rowCount,
  );
  const rows = new Float64Array(codeCount);
  const sums = new Float64Array(codeCount);
  codeOfRow.forEach((context, row) => {
    rows[context]++;
    sums[context] += probability[row];
  });
  const spelt = (value: number, names: readonly string[] | null): string | number | null =>
    Number.isNaN(value) ? null : (names?.[value] ?? value);
  return {
    inputs,
    rows: [...rows],
    probability: Array.from(sums, (sum, context) => sum / rows[context]),
    values: columns.map(({ values, names }) =>
      Array.from(firstRow, (row) => spelt(values[row], names)),
    ),
  };
}

/**
 * Rows and mean probability of the contexts that have these values; no rows where there are none.
 */
export function meanWhere(
  { inputs, values, rows, probability }: KnownContexts,
  wanted: KnownValues,
): { contexts: number; rows: number; probability: number } {
  const asked = inputs.flatMap((input, i) =>
    wanted[input] === undefined ? [] : [{ column: values[i], value: wanted[input] }],
  );
  let contexts = 0;
  let total = 0;
  let sum = 0;
  for (let context = 0; context < rows.length; context++) {
    if (!asked.every(({ column, value }) => column[context] === value)) continue;
    contexts++;
    total += rows[context];
    sum += rows[context] * probability[context];
  }
  return { contexts, rows: total, probability: sum / total };
}

/** The values an input takes among the contexts that have these values. */
export function valuesWhere(
  known: KnownContexts,
  input: ContextInput,
  wanted: KnownValues = {},
): (string | number)[] {
  const column = known.values[known.inputs.indexOf(input)] ?? [];
  const asked = known.inputs.flatMap((name, i) =>
    wanted[name] === undefined ? [] : [{ values: known.values[i], value: wanted[name] }],
  );
  return [
    ...new Set(
      column.filter((_, context) => asked.every(({ values, value }) => values[context] === value)),
    ),
  ].filter((value) => value !== null);
}
