import { buildFeatures, takeRows, usualFeatureSets, } from "../features/index.js";
import { countLabelsByWorkload, labelledRows, labelRequests, schemesFor, } from "../labels/index.js";
import { attainability } from "./attainability.js";
import { foldDistinct } from "./distinct.js";
/** The requests that have a label, with their features: what models are trained on. */
export function labelledRequests(requests, labels, sets = usualFeatureSets(requests)) {
    const requestRow = labelledRows(labels);
    return {
        features: takeRows(buildFeatures(requests, sets), requestRow),
        label: Uint8Array.from(requestRow, (row) => labels.balancedOptimal[row]),
        requestRow,
    };
}
/**
 * Share of the rows whose feature vector is seen with both labels: for these rows no model can
 * always be right.
 */
export function ambiguousShare({ features, label }) {
    const { rows, positives } = foldDistinct(features, label);
    let ambiguous = 0;
    for (let v = 0; v < rows.length; v++)
        if (positives[v] > 0 && positives[v] < rows[v])
            ambiguous += rows[v];
    return ambiguous / features.rowCount;
}
/** All schemes that can label these requests, with the options given in place of the author's. */
export function compareSchemes(requests, options = {}) {
    return schemesFor(requests).map((scheme) => {
        const labels = labelRequests(requests, { ...options, scheme });
        const table = labelledRequests(requests, labels);
        const { best1, ceiling, rows } = attainability(foldDistinct(table.features, table.label));
        const lambdaShare = {};
        for (const [workload, counts] of Object.entries(countLabelsByWorkload(requests, labels)))
            lambdaShare[workload] = counts.balanced_optimal / counts.rows;
        return {
            scheme,
            rows,
            lambdaShare,
            floor: best1.accuracy,
            ceiling,
            ambiguous: ambiguousShare(table),
        };
    });
}
//# sourceMappingURL=label-attainability.js.map