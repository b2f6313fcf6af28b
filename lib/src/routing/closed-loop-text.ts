import { isKnown, type Interval } from "../statistics/index.js";
import type { ClosedLoop } from "./closed-loop.js";

/**
 * What running a routing inside the simulation changed, and where that comes from, in sentences.
 */
export function closedLoopSentences(loop: ClosedLoop): string[] {
  const { open, closed, gap, parts } = loop;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const sentences = [
    `Simulated (plan ${loop.plan}, seed ${loop.seed}): "${loop.routing}" sends ` +
      `${percent(loop.lambdaShare)} of ${loop.requests.toLocaleString("en")} requests to Lambda.`,
    `Where it decides, a request takes ${closed.responseTimeMs.estimate.toFixed(1)} ms; a duet, ` +
      "in which each platform carries every request, says " +
      `${open.responseTimeMs.estimate.toFixed(1)} ms of the same requests on the same platforms. ` +
      verdict(gap.responseTimeMs, {
        below: "The duet takes it for slower than it is",
        above: "The duet takes it for faster than it is",
        neither: "The two do not surely differ",
      }) +
      `: the gap is ${amount(gap.responseTimeMs, 1, 1)} ms a request.`,
  ];
  if (loop.lambdaShare > 0)
    sentences.push(
      `Lambda: ${share(open.coldStartShare, closed.coldStartShare)} of its requests meet a cold ` +
        `start (${percent(open.coldStartShare)} in the duet, ${percent(closed.coldStartShare)} ` +
        `when traffic is thinned to its share), which makes ${amount(parts.coldStarts, 1, 1)} ms ` +
        `a request; all else on Lambda ${amount(parts.otherLambda, 1, 1)} ms.`,
    );
  if (loop.lambdaShare < 1)
    sentences.push(
      `ECS: without the requests that go to Lambda its lines ` +
        `${verdict(parts.ecs, {
          below: "are shorter",
          above: "are longer",
          neither: "are as long, as far as can be told",
        })}, ` +
        `which makes ${amount(parts.ecs, 1, 1)} ms a request (its own mean goes from ` +
        `${open.ecsMs.toFixed(1)} to ${closed.ecsMs.toFixed(1)} ms).`,
    );
  sentences.push(
    `The client's link carries each body once and not twice: ${amount(parts.link, 1, 1)} ms a ` +
      "request.",
    costSentence(loop),
  );
  return sentences;
}

/**
 * What the money does: the tasks ran in both loops, so that only Lambda's bill (and the number of
 * tasks, if it scales) can differ.
 */
function costSentence({ open, closed, gap, requests }: ClosedLoop): string {
  const million = (usd: number): string => ((usd * 1e6) / requests).toFixed(2);
  const same = Math.abs(open.ecsUsd - closed.ecsUsd) <= 1e-9 * open.ecsUsd;
  const tasks = same
    ? `ECS's task-hours are paid in both loops alike (${million(open.ecsUsd)} USD per million ` +
      "requests of all), whatever is sent to them"
    : `ECS's task-hours cost ${million(closed.ecsUsd)} USD per million requests of all, and ` +
      `${million(open.ecsUsd)} in the duet`;
  return (
    `${tasks}; Lambda bills ${million(closed.lambdaUsd)}, and ${million(open.lambdaUsd)} in the ` +
    `duet. The gap is ${amount(gap.costUsd, 1e6, 3)} USD per million requests.`
  );
}

function share(open: number, closed: number): string {
  if (closed > open) return "more";
  return closed < open ? "fewer" : "as many";
}

/** What is said of an interval below zero, above it, or neither. */
function verdict(
  { low, high }: Interval,
  words: Readonly<Record<"below" | "above" | "neither", string>>,
): string {
  if (high < 0) return words.below;
  return low > 0 ? words.above : words.neither;
}

/** "+4.2 [+1.0, +7.4]" */
function amount(interval: Interval, scale: number, digits: number): string {
  const print = (value: number): string =>
    `${value > 0 ? "+" : ""}${(value * scale).toFixed(digits)}`.replace(/^[+-](0(\.0+)?)$/, "$1");
  const { estimate, low, high } = interval;
  return isKnown(interval)
    ? `${print(estimate)} [${print(low)}, ${print(high)}]`
    : `${print(estimate)} (too few blocks of time to say how surely)`;
}
