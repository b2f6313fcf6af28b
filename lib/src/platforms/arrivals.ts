import type { Arrivals, ScheduledRun } from "../campaign/index.js";
import type { Random } from "../statistics/index.js";

/**
 * Sending times of a run, ms from its start, ascending. The arrival process runs in operational time, where one request
 * is due per unit, and is mapped to the clock by inverting the cumulative rate of the phases (Çinlar, 1975): so any
 * process follows any load pattern.
 */
export function arrivalTimes(scheduled: ScheduledRun, arrivals: Arrivals, random: Random): Float64Array {
  if (scheduled.run.exactRequests) return evenTimes(scheduled.expectedRequests, scheduled.durationMs);
  const nextGap = gaps(arrivals, random);
  const times: number[] = [];
  // An even process is centred: its first request comes half a gap after the start.
  let due = arrivals === "even" ? 0.5 : nextGap(), doneBefore = 0, phaseStartMs = 0;
  for (const phase of scheduled.phases) {
    const from = phase.requestsPerSecond / 1000, durationMs = phase.minutes * 60_000;
    const slope = (phase.toRequestsPerSecond / 1000 - from) / durationMs;
    const inPhase = (from + (slope * durationMs) / 2) * durationMs;
    for (; due < doneBefore + inPhase; due += nextGap()) times.push(phaseStartMs + invertRate(due - doneBefore, from, slope));
    doneBefore += inPhase;
    phaseStartMs += durationMs;
  }
  return Float64Array.from(times);
}

/** Time at which a rate `from + slope t` has let `requests` pass; the form of the root that does not cancel. */
function invertRate(requests: number, from: number, slope: number): number {
  return (2 * requests) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * requests)));
}

function gaps(arrivals: Arrivals, random: Random): () => number {
  if (arrivals === "even") return () => 1;
  if (arrivals === "poisson") return random.exponential;
  const variance = arrivals.cv * arrivals.cv;
  return () => random.gamma(1 / variance) * variance;
}

function evenTimes(count: number, durationMs: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => ((i + 0.5) * durationMs) / count);
}
