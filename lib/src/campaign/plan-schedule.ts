import type { CampaignPlan, Phase, RunPlan } from "./plan.js";

/** One load test of a plan on one of its days. */
export interface ScheduledRun {
  run: RunPlan;
  /** From 0. */
  day: number;
  /** UTC, ms since 1970. */
  startMs: number;
  durationMs: number;
  /** The run's or its pattern's phases with the run's rate factor applied. */
  phases: Required<Phase>[];
  /** Requests the phases ask for; exact where the run states them, else the mean. */
  expectedRequests: number;
}

/** All runs of a plan in the order of time. */
export function scheduleRuns(plan: CampaignPlan): ScheduledRun[] {
  const firstMidnightMs =
    Date.parse(`${plan.startDate}T00:00:00Z`) - plan.utcOffsetMinutes * 60_000;
  const scheduled: ScheduledRun[] = [];
  for (let day = 0; day < plan.days; day++) {
    for (const run of plan.runs) {
      const [hours, minutes] = run.startsAt.split(":").map(Number);
      const factor = run.rateFactor ?? 1;
      const phases = (run.phases ?? plan.patterns[run.pattern].phases).map((phase) => ({
        minutes: phase.minutes,
        requestsPerSecond: phase.requestsPerSecond * factor,
        toRequestsPerSecond: (phase.toRequestsPerSecond ?? phase.requestsPerSecond) * factor,
      }));
      const exact =
        run.exactRequests && Object.values(run.exactRequests).reduce((sum, n) => sum + n, 0);
      scheduled.push({
        run,
        day,
        startMs: firstMidnightMs + ((day * 24 + hours) * 60 + minutes) * 60_000,
        durationMs: phases.reduce((sum, phase) => sum + phase.minutes, 0) * 60_000,
        phases,
        expectedRequests: exact ?? phases.reduce((sum, phase) => sum + requestsOfPhase(phase), 0),
      });
    }
  }
  return scheduled.sort((a, b) => a.startMs - b.startMs);
}

/** Requests a phase asks for on average. */
export function requestsOfPhase(phase: Required<Phase>): number {
  return ((phase.requestsPerSecond + phase.toRequestsPerSecond) / 2) * phase.minutes * 60;
}
