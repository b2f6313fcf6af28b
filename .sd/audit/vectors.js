import { codeColumn, codeRows } from "../statistics/index.js";
import { number } from "./words.js";
/** A value of a feature as a reader knows it: its category's name, or the number. */
export function describeValue(features, feature, value) {
    if (Number.isNaN(value))
        return "missing";
    return features.categories[feature]?.[value] ?? number(value);
}
/**
 * A feature vector in words, by the features that are no functions of those before them:
 * "workload_type_encoded heavy_processing, payload_size_kb 5,120".
 */
export function describeVector(data, vector) {
    const { features } = data.distinct;
    return data.ownFeatures
        .map((f) => `${features.names[f]} ${describeValue(features, f, features.columns[f][vector])}`)
        .join(", ");
}
/**
 * Indices of the features that tell something which those before them do not: products and copies
 * fall away.
 */
export function featuresOfTheirOwn(features) {
    const own = [];
    let codes = codeRows([], features.rowCount);
    features.columns.forEach((column, f) => {
        const finer = codeRows([codes.codeOfRow, codeColumn(column).codeOfRow], features.rowCount);
        if (finer.codeCount === codes.codeCount)
            return;
        own.push(f);
        codes = finer;
    });
    return own;
}
//# sourceMappingURL=vectors.js.map