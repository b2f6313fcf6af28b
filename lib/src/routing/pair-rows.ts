import { findPairs, isPaired, type Requests } from "../requests/index.js";

/** A half that is not in the logs. */
export const NO_ROW = -1;

/** Rows of both halves of the pairs that some rows belong to, in the order of those rows. */
export interface Halves {
  /** NO_ROW where the pair is not whole in the logs. */
  ecsRow: Int32Array;
  lambdaRow: Int32Array;
}

/** The halves of the pair of each row given: itself and the one it was sent together with. */
export function halvesOf(requests: Requests, rows: ArrayLike<number>): Halves {
  const pairs = findPairs(requests);
  const pairOf = new Int32Array(requests.rowCount).fill(NO_ROW);
  for (let pair = 0; pair < pairs.count; pair++)
    pairOf[pairs.ecsRow[pair]] = pairOf[pairs.lambdaRow[pair]] = pair;
  const take = (of: Uint32Array): Int32Array =>
    Int32Array.from({ length: rows.length }, (_, i) => {
      const pair = pairOf[rows[i]];
      return pair === NO_ROW ? NO_ROW : of[pair];
    });
  return { ecsRow: take(pairs.ecsRow), lambdaRow: take(pairs.lambdaRow) };
}

/** The rows with the other halves of their pairs, ascending; the same rows where there are none. */
export function withOtherHalves(requests: Requests, rows: ArrayLike<number>): Uint32Array {
  if (!isPaired(requests)) return Uint32Array.from(rows);
  const { ecsRow, lambdaRow } = halvesOf(requests, rows);
  const all = new Set([...Array.from(rows), ...ecsRow, ...lambdaRow]);
  all.delete(NO_ROW);
  return Uint32Array.from(all).sort();
}

/** 1 for each row that is one request more: not for the second half of a pair. */
export function requestRows(requests: Requests): Uint8Array {
  const counts = new Uint8Array(requests.rowCount).fill(1);
  if (!isPaired(requests)) return counts;
  const { count, ecsRow, lambdaRow, firstRow } = findPairs(requests);
  for (let p = 0; p < count; p++) counts[firstRow[p] === ecsRow[p] ? lambdaRow[p] : ecsRow[p]] = 0;
  return counts;
}
