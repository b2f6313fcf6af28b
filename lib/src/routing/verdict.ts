import { isKnown, type Interval } from "../statistics/index.js";
import type { EstimationMethod } from "./estimator.js";
import type { PolicyComparison } from "./policy-value.js";

/**
 * The fixed choice that is hardest to beat: the one that is both faster and cheaper, if there is
 * one; else the faster one, because the cost of the other is then the price of its latency.
 */
export function bestFixed(comparison: PolicyComparison): string {
  const [ecs, lambda] = ["always ECS", "always Lambda"].map((name) => valueOf(comparison, name));
  return lambda.mean.latencyMs.estimate < ecs.mean.latencyMs.estimate ? lambda.policy : ecs.policy;
}

/**
 * The one-sentence answer: what a router would have saved against the best fixed choice, in time
 * and in money, or that it would not. An axis whose interval holds zero is "not surely". Requests
 * that all lie in one block of time are "too short to say": nothing tells how far chance goes.
 */
export function routingVerdict(
  comparison: PolicyComparison,
  router: string,
  simulated: boolean,
): string {
  const {
    saved: { latencyMs, costUsd },
    failedLess,
  } = valueOf(comparison, router);
  const axes = [latencyMs, costUsd];
  const time = amount(latencyMs, 1, "ms a request");
  const money = amount(costUsd, 1e6, "USD per million requests");
  const start =
    (simulated ? "On this simulated campaign" : "On these data") + ` the router "${router}"`;
  const against = `against ${comparison.reference}, the best fixed choice`;
  // What fails is charged nothing: a saving that is bought with failures must say so.
  const failures =
    failedLess.low > 0 || failedLess.high < 0
      ? `; ${failedLess.low > 0 ? "fewer" : "more"} requests would have failed, by ` +
        `${points(failedLess)}`
      : "";
  const known = `(${KNOWN_BY[comparison.method]}, ${grouped(comparison.rows)} requests)`;
  if (axes.every(({ estimate, low, high }) => estimate === 0 && low === 0 && high === 0))
    return (
      `${start} would have saved nothing: it is ${comparison.reference}, the best fixed choice ` +
      `${known}.`
    );
  if (!axes.every(isKnown))
    return (
      `${tooShort(comparison, simulated)}: ${start.replace(/^On/, "on")} would have ` +
      `saved ${time.saved} and ${money.saved} ${against}, and nothing tells how much of that is ` +
      `chance ${known}.`
    );
  const clauses = [clause(latencyMs, time, "a request's time"), clause(costUsd, money, "the cost")];
  if (axes.some(({ low }) => low > 0))
    return (
      `${start} would have ` +
      `${clauses.join(axes.some(({ high }) => high < 0) ? " but " : " and ")} ` +
      `${against}${failures} ${known}.`
    );
  return (
    `${start} would not have been worth having: it would have ${clauses.join(" and ")} ` +
    `${against}${failures} ${known}.`
  );
}

const KNOWN_BY: Readonly<Record<EstimationMethod, string>> = {
  pairs: "exact: each request was sent to both platforms",
  counterfactual: "exact: both outcomes of each request are simulated",
  "doubly robust": "estimated by doubly robust weighting",
};

/** 17482 is "17,482". */
const grouped = (rows: number): string => String(rows).replace(/\B(?=(\d{3})+$)/g, ",");

function valueOf(comparison: PolicyComparison, policy: string): PolicyComparison["values"][number] {
  const value = comparison.values.find((one) => one.policy === policy);
  if (!value) throw new RangeError(`the comparison holds no policy "${policy}"`);
  return value;
}

/** Why nothing can be said of chance, as the start of a sentence. */
function tooShort({ blocks }: PolicyComparison, simulated: boolean): string {
  return (
    `The ${simulated ? "simulated campaign is" : "data are"} too short to say (${blocks} ` +
    `${blocks === 1 ? "block" : "blocks"} of time; two at the least are needed)`
  );
}

/** "saved 41.7 ms a request [32.9, 49.9]", "lost ...", or "not surely changed ... (...)". */
function clause(
  { low, high }: Interval,
  text: { saved: string; lost: string },
  what: string,
): string {
  if (low > 0) return `saved ${text.saved}`;
  if (high < 0) return `lost ${text.lost}`;
  return low === 0 && high === 0
    ? `left ${what} as it was`
    : `not surely changed ${what} (saved ${text.saved})`;
}

/** A difference of shares, whichever way, in points of a hundred. */
function points({ estimate, low, high }: Interval): string {
  const print = (share: number): string => Math.abs(100 * share).toFixed(2);
  return (
    `${print(estimate)} points ` +
    `[${low > 0 ? `${print(low)}, ${print(high)}` : `${print(high)}, ${print(low)}`}]`
  );
}

/**
 * An amount with its interval: two digits of the interval's half width, and enough to tell its
 * limits from zero.
 */
function amount(interval: Interval, scale: number, unit: string): { saved: string; lost: string } {
  const { estimate, low, high } = interval;
  const decimalsOf = (value: number, digits: number): number =>
    value > 0 ? digits - 1 - Math.floor(Math.log10(value * scale)) : 0;
  const toTellFromZero =
    low > 0 || high < 0 ? decimalsOf(Math.min(Math.abs(low), Math.abs(high)), 1) : 0;
  // An interval without width, rounding apart, has the digits of its estimate.
  const halfWidth = isKnown(interval) ? (high - low) / 2 : 0;
  const spread = halfWidth > 1e-9 * Math.abs(estimate) ? halfWidth : Math.abs(estimate);
  const decimals = Math.min(9, Math.max(1, decimalsOf(spread, 2), toTellFromZero));
  const print = (value: number): string =>
    (value * scale).toFixed(decimals).replace(/^-(0(\.0+)?)$/, "$1");
  const within = (from: number, to: number): string =>
    isKnown(interval) ? `[${print(from)}, ${print(to)}]` : "[not known]";
  return {
    saved: `${print(estimate)} ${unit} ${within(low, high)}`,
    lost: `${print(-estimate)} ${unit} ${within(-high, -low)}`,
  };
}
