import type { LambdaPlan } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";
import { emptyAnswer, type Answer } from "./answer.js";
import { MinHeap } from "./heap.js";

/**
 * One Lambda function in virtual time: its environments, idle and busy. Invocations must come in
 * the order of time.
 */
export class LambdaService {
  private readonly cpuShare: number;
  /** Busy environments by the time they are done. */
  private readonly busy = new MinHeap();
  /** Idle environments as a stack, the one that was used last on top, with the times they go. */
  private idleUntilMs = new Float64Array(16);
  private idle = 0;
  private slotStartMs = -Infinity;
  private newInSlot = 0;
  private readonly result: Answer = emptyAnswer();
  /** Over all invocations that were not probes. */
  billedMs = 0;

  constructor(
    private readonly plan: LambdaPlan,
    memoryMb: number,
    private readonly random: Random,
  ) {
    // One handler uses one vCPU at most.
    this.cpuShare = Math.min(1, memoryMb / plan.fullVcpuMemoryMb);
  }

  /** Environments at work. */
  get busyEnvironments(): number {
    return this.busy.size;
  }

  /**
   * Invokes the function at `atMs` with a request that waits `waitMs` and takes `cpuMs` on a full
   * vCPU. A probe asks what would have been and leaves the environments as they were.
   */
  invoke(
    atMs: number,
    waitMs: number,
    cpuMs: number,
    initialisationMs: number,
    bytes: number,
    probe: boolean,
  ): Answer {
    const answer = this.result;
    answer.executionMs = NaN;
    answer.coldStart = false;
    answer.cpuMs = answer.billedMs = 0;
    answer.doneMs = atMs;
    if (bytes > this.plan.payloadLimitBytes) return refuse(answer, 413);
    this.advanceTo(atMs);
    const warm = this.idle > 0;
    if (!warm && !this.mayStart(atMs, probe)) return refuse(answer, 429);
    const cpu = (cpuMs / this.cpuShare) * (warm ? 1 : this.plan.firstRunFactor);
    const initialisation = warm ? 0 : initialisationMs;
    answer.status = 200;
    answer.coldStart = !warm;
    answer.cpuMs = cpu;
    answer.executionMs = waitMs + cpu;
    answer.doneMs = atMs + initialisation + answer.executionMs;
    // By the millisecond, initialisation included since August 2025 (SOURCES, prices).
    answer.billedMs = Math.ceil(initialisation + answer.executionMs);
    if (!probe) {
      if (warm) this.idle--;
      this.busy.push(answer.doneMs, 0);
      this.billedMs += answer.billedMs;
    }
    return answer;
  }

  /** Environments that are done become idle; those on top of the stack whose time is over go. */
  private advanceTo(nowMs: number): void {
    while (this.busy.minKey <= nowMs) {
      const sinceMs = this.busy.minKey;
      this.busy.pop();
      if (this.idle === this.idleUntilMs.length) {
        const grown = new Float64Array(2 * this.idle);
        grown.set(this.idleUntilMs);
        this.idleUntilMs = grown;
      }
      this.idleUntilMs[this.idle++] = sinceMs + this.keepAliveMs();
    }
    while (this.idle > 0 && this.idleUntilMs[this.idle - 1] <= nowMs) this.idle--;
  }

  private keepAliveMs(): number {
    const law = this.plan.keepAlive;
    if (law.law === "fixed") return law.seconds * 1000;
    // Half of the environments survive each period: the number of periods is geometric, one at
    // least.
    let periods = 1;
    while (this.random.uniform() < 0.5) periods++;
    return periods * law.periodSeconds * 1000;
  }

  private mayStart(nowMs: number, probe: boolean): boolean {
    if (this.busy.size >= this.plan.concurrencyLimit) return false;
    const slotOver = nowMs >= this.slotStartMs + 10_000;
    if (!slotOver && this.newInSlot >= this.plan.newEnvironmentsPer10Seconds) return false;
    if (probe) return true;
    if (slotOver) {
      this.slotStartMs = nowMs;
      this.newInSlot = 0;
    }
    this.newInSlot++;
    return true;
  }
}

function refuse(answer: Answer, status: number): Answer {
  answer.status = status;
  return answer;
}
