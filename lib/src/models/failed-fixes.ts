import {
  attainability,
  foldDistinct,
  highestCeiling,
  labelledRequests,
} from "../attainability/index.js";
import { takeColumns, type FeatureSet, type LabelledTable } from "../features/index.js";
import {
  labelRequests,
  requestCostUsd,
  type LabelScheme,
  type PlatformTerms,
} from "../labels/index.js";
import { selectRows, servedMs, timeBlocks, type Requests } from "../requests/index.js";
import { takeBlocks, type Interval } from "../statistics/index.js";
import { authorRowOrder, authorSplit } from "./author-split.js";
import { evaluateOnSplit } from "./evaluate.js";
import { metricIntervals } from "./metric-intervals.js";
import { randomForest } from "./random-forest.js";

/** One of the fixes that were tried, applied and trained. */
export interface FixResult {
  fix: string;
  features: number;
  distinctVectors: number;
  /** Best lookup of one column, and the best possible, on the same rows. */
  floor: number;
  ceiling: number;
  /** A random forest's accuracy on held-out rows, with its interval over blocks of time. */
  accuracy: Interval;
}

/** The seven features that are no products and no transformations. */
const PLAIN = [
  "workload_type_encoded",
  "payload_size_kb",
  "time_window_encoded",
  "load_pattern_encoded",
  "hour_of_day",
  "is_weekend",
  "lambda_memory_limit_mb",
];

interface Attempt {
  fix: string;
  scheme: LabelScheme;
  sets: readonly FeatureSet[];
  plainOnly?: boolean;
  /** Adds the outcomes the label was made from, as the first attempt did. */
  withOutcomes?: boolean;
}

const ATTEMPTS: readonly Attempt[] = [
  {
    fix: "as it was: latency and cost among the features",
    scheme: "request-vs-median",
    sets: ["author"],
    plainOnly: true,
    withOutcomes: true,
  },
  { fix: "1. metrics removed", scheme: "request-vs-median", sets: ["author"], plainOnly: true },
  { fix: "2. interactions added", scheme: "request-vs-median", sets: ["author"] },
  { fix: "3. percentile labels", scheme: "percentile-bucket", sets: ["author"] },
  { fix: "4. more features", scheme: "percentile-bucket", sets: ["author", "v6"] },
];

export interface FixOptions {
  seed: number;
  /** What the platforms charge. */
  terms: PlatformTerms;
  onProgress?: (shareDone: number, fix: string) => void;
}

/**
 * Applies each of the author's fixes to a campaign and trains a random forest on it: where floor
 * and ceiling stay together, no fix has given the model anything to learn. The first row is what he
 * started from, outcomes included: its accuracy is that of a model which is told the answer.
 */
export async function tryFixes(
  requests: Requests,
  { seed, terms, onProgress }: FixOptions,
): Promise<FixResult[]> {
  const results: FixResult[] = [];
  for (const [a, attempt] of ATTEMPTS.entries()) {
    onProgress?.(a / ATTEMPTS.length, attempt.fix);
    results.push(await tryFix(requests, attempt, { seed, terms }));
  }
  return results;
}

async function tryFix(
  requests: Requests,
  { fix, scheme, sets, plainOnly, withOutcomes }: Attempt,
  { seed, terms: { prices, taskSizes, lambdaMemoryMb } }: FixOptions,
): Promise<FixResult> {
  const terms = { prices, taskSizes, lambdaMemoryMb };
  const labelled = labelledRequests(requests, labelRequests(requests, { ...terms, scheme }), sets);
  let table: LabelledTable = labelled;
  if (plainOnly)
    table = {
      ...table,
      features: takeColumns(
        table.features,
        PLAIN.filter((name) => table.features.names.includes(name)),
      ),
    };
  const bounds = attainability(foldDistinct(table.features, table.label));
  const { best1, distinctVectors } = bounds;
  if (withOutcomes) {
    const cost = requestCostUsd(requests, { ...terms, cost: { kind: "busy-time" } });
    table = addOutcomes(requests, cost, labelled.requestRow, table);
  }
  const rows = selectRows(requests, labelled.requestRow);
  const split = authorSplit(table.label, seed, authorRowOrder(rows));
  const { testProbability } = await evaluateOnSplit(randomForest, table, split, { seed });
  const testLabel = Uint8Array.from(split.test, (row) => table.label[row]);
  return {
    fix,
    features: table.features.names.length,
    distinctVectors,
    floor: best1.accuracy,
    ceiling: withOutcomes ? 1 : highestCeiling(bounds),
    accuracy: metricIntervals(testLabel, testProbability, undefined, {
      seed,
      blocks: takeBlocks(timeBlocks(rows.timestampMs), split.test),
    }).accuracy,
  };
}

function addOutcomes(
  requests: Requests,
  cost: Float64Array,
  rows: Uint32Array,
  { features, label }: LabelledTable,
): LabelledTable {
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => column[row]);
  const isLambda = Float64Array.from(rows, (row) => requests.platform[row]);
  return {
    features: {
      rowCount: features.rowCount,
      names: [...features.names, "latency_ms", "cost_usd", "platform"],
      columns: [...features.columns, take(servedMs(requests)), take(cost), isLambda],
      categories: [...features.categories, null, null, null],
    },
    label,
  };
}
