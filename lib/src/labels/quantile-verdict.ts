/** A quantile of one platform's requests on each axis. */
export interface SideQuantiles {
  latencyMs: number;
  costUsd: number;
}

/**
 * Whether a quantile of Lambda beats that of ECS by the margins: the rule of `group-percentile`. It
 * needs nothing but these numbers, so that a page may ask it, too.
 */
export function quantileVerdict(
  lambda: SideQuantiles,
  ecs: SideQuantiles,
  { latencyMargin, costMargin }: { latencyMargin: number; costMargin: number },
): { faster: boolean; cheaper: boolean } {
  return {
    faster: lambda.latencyMs < ecs.latencyMs * (1 - latencyMargin),
    cheaper: lambda.costUsd < ecs.costUsd * (1 - costMargin),
  };
}
