import { predictDistinct } from "../models/index.js";
import { codeRows } from "../statistics/index.js";
import { contextColumns, inputsRead } from "./context-columns.js";
export function knownContexts(classifier, requests, features) {
    const inputs = inputsRead(classifier.featureNames);
    const columns = contextColumns(requests, inputs);
    const probability = predictDistinct(classifier, features);
    const { codeOfRow, codeCount, firstRow } = codeRows(columns.map(({ values }) => values), requests.rowCount);
    const rows = new Float64Array(codeCount);
    const sums = new Float64Array(codeCount);
    codeOfRow.forEach((context, row) => {
        rows[context]++;
        sums[context] += probability[row];
    });
    const spelt = (value, names) => Number.isNaN(value) ? null : (names?.[value] ?? value);
    return {
        inputs,
        rows: [...rows],
        probability: Array.from(sums, (sum, context) => sum / rows[context]),
        values: columns.map(({ values, names }) => Array.from(firstRow, (row) => spelt(values[row], names))),
    };
}
/**
 * Rows and mean probability of the contexts that have these values; no rows where there are none.
 */
export function meanWhere({ inputs, values, rows, probability }, wanted) {
    const asked = inputs.flatMap((input, i) => wanted[input] === undefined ? [] : [{ column: values[i], value: wanted[input] }]);
    let contexts = 0;
    let total = 0;
    let sum = 0;
    for (let context = 0; context < rows.length; context++) {
        if (!asked.every(({ column, value }) => column[context] === value))
            continue;
        contexts++;
        total += rows[context];
        sum += rows[context] * probability[context];
    }
    return { contexts, rows: total, probability: sum / total };
}
/** The values an input takes among the contexts that have these values. */
export function valuesWhere(known, input, wanted = {}) {
    const column = known.values[known.inputs.indexOf(input)] ?? [];
    const asked = known.inputs.flatMap((name, i) => wanted[name] === undefined ? [] : [{ values: known.values[i], value: wanted[name] }]);
    return [
        ...new Set(column.filter((_, context) => asked.every(({ values, value }) => values[context] === value))),
    ].filter((value) => value !== null);
}
//# sourceMappingURL=known-contexts.js.map