import { LOAD_PATTERNS, worstVerdict, type Verdict } from "../../campaign/index.js";
import { MISSING, patternNames, type Requests } from "../../requests/index.js";
import { medianSorted, sortedCopy } from "../../statistics/index.js";
import { NOTHING_TO_DO, notApplicable, type Check } from "../check.js";
import { shareOf } from "../judge.js";
import { requestsPerMinute, type Run } from "../runs.js";
import { counted, list, number, percent } from "../words.js";

/**
 * Runs shorter than this, or with fewer requests, have no shape of their own; their pattern is
 * judged over all its runs.
 */
const LEAST_MINUTES = 10;
const LEAST_REQUESTS = 200;

/** The patterns whose arrivals are known. */
const KNOWN: readonly string[] = LOAD_PATTERNS;

interface Shape {
  name: string;
  run: Run;
  pattern: string;
  perSecond: number;
  /** Requests of the last third of the time over those of the first. */
  rise: number;
  /** Rate of the busiest five minutes over the median minute's. */
  peak: number;
  peakRequests: number;
  thirds: [first: number, last: number];
}

/**
 * The load pattern a run names against the one its arrivals show. Only what does not depend on the
 * rates that were planned is judged: that a ramp rises, a burst bursts, an even load does neither,
 * and medium load is clearly more than low. What arrivals a pattern of another name should show,
 * nobody said. Judged run by run where a run has requests enough, and for each pattern over all its
 * runs together.
 */
export const patternArrivals: Check = {
  id: "pattern-arrivals",
  group: "consistency",
  question: "Do the arrivals show the load pattern that is logged?",
  needs: ["requests"],
  thresholds: { rise: 1.5, burst: 2, even: 1.5, step: 2, runs: 0.05 },
  condition: ({ rise, burst, even, step, runs }) =>
    `a ramp's last third is ${rise} times its first, a burst's best five minutes ${burst} ` +
    `times its median minute, low and medium load neither rise nor fall by ${even}; medium ` +
    `load is ${step} times low load (fail: in more than ${percent(runs)} of a pattern's runs)`,
  run({ requests, arrivalRuns: runs }, { rise, burst, even, step, runs: most }) {
    const shapes = runs
      .filter((run) => run.pattern !== MISSING && run.endMs - run.startMs >= LEAST_MINUTES * 60_000)
      .map((run) => shapeOf(run, requests))
      .filter(({ pattern }) => KNOWN.includes(pattern));
    const logged = patternNames(requests).filter((name) => !KNOWN.includes(name));
    if (shapes.length === 0 && logged.length > 0)
      return notApplicable(
        `What arrivals ${list(logged, 4)} should show is not known: only ${list(KNOWN, 4)} are ` +
          "judged.",
      );
    if (shapes.length === 0)
      return notApplicable(
        `No run names its pattern and lasts ${LEAST_MINUTES} minutes.`,
        "Log the load pattern with each request.",
      );
    const patterns = LOAD_PATTERNS.flatMap((pattern) =>
      together(
        pattern,
        shapes.filter(
          (shape) => shape.pattern === pattern && shape.run.rows.length < LEAST_REQUESTS,
        ),
      ),
    );
    const found = [
      ...shapes.filter(({ run }) => run.rows.length >= LEAST_REQUESTS),
      ...patterns,
    ].map((shape, _, all) => ({
      ...shape,
      ...judge(shape, { rise, burst, even }, all.length),
    }));
    // Arrivals in bursts are drawn: a rare run of a pattern may come out unlike the others.
    const failing = (pattern: string): number => {
      const own = found.filter((shape) => shape.pattern === pattern);
      return own.filter(({ verdict }) => verdict === "fail").length / own.length;
    };
    const judged = found.map((shape) =>
      shape.verdict === "fail" && failing(shape.pattern) <= most
        ? { ...shape, verdict: "warn" as const }
        : shape,
    );
    const low = meanRate(shapes, "low_load");
    const medium = meanRate(shapes, "medium_load");
    const ratio = medium / low;
    const stepVerdict: Verdict = Number.isNaN(ratio) || ratio >= step ? "pass" : "fail";
    const bad = judged.filter(({ verdict }) => verdict !== "pass");
    const remarks = [
      ...bad.map(({ name, remark }) => `${name} ${remark}`),
      ...(stepVerdict === "fail"
        ? [
            `medium load ran at ${number(medium)}/s, only ${number(ratio)} times low load's ` +
              `${number(low)}/s`,
          ]
        : []),
    ];
    return {
      verdict: worstVerdict([stepVerdict, ...judged.map(({ verdict }) => verdict)]),
      value: remarks.length,
      evidence:
        remarks.length === 0
          ? `All ${counted(shapes.length, "run")} of ${LEAST_MINUTES} minutes or more arrive ` +
            "as their pattern says."
          : `${list(remarks, 5)} (of ${counted(shapes.length, "run")}).`,
      advice:
        remarks.length === 0
          ? NOTHING_TO_DO
          : "Compare requests asked for with requests sent: a generator or link at its limit " +
            "stretches time in silence. Use the measured rate as a feature, not the pattern's " +
            "name.",
      offenders: bad.map(({ name, run }) => ({ label: name, count: run.rows.length })),
      table: {
        columns: [
          { key: "run", title: "run", format: "text" },
          { key: "perSecond", title: "requests/s", format: "number" },
          { key: "rise", title: "last third / first", format: "number" },
          { key: "peak", title: "best 5 min / median", format: "number" },
          { key: "verdict", title: "verdict", format: "verdict" },
        ],
        rows: judged.map(({ name, perSecond, rise: rising, peak, verdict }) => ({
          run: name,
          perSecond,
          rise: rising,
          peak,
          verdict,
        })),
      },
      figure: arrivalsFigure(shapes, requests.timestampMs),
    };
  },
};

function shapeOf(run: Run, requests: Requests): Shape {
  const perMinute = requestsPerMinute(run, requests.timestampMs);
  const third = Math.floor(perMinute.length / 3);
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  const first = sum(perMinute.subarray(0, third));
  const last = sum(perMinute.subarray(perMinute.length - third));
  let busiest = 0;
  for (let from = 0; from + 5 <= perMinute.length; from++)
    busiest = Math.max(busiest, sum(perMinute.subarray(from, from + 5)) / 5);
  return {
    name: run.name,
    run,
    pattern: patternNames(requests)[run.pattern],
    perSecond: run.rows.length / ((run.endMs - run.startMs) / 1000),
    rise: last / first,
    peak: busiest / Math.max(1, medianSorted(sortedCopy(perMinute))),
    peakRequests: 5 * busiest,
    thirds: [first, last],
  };
}

/**
 * The sparse runs of a pattern as one: their thirds added up, and the burst of the run in the
 * middle.
 */
function together(pattern: string, shapes: readonly Shape[]): Shape[] {
  if (shapes.length === 0) return [];
  const first = shapes.reduce((sum, { thirds }) => sum + thirds[0], 0);
  const last = shapes.reduce((sum, { thirds }) => sum + thirds[1], 0);
  return [
    {
      name: `${pattern} (${counted(shapes.length, "sparse run")} together)`,
      run: shapes[0].run,
      pattern,
      perSecond: meanRate(shapes, pattern),
      rise: last / first,
      peak: medianSorted(sortedCopy(shapes.map(({ peak }) => peak))),
      peakRequests: shapes.reduce((sum, { peakRequests }) => sum + peakRequests, 0),
      thirds: [first, last],
    },
  ];
}

function judge(
  { pattern, rise: estimate, peak, peakRequests, thirds: [first, last] }: Shape,
  wanted: { rise: number; burst: number; even: number },
  runs: number,
): { verdict: Verdict; remark: string } {
  const { low, high } = shareOf(last, first + last, runs);
  const rising = { low: low / (1 - low), high: high / (1 - high) };
  if (pattern === "burst_load") {
    if (peak >= wanted.burst) return { verdict: "pass", remark: "" };
    const inPeak = shareOf(
      Math.round(peakRequests),
      Math.round(peakRequests + peakRequests / peak),
      runs,
    );
    return {
      verdict: inPeak.high / (1 - inPeak.high) < wanted.burst ? "fail" : "warn",
      remark: `has no burst (best five minutes ${number(peak)} times the median)`,
    };
  }
  if (pattern === "ramp_load") {
    if (estimate >= wanted.rise) return { verdict: "pass", remark: "" };
    return {
      verdict: rising.high < wanted.rise ? "fail" : "warn",
      remark: `hardly rises (last third ${number(estimate)} times the first)`,
    };
  }
  if (estimate <= wanted.even && estimate >= 1 / wanted.even)
    return { verdict: "pass", remark: "" };
  return {
    verdict: rising.low > wanted.even || rising.high < 1 / wanted.even ? "fail" : "warn",
    remark: `is not even (last third ${number(estimate)} times the first)`,
  };
}

function meanRate(shapes: readonly Shape[], pattern: string): number {
  const rates = shapes
    .filter((shape) => shape.pattern === pattern)
    .map(({ perSecond }) => perSecond);
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** Arrivals of the first run of each pattern-and-window. */
function arrivalsFigure(
  shapes: readonly Shape[],
  timestampMs: Float64Array,
): ReturnType<Check["run"]>["figure"] {
  const firsts = shapes
    .filter(
      ({ run }, i) =>
        shapes.findIndex(
          (other) => other.run.window === run.window && other.run.pattern === run.pattern,
        ) === i,
    )
    .slice(0, 8);
  const lines = firsts.map(({ run }) => ({
    name: run.name,
    values: Array.from(requestsPerMinute(run, timestampMs), (n) => n / 60),
  }));
  const minutes = Math.max(...lines.map(({ values }) => values.length));
  return {
    kind: "line",
    title: "Arrivals in each run",
    xTitle: "minutes since the run began",
    yTitle: "requests/s",
    x: Array.from({ length: minutes }, (_, minute) => minute),
    series: lines.map(({ name, values }) => ({
      name,
      values: [...values, ...Array<number>(minutes - values.length).fill(NaN)],
    })),
  };
}
