import { labelledRequests } from "../attainability/index.js";
import { labelRequests, usualScheme, UNLABELLED, } from "../labels/index.js";
/**
 * The input of an audit of a campaign's requests. Where nothing can be labelled the table stays
 * null.
 */
export function auditRequests(requests, options = {}) {
    const labels = labelRequests(requests, options.labelling ?? { scheme: usualScheme(requests) });
    const labelled = labels.balancedOptimal.some((label) => label !== UNLABELLED)
        ? labelledRequests(requests, labels, options.featureSets)
        : null;
    return {
        name: requests.provenance.name,
        kind: requests.provenance.kind,
        rows: requests.rowCount,
        quarantined: options.quarantined ?? 0,
        requests,
        fieldTypes: options.fieldTypes ?? null,
        labels,
        table: labelled && { features: labelled.features, label: labelled.label },
        requestRow: labelled && labelled.requestRow,
        plan: options.plan ?? null,
        predictions: options.predictions ?? null,
    };
}
/** The input of an audit of any labelled table: the checks that need only a table run on it. */
export function auditTable(table, options) {
    return {
        name: options.name,
        kind: "table",
        rows: table.features.rowCount,
        quarantined: 0,
        requests: null,
        fieldTypes: null,
        labels: null,
        table,
        requestRow: null,
        plan: null,
        predictions: options.predictions ?? null,
    };
}
//# sourceMappingURL=audit-input.js.map