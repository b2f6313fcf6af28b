import { isKnown, type Interval } from "../statistics/index.js";
import type { Route } from "./route.js";

/**
 * A route as lines of text: the answer, then (indented) the reason, the expected difference and the
 * notes.
 */
export function routeText({
  platform,
  probability,
  threshold,
  reason,
  expectedDifference,
  notes,
  simulated,
}: Route): string {
  const lines = [
    `${platform}  P(Lambda optimal) = ${probability.toFixed(3)}` +
      (threshold === 0.5 ? "" : ` (Lambda above ${threshold.toFixed(3)})`),
  ];
  if (reason) lines.push(`because ${reason.text}`);
  if (expectedDifference) {
    const {
      lambdaMinusEcs: { responseTimeMs, costUsd },
      from,
      lambdaRows,
      ecsRows,
      blocks,
    } = expectedDifference;
    const seen =
      `${from}: ${lambdaRows} Lambda and ${ecsRows} ECS requests, ${blocks} blocks of ` +
      `time${simulated ? "; simulated" : ""}`;
    lines.push(
      `Lambda minus ECS: ${signed(responseTimeMs, 1, 1)} ms and ${signed(costUsd, 1e6, 3)} ` +
        `USD per million requests (${seen})`,
    );
  }
  return [...lines, ...notes.map((note) => `note: ${note}`)].join("\n  ");
}

/** "-41.7 [-50.1, -33.3]" */
function signed(interval: Interval, scale: number, digits: number): string {
  const print = (value: number): string =>
    `${value * scale > 0 ? "+" : ""}${(value * scale).toFixed(digits)}`;
  const { estimate, low, high } = interval;
  return (
    `${print(estimate)} [` +
    (isKnown(interval) ? `${print(low)}, ${print(high)}` : "not known") +
    "]"
  );
}
