import type { Requests } from "./requests.js";

/** Where parts of campaigns were taken from, by their time stamps. */
const wholes = new WeakMap<Float64Array, { whole: Requests; rows: ArrayLike<number> }>();

/** Remembers that the requests of `part` are these rows of `whole`. */
export function rememberWhole(whole: Requests, rows: ArrayLike<number>, part: Requests): void {
  wholes.set(part.timestampMs, { whole, rows: Uint32Array.from(rows) });
}

/**
 * The campaign that requests were taken from (`selectRows`, however often), and where each of them
 * stands in it: a part does not show what came before. A whole campaign is its own.
 */
export function wholeOf(requests: Requests): { whole: Requests; rowOf(row: number): number } {
  const from = wholes.get(requests.timestampMs);
  if (!from) return { whole: requests, rowOf: (row) => row };
  const { whole, rowOf } = wholeOf(from.whole);
  return { whole, rowOf: (row) => rowOf(from.rows[row]) };
}

/**
 * Columns that are a function of a whole campaign: computed once, when they are first asked for,
 * and of a part of a campaign taken from the whole. Requests are known by their time stamps.
 */
export class WholeColumns<T> {
  private readonly known = new WeakMap<Float64Array, T>();

  /**
   * @param compute the columns of a whole campaign
   * @param map columns made, one by one, from others
   */
  constructor(
    private readonly compute: (requests: Requests) => T,
    private readonly map: (columns: T, make: (column: Float64Array) => Float64Array) => T,
  ) {}

  of(requests: Requests): T {
    const known = this.known.get(requests.timestampMs);
    if (known !== undefined) return known;
    const from = wholes.get(requests.timestampMs);
    const columns = from
      ? this.map(this.of(from.whole), (column) =>
          Float64Array.from(from.rows, (row) => column[row]),
        )
      : this.compute(requests);
    this.set(requests, columns);
    return columns;
  }

  /** Says what the columns of these requests are, for requests that no log holds. */
  set({ timestampMs }: Requests, columns: T): void {
    this.known.set(timestampMs, columns);
  }
}
