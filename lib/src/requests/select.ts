import { isAnswered } from "./answered.js";
import { mapColumns, REQUEST_COLUMNS, type RequestColumns } from "./columns.js";
import type { Requests } from "./requests.js";
import { rememberWhole } from "./whole.js";

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
  const selected = { ...requests, ...columns, payloadKb, rowCount: rows.length };
  rememberWhole(requests, rows, selected);
  return selected;
}

/** Answered rows of which the platform's clock is known, too. Ascending. */
export function clocked(requests: Requests): Uint32Array {
  return answered(requests).filter((row) => !Number.isNaN(requests.executionTimeMs[row]));
}

/**
 * How long the platform was busy with each request, ms: by its own clock; where only a client saw
 * an answered request, by the client's, which holds the way there and back as well and is a bound
 * from above. NaN on failed requests.
 */
export function servedMs(requests: Requests): Float64Array {
  const { executionTimeMs, responseTimeMs, rowCount } = requests;
  let served: Float64Array | null = null;
  for (let row = 0; row < rowCount; row++) {
    if (!Number.isNaN(executionTimeMs[row]) || !isAnswered(requests, row)) continue;
    served ??= Float64Array.from(executionTimeMs);
    served[row] = responseTimeMs[row];
  }
  return served ?? executionTimeMs;
}

/**
 * Rows that a platform answered (`isAnswered`): what can be labelled, and what the author kept
 * ("failed rows left out"). Ascending.
 */
export function answered(requests: Requests): Uint32Array {
  const { rowCount } = requests;
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (isAnswered(requests, row)) rows[count++] = row;
  return rows.slice(0, count);
}
