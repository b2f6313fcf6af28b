import { MISSING } from "../../requests/index.js";
import { NOTHING_TO_DO, notApplicable, PLANNED_CLOCK, type Check } from "../check.js";
import { judgeSteps } from "../judge.js";
import { count, counted, list, number } from "../words.js";

/**
 * Runs of one pattern that follow each other without a pause under another window: one run whose
 * name was changed on the way.
 */
export const continuedRuns: Check = {
  id: "continued-runs",
  group: "consistency",
  question: "Does any run go on under another window's name?",
  needs: ["requests"],
  thresholds: { seconds: 60 },
  condition: ({ seconds }) =>
    `no two runs of one pattern within ${seconds} s of each other in different windows`,
  run({ requests, runs }, { seconds }) {
    if (requests.provenance.local) return notApplicable(PLANNED_CLOCK);
    const named = runs.filter(({ window, pattern }) => window !== MISSING && pattern !== MISSING);
    if (named.length < 2)
      return notApplicable("Fewer than two runs name their window and pattern.");
    const continued = named.flatMap((run) =>
      named
        .filter(
          (next) =>
            next.pattern === run.pattern &&
            next.window !== run.window &&
            next.startMs > run.startMs,
        )
        .map((next) => ({ run, next, pause: (next.startMs - run.endMs) / 1000 }))
        .filter(({ pause }) => Math.abs(pause) <= seconds),
    );
    const rows = continued.reduce((sum, { next }) => sum + next.rows.length, 0);
    return {
      verdict: judgeSteps(continued.length, 0, 0),
      value: continued.length,
      evidence:
        continued.length === 0
          ? `None of ${counted(named.length, "named run")} goes on where another of its ` +
            "pattern ends."
          : list(
              continued.map(
                ({ run, next, pause }) =>
                  `${next.name} (${count(next.rows.length)} requests) begins ` +
                  `${number(Math.abs(pause))} s ${pause < 0 ? "before" : "after"} the end of ` +
                  `${run.name} (${count(run.rows.length)})`,
              ),
            ) + ": one load test under two names.",
      advice:
        continued.length === 0
          ? NOTHING_TO_DO
          : "Treat them as one run and take the window from the clock: " +
            `${counted(rows, "request")} carry a window the generator was given by hand.`,
      offenders: continued.map(({ next }) => ({ label: next.name, count: next.rows.length })),
    };
  },
};
