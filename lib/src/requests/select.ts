import { NO_PLATFORM } from "../campaign/index.js";
import { mapColumns, REQUEST_COLUMNS, type RequestColumns } from "./columns.js";
import type { Requests } from "./requests.js";

/**
 * The given rows as requests of their own, in the order given; a row may be named more than once.
 * Files, workload names and provenance stay, so that codes keep their meaning. Throws RangeError
 * for a row that does not exist.
 */
export function selectRows(requests: Requests, rows: ArrayLike<number>): Requests {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!(Number.isInteger(row) && row >= 0 && row < requests.rowCount)) {
      throw new RangeError(
        `there is no row ${row}: the requests have rows 0 to ${requests.rowCount - 1}`,
      );
    }
  }
  const columns = mapColumns<RequestColumns>(REQUEST_COLUMNS, (name, type) => {
    const from = requests[name];
    const to = new type(rows.length);
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]];
    return to;
  });
  const payloadKb = Float64Array.from(rows, (row) => requests.payloadKb[row]);
  return { ...requests, ...columns, payloadKb, rowCount: rows.length };
}

/**
 * Rows that a platform answered with a 2xx and an execution time: what can be labelled, and what
 * the author kept ("failed rows left out"). Ascending.
 */
export function answered(requests: Requests): Uint32Array {
  const { rowCount, platform, httpStatus, executionTimeMs } = requests;
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    const status = httpStatus[row];
    if (
      platform[row] !== NO_PLATFORM &&
      status >= 200 &&
      status < 300 &&
      !Number.isNaN(executionTimeMs[row])
    )
      rows[count++] = row;
  }
  return rows.slice(0, count);
}
