import { ascendingOrder } from "../statistics/index.js";
import type { Requests } from "./requests.js";

/** What follows a campaign request by request, in the order in which they were sent. */
export interface Follower {
  /** A request is about to be sent, after all that have an earlier time stamp and no others. */
  look(row: number, nowMs: number): void;
  /** The other half of a pair: the two are one arrival, and what is known of `first` is known. */
  copy(first: number, row: number): void;
  /** It is sent; `second`: as the half of a pair whose other half was sent before. */
  send(row: number, nowMs: number, second: boolean): void;
}

/**
 * Lets `follower` see the requests of a whole campaign in the order of their time stamps. The
 * halves of a pair are one arrival: that of the half that was sent first. Requests of one time
 * stamp do not see each other: all of them are looked at before any of them is sent.
 */
export function inOrderSent(requests: Requests, follower: Follower): void {
  const { rowCount, timestampMs, pairIdHash } = requests;
  const order = rowsByTime(requests);
  const rowOfPair = new Map<number, number>();
  for (let from = 0; from < rowCount;) {
    const nowMs = timestampMs[order[from]];
    let to = from;
    while (to < rowCount && timestampMs[order[to]] === nowMs) to++;
    for (let at = from; at < to; at++) {
      const row = order[at];
      const pair = pairIdHash[row];
      const first = Number.isNaN(pair) ? undefined : rowOfPair.get(pair);
      if (first !== undefined) follower.copy(first, row);
      else {
        if (!Number.isNaN(pair)) rowOfPair.set(pair, row);
        follower.look(row, nowMs);
      }
    }
    for (let at = from; at < to; at++) {
      const row = order[at];
      const pair = pairIdHash[row];
      const first = Number.isNaN(pair) ? undefined : rowOfPair.get(pair);
      const second = first !== undefined && first !== row;
      // Both halves are here: nothing will ask for this pair again.
      if (second) rowOfPair.delete(pair);
      follower.send(row, nowMs, second);
    }
    from = to;
  }
}

/** Rows in the order of their time stamps; of a pair the half that was sent first comes first. */
function rowsByTime({ timestampMs, rowCount, sentFirst }: Requests): Uint32Array {
  const rows = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (sentFirst[row] !== 0) rows[count++] = row;
  for (let row = 0; row < rowCount; row++) if (sentFirst[row] === 0) rows[count++] = row;
  // Ties keep their order.
  return ascendingOrder(timestampMs, rows);
}
