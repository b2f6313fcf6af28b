import { tableFromIPC } from "@uwdata/flechette";
import { LOAD_PATTERNS, NO_PLATFORM, PLATFORMS, TIME_WINDOWS } from "../campaign/index.js";
import { columnsFromArrow, columnsToArrow } from "./arrow-columns.js";
import { notLogged, REQUEST_COLUMNS } from "./columns.js";
import { namePayloads } from "./payload.js";
import { MISSING } from "./requests.js";
/** Columns of codes: the names they stand for, and the code that stands for none. */
function codedColumns(files, workloadNames) {
    return {
        fileIndex: { names: files, none: -1 },
        platform: { names: PLATFORMS, none: NO_PLATFORM },
        workload: { names: workloadNames, none: MISSING },
        timeWindow: { names: TIME_WINDOWS, none: MISSING },
        loadPattern: { names: LOAD_PATTERNS, none: MISSING },
    };
}
/** Columns that files written before there were pairs do not have. */
const PAIRED_COLUMNS = new Set([
    "pairIdHash",
    "sentFirst",
    "billedDurationMs",
    "initDurationMs",
    "runningTasks",
]);
/**
 * Requests as an Arrow IPC file: the columns of Requests under their own names, coded columns as
 * dictionaries of names with null for a missing code, so that any Arrow reader shows words. The
 * same requests give the same bytes, and `requestsFromArrow` gives back exactly the same columns of a
 * whole campaign.
 */
export function requestsToArrow(requests) {
    const { provenance, files, workloadNames } = requests;
    const description = { format: 1, provenance, files, workloadNames };
    return columnsToArrow(REQUEST_COLUMNS, requests, codedColumns(files, workloadNames), { requests: JSON.stringify(description) });
}
/** The requests in bytes that `requestsToArrow` wrote. Throws TypeError for anything else. */
export function requestsFromArrow(bytes) {
    const table = tableFromIPC(bytes);
    const told = table.schema.metadata?.get("requests");
    if (!told)
        throw new TypeError("these Arrow bytes hold no requests: they need what requestsToArrow writes");
    const { format, provenance, files, workloadNames } = JSON.parse(told);
    if (format !== 1)
        throw new TypeError(`these requests are in format ${String(format)}, and this program reads 1: write them anew`);
    const columns = columnsFromArrow(REQUEST_COLUMNS, table, codedColumns(files, workloadNames), (name) => (PAIRED_COLUMNS.has(name) ? notLogged(name) : undefined));
    return {
        rowCount: table.numRows,
        provenance,
        files,
        workloadNames,
        ...columns,
        payloadKb: namePayloads(columns),
    };
}
//# sourceMappingURL=arrow.js.map