import { isKnown, type Interval } from "../../statistics/index.js";
import type { Answer } from "../answer.js";
import { NOTEBOOKS, type RunArtefacts } from "../run-artefacts.js";
import { answer, notRun } from "../words.js";

/** What routing would have saved against the best fixed choice, in ms and in USD. */
export function worthAnswer(run: RunArtefacts): Answer {
  const { routing } = run;
  if (routing === null) return notRun("worth", NOTEBOOKS.routing, run);
  const { verdict, router, comparison } = routing;
  const saved = comparison.values.find(({ policy }) => policy === router)?.saved;
  if (!saved) return answer("worth", NOTEBOOKS.routing, "told", verdict);
  const axes = [
    { name: "time", unit: "ms a request", interval: saved.latencyMs },
    { name: "cost", unit: "USD per million", interval: perMillion(saved.costUsd) },
  ];
  const [better, worse] = [
    axes.some(({ interval }) => interval.low > 0),
    axes.some(({ interval }) => interval.high < 0),
  ];
  const known = axes.every(({ interval }) => isKnown(interval));
  const state = !known ? "unknown" : better ? (worse ? "mixed" : "good") : "bad";
  return answer("worth", NOTEBOOKS.routing, state, verdict, {
    kind: "savings",
    axes,
    alt: `Saved against ${comparison.reference}, with 95 % intervals around zero: ${verdict}`,
  });
}

function perMillion({ estimate, low, high, level }: Interval): Interval {
  return { estimate: 1e6 * estimate, low: 1e6 * low, high: 1e6 * high, level };
}
