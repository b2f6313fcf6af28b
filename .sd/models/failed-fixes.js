import { attainability, foldDistinct, labelledRequests } from "../attainability/index.js";
import { takeColumns } from "../features/index.js";
import { labelRequests, requestCostUsd, THESIS_COST } from "../labels/index.js";
import { selectRows, timeBlocks } from "../requests/index.js";
import { takeBlocks } from "../statistics/index.js";
import { authorRowOrder, authorSplit } from "./author-split.js";
import { evaluateOnSplit } from "./evaluate.js";
import { metricIntervals } from "./metric-intervals.js";
import { randomForest } from "./random-forest.js";
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
const ATTEMPTS = [
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
/**
 * Applies each of the author's fixes to a campaign and trains a random forest on it: where floor
 * and ceiling stay together, no fix has given the model anything to learn. The first row is what he
 * started from, outcomes included: its accuracy is that of a model which is told the answer.
 */
export async function tryFixes(requests, { seed, onProgress }) {
    const results = [];
    for (const [a, attempt] of ATTEMPTS.entries()) {
        onProgress?.(a / ATTEMPTS.length, attempt.fix);
        results.push(await tryFix(requests, attempt, seed));
    }
    return results;
}
async function tryFix(requests, { fix, scheme, sets, plainOnly, withOutcomes }, seed) {
    const labelled = labelledRequests(requests, labelRequests(requests, { scheme }), sets);
    let table = labelled;
    if (plainOnly)
        table = {
            ...table,
            features: takeColumns(table.features, PLAIN.filter((name) => table.features.names.includes(name))),
        };
    const { best1, ceiling, distinctVectors } = attainability(foldDistinct(table.features, table.label));
    if (withOutcomes)
        table = addOutcomes(requests, labelled.requestRow, table);
    const rows = selectRows(requests, labelled.requestRow);
    const split = authorSplit(table.label, seed, authorRowOrder(rows));
    const { testProbability } = await evaluateOnSplit(randomForest, table, split, { seed });
    const testLabel = Uint8Array.from(split.test, (row) => table.label[row]);
    return {
        fix,
        features: table.features.names.length,
        distinctVectors,
        floor: best1.accuracy,
        ceiling: withOutcomes ? 1 : ceiling,
        accuracy: metricIntervals(testLabel, testProbability, undefined, {
            seed,
            blocks: takeBlocks(timeBlocks(rows.timestampMs), split.test),
        }).accuracy,
    };
}
function addOutcomes(requests, rows, { features, label }) {
    const cost = requestCostUsd(requests, THESIS_COST);
    const take = (column) => Float64Array.from(rows, (row) => column[row]);
    const isLambda = Float64Array.from(rows, (row) => requests.platform[row]);
    return {
        features: {
            rowCount: features.rowCount,
            names: [...features.names, "latency_ms", "cost_usd", "platform"],
            columns: [...features.columns, take(requests.executionTimeMs), take(cost), isLambda],
            categories: [...features.categories, null, null, null],
        },
        label,
    };
}
//# sourceMappingURL=failed-fixes.js.map