import type { Interval } from "../statistics/index.js";
import type { PolicyComparison } from "./policy-value.js";

/**
 * The fixed choice that is hardest to beat: the one that is both faster and cheaper, if there is one; else the faster
 * one, because the cost of the other is then the price of its latency.
 */
export function bestFixed(comparison: PolicyComparison): string {
  const [ecs, lambda] = ["always ECS", "always Lambda"].map((name) => {
    const value = comparison.values.find(({ policy }) => policy === name);
    if (!value) throw new RangeError(`the comparison holds no policy "${name}"`);
    return value;
  });
  return lambda.mean.latencyMs.estimate < ecs.mean.latencyMs.estimate ? lambda.policy : ecs.policy;
}

/**
 * The one-sentence answer: what a router would have saved against the best fixed choice, in time and in money, or that it
 * would not. An axis whose interval holds zero is "not surely".
 */
export function routingVerdict(comparison: PolicyComparison, router: string, simulated: boolean): string {
  const value = comparison.values.find(({ policy }) => policy === router);
  if (!value) throw new RangeError(`the comparison holds no policy "${router}"`);
  const { latencyMs, costUsd } = value.saved;
  const time = clause(latencyMs, 1, 1, "ms a request"), money = clause(costUsd, 1e6, 2, "USD per million requests");
  const data = simulated ? "On this simulated campaign" : "On these data";
  return `${data} the router "${router}" would have ${time} and ${money} against ${comparison.reference}, the best fixed choice.`;
}

/** "saved 41.7 ms a request [32.9, 49.9]", "lost ...", or "not surely saved anything (... [...])". */
function clause({ estimate, low, high }: Interval, scale: number, digits: number, unit: string): string {
  const print = (value: number): string => (value * scale).toFixed(digits).replace(/^-(0(\.0+)?)$/, "$1");
  if (low > 0) return `saved ${print(estimate)} ${unit} [${print(low)}, ${print(high)}]`;
  if (high < 0) return `lost ${print(-estimate)} ${unit} [${print(-high)}, ${print(-low)}]`;
  return `not surely changed the ${unit} (${print(estimate)} [${print(low)}, ${print(high)}])`;
}
