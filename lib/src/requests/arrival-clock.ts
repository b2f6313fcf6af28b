import {
  emptyArrivalState,
  LOOK_BACK_SECONDS,
  lookBack,
  SlidingWindow,
  type ArrivalState,
} from "./arrivals.js";

interface Arrival {
  workload: string;
  kib: number;
}

/** What has arrived of one workload. */
interface OwnArrivals {
  windows: SlidingWindow[];
  lastMs: number;
}

/**
 * The arrival state as requests come in: what `arrivalState` computes for a whole campaign, one
 * request at a time. Requests of one millisecond do not see each other; a time before the last one
 * is taken for the last one. It begins knowing nothing: as if nothing had come before.
 */
export class ArrivalClock {
  private readonly all = LOOK_BACK_SECONDS.map((seconds) => new SlidingWindow(seconds));
  private readonly own = new Map<string, OwnArrivals>();
  /** Arrivals of this very moment, which see nothing of each other. */
  private moment: Arrival[] = [];
  private nowMs = -Infinity;
  /** Requests that have arrived. */
  arrivals = 0;

  /** The state that a request of this workload would meet at `nowMs`; one row. */
  stateAt(workload: string, nowMs: number): ArrivalState {
    this.advanceTo(nowMs);
    const own = this.own.get(workload) ?? newOwn();
    const state = emptyArrivalState(1);
    lookBack(state, 0, this.nowMs, { all: this.all, own: own.windows, lastMs: own.lastMs });
    return state;
  }

  /** Lets a request arrive; returns the state that it met. */
  arrive(workload: string, payloadKb: number, nowMs: number): ArrivalState {
    const state = this.stateAt(workload, nowMs);
    this.moment.push({ workload, kib: payloadKb });
    this.arrivals++;
    return state;
  }

  /** Workloads that have arrived. */
  workloads(): string[] {
    return [...new Set([...this.own.keys(), ...this.moment.map(({ workload }) => workload)])];
  }

  private advanceTo(nowMs: number): void {
    if (!(nowMs > this.nowMs)) return;
    for (const { workload, kib } of this.moment) {
      for (const window of this.all) window.add(this.nowMs, kib);
      let own = this.own.get(workload);
      if (!own) this.own.set(workload, (own = newOwn()));
      for (const window of own.windows) window.add(this.nowMs, kib);
      own.lastMs = this.nowMs;
    }
    this.moment = [];
    this.nowMs = nowMs;
  }
}

function newOwn(): OwnArrivals {
  return {
    windows: LOOK_BACK_SECONDS.map((seconds) => new SlidingWindow(seconds)),
    lastMs: -Infinity,
  };
}
