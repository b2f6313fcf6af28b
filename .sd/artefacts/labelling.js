import { authorCsv, labelledTableToArrow } from "../features/index.js";
import { failureEffect, labelledRows, labelProbability, probabilityGroups, } from "../labels/index.js";
import { groupIntoCells, selectRows } from "../requests/index.js";
const FILES = { table: "labelled.arrow", csv: "labelled.csv" };
const MANIFEST = "labelling.json";
/**
 * Makes the files of a labelling from its table (`labelledRequests`): the very features and rows
 * that the gates were computed on. The same table gives the same bytes. Throws RangeError where the
 * table was made from other labels.
 */
export function labellingFiles(requests, labels, table) {
    checkTable(labels, table);
    const { requestRow, features } = table;
    const probability = labelProbability(requests, labels);
    const cells = groupIntoCells(selectRows(requests, requestRow));
    return {
        table,
        arrow: labelledTableToArrow(table, {
            request: Float64Array.from(requestRow),
            cell: Float64Array.from(cells.codeOfRow),
            probability: Float64Array.from(requestRow, (row) => probability[row]),
        }),
        csv: authorCsv(requests, labels, features, requestRow),
        manifest: {
            campaign: requests.provenance.name,
            simulated: requests.provenance.kind === "simulated",
            options: labels.options,
            requests: requests.rowCount,
            labelled: requestRow.length,
            unlabelled: labels.unlabelled,
            failures: failureEffect(requests, labels.options),
            probability: {
                of: "a random Lambda request of the row's group beats a random ECS request of it by the " +
                    "margins, on both axes",
                groupBy: probabilityGroups(labels.options),
            },
            features: features.names,
            files: FILES,
        },
    };
}
/** The files by name, as they are written beside each other. */
export function labellingContents({ arrow, csv, manifest, }) {
    return {
        [FILES.table]: arrow,
        [FILES.csv]: csv,
        [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n`,
    };
}
function checkTable(labels, { label, requestRow }) {
    const labelled = labelledRows(labels);
    const same = labelled.length === requestRow.length &&
        requestRow.every((row, i) => row === labelled[i] && label[i] === labels.balancedOptimal[row]);
    if (!same)
        throw new RangeError("this table was made from other labels: make it anew, labelledRequests(requests, labels)");
}
/**
 * Saves a labelling for the later notebooks, and for the author's scripts: notebooks 04, 05 and 06
 * read the features of `table`, and no other.
 */
export function saveLabels(study, requests, labels, table) {
    const files = labellingFiles(requests, labels, table);
    for (const [name, content] of Object.entries(labellingContents(files)))
        typeof content === "string" ? study.writeText(name, content) : study.writeBytes(name, content);
    return files;
}
//# sourceMappingURL=labelling.js.map