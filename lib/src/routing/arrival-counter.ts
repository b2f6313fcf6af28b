import { ArrivalClock, LOOK_BACK_SECONDS } from "../requests/index.js";
import { arrivalFieldsOf } from "./arrival-fields.js";
import type { ArrivalCounter } from "./route.js";

const LONGEST_LOOK_BACK_SECONDS = Math.max(...LOOK_BACK_SECONDS);

/** What a counter has seen so far, as `GET /health` shows it. */
export interface CountedArrivals {
  requests: number;
  countingForSeconds: number;
  /** The state that a request of each workload seen so far would meet now. */
  workloads: Record<string, Record<string, number>>;
}

/** Counts the requests that a router is asked about, by a clock of its own. */
export class ServedArrivals implements ArrivalCounter {
  private readonly clock = new ArrivalClock();
  private readonly sinceMs: number;
  private readonly nowMs: () => number;

  /** `clockMs` tells the time, ms; it must not run backwards. */
  constructor(clockMs: () => number) {
    // Whole ms, as logs have them: requests of one do not see each other.
    this.nowMs = () => Math.floor(clockMs());
    this.sinceMs = this.nowMs();
  }

  now(workload: string): { fields: Record<string, number>; note: string | null } {
    const nowMs = this.nowMs();
    const known = this.clock.workloads().includes(workload);
    const fields = arrivalFieldsOf(this.clock.stateAt(workload, nowMs));
    const seconds = (nowMs - this.sinceMs) / 1000;
    if (known && seconds >= LONGEST_LOOK_BACK_SECONDS) return { fields, note: null };
    return {
      fields,
      note:
        `arrivals are counted for ${seconds.toFixed(0)} s: what came before is taken as nothing` +
        (known ? "" : `, ${workload} as idle for a day`),
    };
  }

  arrive(workload: string, payloadKb: number): void {
    this.clock.arrive(workload, payloadKb, this.nowMs());
  }

  counted(): CountedArrivals {
    const nowMs = this.nowMs();
    return {
      requests: this.clock.arrivals,
      countingForSeconds: (nowMs - this.sinceMs) / 1000,
      workloads: Object.fromEntries(
        this.clock
          .workloads()
          .map((workload) => [workload, arrivalFieldsOf(this.clock.stateAt(workload, nowMs))]),
      ),
    };
  }
}
