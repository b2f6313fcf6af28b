import { NO_PLATFORM } from "../campaign/index.js";
import { keepArrivalState } from "./arrivals.js";
import { mapColumns, REQUEST_COLUMNS } from "./columns.js";
/**
 * The given rows as requests of their own, in the order given; a row may be named more than once.
 * Files, workload names and provenance stay, so that codes keep their meaning. Throws RangeError
 * for a row that does not exist.
 */
export function selectRows(requests, rows) {
    for (let i = 0; i < rows.length; i++) {
        const row = rows[i];
        if (!(Number.isInteger(row) && row >= 0 && row < requests.rowCount)) {
            throw new RangeError(`there is no row ${row}: the requests have rows 0 to ${requests.rowCount - 1}`);
        }
    }
    const columns = mapColumns(REQUEST_COLUMNS, (name, type) => {
        const from = requests[name];
        const to = new type(rows.length);
        for (let i = 0; i < rows.length; i++)
            to[i] = from[rows[i]];
        return to;
    });
    const payloadKb = Float64Array.from(rows, (row) => requests.payloadKb[row]);
    const selected = { ...requests, ...columns, payloadKb, rowCount: rows.length };
    keepArrivalState(requests, rows, selected);
    return selected;
}
/**
 * Whether a request was answered: with a 2xx and an execution time. Every other one failed. The one
 * definition for the whole study.
 */
export function isAnswered({ httpStatus, executionTimeMs }, row) {
    const status = httpStatus[row];
    return status >= 200 && status < 300 && !Number.isNaN(executionTimeMs[row]);
}
/**
 * Rows that a platform answered (`isAnswered`): what can be labelled, and what the author kept
 * ("failed rows left out"). Ascending.
 */
export function answered(requests) {
    const { rowCount, platform } = requests;
    const rows = new Uint32Array(rowCount);
    let count = 0;
    for (let row = 0; row < rowCount; row++)
        if (platform[row] !== NO_PLATFORM && isAnswered(requests, row))
            rows[count++] = row;
    return rows.slice(0, count);
}
//# sourceMappingURL=select.js.map