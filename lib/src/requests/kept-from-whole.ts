import type { Requests } from "./requests.js";

/**
 * Columns that are a function of a whole campaign: computed once, when they are first asked for,
 * and of a part of a campaign taken from the whole, since a part does not show what came before.
 * Requests are known by their time stamps.
 */
export class KeptFromWhole<T> {
  private readonly sources = new WeakMap<Float64Array, () => T>();

  /**
   * @param compute the columns of a whole campaign
   * @param map columns made, one by one, from others
   */
  constructor(
    private readonly compute: (requests: Requests) => T,
    private readonly map: (columns: T, make: (column: Float64Array) => Float64Array) => T,
  ) {}

  /** The columns of requests; of a part of a campaign (`selectRows`), those in the whole. */
  of(requests: Requests): T {
    const source = this.sources.get(requests.timestampMs);
    const columns = source ? source() : this.compute(requests);
    this.set(requests, columns);
    return columns;
  }

  /** Says what the columns of these requests are, for requests that no log holds. */
  set({ timestampMs }: Requests, columns: T): void {
    this.sources.set(timestampMs, () => columns);
  }

  /** Those of the rows that were taken from a campaign, looked up when they are asked for. */
  keep(whole: Requests, rows: ArrayLike<number>, part: Requests): void {
    this.sources.set(part.timestampMs, () =>
      this.map(this.of(whole), (column) =>
        Float64Array.from({ length: rows.length }, (_, i) => column[rows[i]]),
      ),
    );
  }
}
