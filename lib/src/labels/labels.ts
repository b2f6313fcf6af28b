import { AUTHOR_PRICES, type PriceTable } from "../campaign/index.js";
import { CONTEXT_CELL, type CellKey } from "../requests/index.js";
import { InputError } from "../statistics/index.js";

/** The labelling schemes of DOMAIN: two of the author's, the seed's, and ours. */
export const LABEL_SCHEMES = [
  "request-vs-median",
  "percentile-bucket",
  "group-percentile",
  "paired-probability",
] as const;
export type LabelScheme = (typeof LABEL_SCHEMES)[number];

/**
 * Which clock says how long a request took: the platform's, inside the handler, or the client's.
 */
export type LatencyClock = "execution" | "response";

/**
 * What an ECS request costs: the author's busy time, or the task-hours shared out at a utilisation,
 * with or without a balancer.
 */
export type CostModel =
  { kind: "busy-time" } | { kind: "task-hours"; utilisation: number; loadBalancer: boolean };

/**
 * What becomes of requests that a platform failed to answer. "slowest": they take part, slower and
 * dearer than any answered one (an answer that never came cannot be had at any price); between two
 * of them neither is the better. "dropped": they are left out and counted, as the author did.
 */
export type FailureTreatment = "slowest" | "dropped";

/** Everything the answer depends on. `labelOptions` fills in the author's choices. */
export interface LabelOptions {
  scheme: LabelScheme;
  clock: LatencyClock;
  /** Lambda must be faster by this share of the ECS time (.1 = 10 %). */
  latencyMargin: number;
  /** Lambda must be cheaper by this share of the ECS cost. */
  costMargin: number;
  cost: CostModel;
  prices: PriceTable;
  failures: FailureTreatment;
  /** Requests are compared within these groups. */
  groupBy: readonly CellKey[];
  /** `group-percentile`: this quantile of Lambda must beat `ecsQuantile` of ECS. */
  lambdaQuantile: number;
  ecsQuantile: number;
}

/** Label code of a row the scheme cannot judge; `Labels.unlabelled` counts why. */
export const UNLABELLED = 255;

/**
 * One label a request, in the order of the requests they were made from: 1 = Lambda optimal, 0 =
 * ECS optimal, UNLABELLED.
 */
export interface Labels {
  options: LabelOptions;
  latencyOptimal: Uint8Array;
  costOptimal: Uint8Array;
  /** Both at once: the label the models learn. */
  balancedOptimal: Uint8Array;
  /**
   * `paired-probability`: P(a random Lambda request of the group beats a random ECS request of it
   * on both axes); null for the other schemes.
   */
  probability: Float64Array | null;
  /** Why rows have no label: reason -> rows. */
  unlabelled: Record<string, number>;
  /** Requests that a platform failed to answer and that took part all the same. */
  failuresLabelled: number;
}

/**
 * The author's choices for a scheme, with whatever is given in their place. Failed requests are
 * dropped by his two schemes, so that his labels come out; in the other two they take part. Throws
 * an InputError on values outside their range. */
export function labelOptions(given: Partial<LabelOptions> & { scheme: LabelScheme }): LabelOptions {
  if (!LABEL_SCHEMES.includes(given.scheme))
    throw new InputError(
      `no labelling scheme is called "${given.scheme}"; there are ${LABEL_SCHEMES.join(", ")}`,
    );
  const byWorkload = given.scheme === "request-vs-median" || given.scheme === "percentile-bucket";
  const options: LabelOptions = {
    clock: "execution",
    latencyMargin: 0.1,
    costMargin: 0.1,
    cost: { kind: "busy-time" },
    prices: AUTHOR_PRICES,
    failures: byWorkload ? "dropped" : "slowest",
    groupBy: byWorkload ? ["workload"] : CONTEXT_CELL,
    lambdaQuantile: 0.25,
    ecsQuantile: 0.75,
    ...given,
  };
  if (options.failures !== "slowest" && options.failures !== "dropped")
    throw new InputError(
      `failures are "slowest" or "dropped", not "${options.failures as string}"`,
    );
  for (const [name, low, high] of [
    ["latencyMargin", 0, 1],
    ["costMargin", 0, 1],
    ["lambdaQuantile", 0, 1],
    ["ecsQuantile", 0, 1],
  ] as const) {
    const value = options[name];
    if (!(value >= low && value <= high))
      throw new InputError(`${name} must lie between ${low} and ${high}, not ${value}`);
  }
  if (
    options.cost.kind === "task-hours" &&
    !(options.cost.utilisation > 0 && options.cost.utilisation <= 1)
  ) {
    throw new InputError(
      `utilisation must lie above 0 and at most at 1, not ${options.cost.utilisation}`,
    );
  }
  return options;
}
