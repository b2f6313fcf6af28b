import { InputError } from "../statistics/index.js";
import type { LabelChoice, LabelOptions } from "./labels.js";
import { LABEL_SCHEMES, SCHEMES, type LabelScheme } from "./scheme-list.js";

/**
 * The choices of a scheme, with whatever is given in their place. Throws an InputError on values
 * outside their range.
 */
export function labelOptions(given: LabelChoice & { scheme: LabelScheme }): LabelOptions {
  if (!LABEL_SCHEMES.includes(given.scheme))
    throw new InputError(
      `no labelling scheme is called "${given.scheme}"; there are ${LABEL_SCHEMES.join(", ")}`,
    );
  const { clock, cost, failures, groupBy } = SCHEMES[given.scheme].choices;
  const options: LabelOptions = {
    clock,
    latencyMargin: 0.1,
    costMargin: 0.1,
    cost,
    failures,
    groupBy,
    lambdaQuantile: 0.25,
    ecsQuantile: 0.75,
    ...definedOf(given),
    ...{ prices: given.prices, taskSizes: given.taskSizes, lambdaMemoryMb: given.lambdaMemoryMb },
    scheme: given.scheme,
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

/** What is given; an option that is there but undefined is not given. */
function definedOf(given: Partial<LabelOptions>): Partial<LabelOptions> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
