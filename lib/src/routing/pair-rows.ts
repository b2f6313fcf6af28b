import { findPairs, isPaired, type Pairs, type Requests } from "../requests/index.js";

/** No pair is carried by a row. */
const NO_PAIR = -1;

/** The pair that each row carries: the one whose half it is that was sent first; else NO_PAIR. */
function pairOfRow({ firstRow, count }: Pairs, rowCount: number): Int32Array {
  const pair = new Int32Array(rowCount).fill(NO_PAIR);
  for (let p = 0; p < count; p++) pair[firstRow[p]] = p;
  return pair;
}

/**
 * The pairs that the given rows carry, in their order. Throws a RangeError for a row that carries
 * none: only the half that was sent first does, of a pair whose halves are both in the logs.
 */
export function pairsAt(requests: Requests, rows: ArrayLike<number>): Pairs {
  const pairs = findPairs(requests);
  const pairOf = pairOfRow(pairs, requests.rowCount);
  const take = (of: Uint32Array): Uint32Array =>
    Uint32Array.from({ length: rows.length }, (_, i) => {
      const pair = pairOf[rows[i]] ?? NO_PAIR;
      if (pair === NO_PAIR)
        throw new RangeError(
          `row ${rows[i]} is not the half sent first of a pair that is whole in the logs`,
        );
      return of[pair];
    });
  return {
    ...pairs,
    count: rows.length,
    ecsRow: take(pairs.ecsRow),
    lambdaRow: take(pairs.lambdaRow),
    firstRow: take(pairs.firstRow),
  };
}

/** The rows with the other halves of their pairs, ascending; the same rows where there are none. */
export function withOtherHalves(requests: Requests, rows: ArrayLike<number>): Uint32Array {
  if (!isPaired(requests)) return Uint32Array.from(rows);
  const { ecsRow, lambdaRow } = pairsAt(requests, rows);
  return Uint32Array.from([...ecsRow, ...lambdaRow]).sort();
}

/** 1 for each row that is one request more: not for the second half of a pair. */
export function requestRows(requests: Requests): Uint8Array {
  const counts = new Uint8Array(requests.rowCount).fill(1);
  if (!isPaired(requests)) return counts;
  const { count, ecsRow, lambdaRow, firstRow } = findPairs(requests);
  for (let p = 0; p < count; p++) counts[firstRow[p] === ecsRow[p] ? lambdaRow[p] : ecsRow[p]] = 0;
  return counts;
}
