import { inOrderSent } from "./in-order-sent.js";
import { MISSING, type Requests } from "./requests.js";
import { WholeColumns } from "./whole.js";

/** Looking back so many seconds from each arrival. */
export const LOOK_BACK_SECONDS = [10, 60, 300] as const;
export type LookBackSeconds = (typeof LOOK_BACK_SECONDS)[number];

/**
 * The longest idle time told apart, s: after a day without a request no environment is warm and no
 * queue is left, however much longer it was. The first request of a workload counts as idle so
 * long.
 */
export const LONGEST_IDLE_SECONDS = 86_400;

/** What came in a stretch before an arrival. */
export interface RecentArrivals {
  requests: Float64Array;
  /** KiB of their bodies. */
  kib: Float64Array;
}

/**
 * What a router knows of the load when a request arrives, without measuring anything: from the
 * times and sizes of earlier arrivals alone, whatever became of them and wherever they were sent.
 * One entry a row.
 */
export interface ArrivalState {
  /** Seconds since the last arrival of the same workload, LONGEST_IDLE_SECONDS at most. */
  idleSeconds: Float64Array;
  /** Arrivals of the same workload, by the seconds looked back. */
  own: Readonly<Record<LookBackSeconds, RecentArrivals>>;
  /** Arrivals of all workloads. */
  all: Readonly<Record<LookBackSeconds, RecentArrivals>>;
}

const columns = new WholeColumns(arrivalState, mapArrivalState);

/** The arrival state of requests; of a part of a campaign (`selectRows`), that in the whole. */
export function arrivalStateOf(requests: Requests): ArrivalState {
  return columns.of(requests);
}

/** Says what the arrival state of these requests is, for requests that no log holds. */
export function setArrivalState(requests: Requests, state: ArrivalState): void {
  columns.set(requests, state);
}

/** A state whose columns are made from those of another. */
export function mapArrivalState(
  { idleSeconds, own, all }: ArrivalState,
  make: (column: Float64Array) => Float64Array,
): ArrivalState {
  const recent = ({ requests, kib }: RecentArrivals): RecentArrivals => ({
    requests: make(requests),
    kib: make(kib),
  });
  const windows = (of: ArrivalState["own"]): ArrivalState["own"] => ({
    10: recent(of[10]),
    60: recent(of[60]),
    300: recent(of[300]),
  });
  return { idleSeconds: make(idleSeconds), own: windows(own), all: windows(all) };
}

/**
 * The arrival state of every request of a whole campaign. The halves of a pair are one arrival:
 * that of the half that was sent first, whose state both have. "Earlier" is by the time stamp;
 * requests with the same one do not see each other. Rows without a workload arrive, and have no
 * state of their own (NaN).
 */
export function arrivalState(requests: Requests): ArrivalState {
  const { rowCount, workload, payloadKb } = requests;
  const state = emptyArrivalState(rowCount);
  const all = LOOK_BACK_SECONDS.map((seconds) => new SlidingWindow(seconds));
  const own = requests.workloadNames.map(() =>
    LOOK_BACK_SECONDS.map((seconds) => new SlidingWindow(seconds)),
  );
  const lastMs = requests.workloadNames.map(() => -Infinity);
  inOrderSent(requests, {
    look: (row, nowMs) =>
      lookBack(state, row, nowMs, { all, own: own[workload[row]], lastMs: lastMs[workload[row]] }),
    copy: (first, row) => copyState(state, first, row),
    send(row, nowMs, second) {
      if (second) return;
      const kib = payloadKb[row];
      for (const window of all) window.add(nowMs, kib);
      if (workload[row] === MISSING) return;
      for (const window of own[workload[row]]) window.add(nowMs, kib);
      lastMs[workload[row]] = nowMs;
    },
  });
  return state;
}

/** What came before a request: of all workloads, and of its own, where it has one. */
export interface EarlierArrivals {
  all: readonly SlidingWindow[];
  own: readonly SlidingWindow[] | undefined;
  lastMs: number | undefined;
}

/** The state of one workload's next request. */
export function lookBack(
  state: ArrivalState,
  row: number,
  nowMs: number,
  { all, own, lastMs }: EarlierArrivals,
): void {
  LOOK_BACK_SECONDS.forEach((seconds, w) => {
    arrivedBy(nowMs, all[w], state.all[seconds], row);
    if (own) arrivedBy(nowMs, own[w], state.own[seconds], row);
    else state.own[seconds].requests[row] = state.own[seconds].kib[row] = NaN;
  });
  state.idleSeconds[row] =
    lastMs === undefined ? NaN : Math.min(LONGEST_IDLE_SECONDS, (nowMs - lastMs) / 1000);
}

function arrivedBy(nowMs: number, window: SlidingWindow, to: RecentArrivals, row: number): void {
  window.forgetBefore(nowMs);
  to.requests[row] = window.count;
  to.kib[row] = window.sum;
}

/** Events of the last so many seconds, their number and the sum of their amounts (a ring). */
export class SlidingWindow {
  private timesMs = new Float64Array(64);
  private amounts = new Float64Array(64);
  private head = 0;
  count = 0;
  sum = 0;

  constructor(private readonly seconds: number) {}

  /** Lets go of what stands before the window that ends at `nowMs`; its very edge counts. */
  forgetBefore(nowMs: number): void {
    const { timesMs, amounts } = this;
    while (this.count > 0 && timesMs[this.head] < nowMs - this.seconds * 1000) {
      this.sum -= amounts[this.head];
      this.head = (this.head + 1) % timesMs.length;
      this.count--;
    }
    // Sums of amounts that went would leave rounding behind.
    if (this.count === 0) this.sum = 0;
  }

  add(nowMs: number, amount: number): void {
    if (this.count === this.timesMs.length) this.grow();
    const at = (this.head + this.count++) % this.timesMs.length;
    this.timesMs[at] = nowMs;
    this.amounts[at] = Number.isNaN(amount) ? 0 : amount;
    this.sum += this.amounts[at];
  }

  private grow(): void {
    const unrolled = (ring: Float64Array): Float64Array => {
      const grown = new Float64Array(2 * ring.length);
      for (let i = 0; i < this.count; i++) grown[i] = ring[(this.head + i) % ring.length];
      return grown;
    };
    this.timesMs = unrolled(this.timesMs);
    this.amounts = unrolled(this.amounts);
    this.head = 0;
  }
}

export function emptyArrivalState(rowCount: number): ArrivalState {
  const column = (): Float64Array => new Float64Array(rowCount);
  const recent = (): RecentArrivals => ({ requests: column(), kib: column() });
  const windows = (): ArrivalState["own"] => ({ 10: recent(), 60: recent(), 300: recent() });
  return { idleSeconds: column(), own: windows(), all: windows() };
}

function copyState({ idleSeconds, own, all }: ArrivalState, from: number, to: number): void {
  idleSeconds[to] = idleSeconds[from];
  for (const seconds of LOOK_BACK_SECONDS)
    for (const { requests, kib } of [own[seconds], all[seconds]]) {
      requests[to] = requests[from];
      kib[to] = kib[from];
    }
}
