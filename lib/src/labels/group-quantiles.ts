import type { Requests } from "../requests/index.js";
import { quantileSorted, sortedCopy } from "../statistics/index.js";
import type { PlatformTerms } from "./cost.js";
import { prepareLabels, type Group } from "./groups.js";
import { labelOptions } from "./label-options.js";
import type { LabelOptions } from "./labels.js";
import type { SideQuantiles } from "./quantile-verdict.js";

/** What `group-percentile` judges a group by. */
export interface GroupQuantiles {
  name: string;
  /** Labelled requests of the group, both platforms together. */
  rows: number;
  /** A row of the group. */
  firstRow: number;
  ecs: SideQuantiles;
  lambda: SideQuantiles;
}

/** The quantiles of each group that both platforms served, by the options of `group-percentile`. */
export function groupQuantiles(
  requests: Requests,
  given: PlatformTerms & Partial<LabelOptions>,
): GroupQuantiles[] {
  const options = labelOptions({ ...given, scheme: "group-percentile" });
  return prepareLabels(requests, options).groups.map((group) => ({
    name: group.name,
    rows: group.ecs.rows.length + group.lambda.rows.length,
    firstRow: group.ecs.rows[0],
    ...quantilesOf(group, options),
  }));
}

export function quantilesOf(
  { ecs, lambda }: Group,
  { lambdaQuantile, ecsQuantile }: Pick<LabelOptions, "lambdaQuantile" | "ecsQuantile">,
): { ecs: SideQuantiles; lambda: SideQuantiles } {
  const of = (side: Group["ecs"], quantile: number): SideQuantiles => ({
    latencyMs: quantileSorted(sortedCopy(side.latencyMs), quantile),
    costUsd: quantileSorted(sortedCopy(side.costUsd), quantile),
  });
  return { ecs: of(ecs, ecsQuantile), lambda: of(lambda, lambdaQuantile) };
}
