import { forbiddenByName, forbiddenByProvenance } from "./columns.js";
import { baseFeatures, FEATURES, usualFeatureSets, } from "./definitions.js";
/**
 * The features of the given sets for every request. Each is refused by name and by provenance if it
 * could tell an outcome; a column that would be missing throughout is left out and reported. Rows
 * may still hold NaN where single log lines lack a value.
 */
export function buildFeatures(requests, sets = usualFeatureSets(requests)) {
    return computeFeatures(requests, FEATURES.filter((feature) => sets.includes(feature.set)));
}
/** The same for definitions of your own. Throws on the first that is forbidden. */
export function computeFeatures(requests, definitions) {
    const base = baseFeatures(requests);
    const table = {
        rowCount: requests.rowCount,
        names: [],
        columns: [],
        categories: [],
        omitted: [],
    };
    for (const definition of definitions) {
        const refusal = forbiddenByName(definition.name) ?? forbiddenByProvenance(definition.name, definition.inputs);
        if (refusal)
            throw new Error(`forbidden feature: ${refusal}`);
        const column = definition.compute(base);
        if (column.length > 0 && column.every(Number.isNaN)) {
            table.omitted.push({
                name: definition.name,
                reason: `the log has no ${definition.inputs.join(" or ")}`,
            });
            continue;
        }
        table.names.push(definition.name);
        table.columns.push(column);
        table.categories.push(definition.categories?.(requests) ?? null);
    }
    return table;
}
//# sourceMappingURL=build-features.js.map