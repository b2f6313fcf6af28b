import { PLATFORMS, type Platform } from "../campaign/index.js";
import { quantileSorted, sortedCopy } from "../statistics/index.js";
import type { Requests } from "./requests.js";
import { clocked } from "./select.js";

/**
 * The two clocks of one workload on one platform: quantiles in ms over its answered requests of
 * which both are known.
 */
export interface ClockQuantiles {
  workload: string;
  platform: Platform;
  rows: number;
  executionP50Ms: number;
  executionP95Ms: number;
  responseP50Ms: number;
  responseP95Ms: number;
  /**
   * Of response minus execution, request by request: the way there and back, and what the
   * platform's clock leaves out.
   */
  betweenP50Ms: number;
}

/** Quantiles of both clocks by workload and platform, where there are answered requests. */
export function clockQuantiles(requests: Requests): ClockQuantiles[] {
  const rows = clocked(requests);
  const { workload, platform, executionTimeMs, responseTimeMs, workloadNames } = requests;
  return workloadNames.flatMap((name, w) =>
    PLATFORMS.flatMap((platformName, p): ClockQuantiles[] => {
      const own = rows.filter((row) => workload[row] === w && platform[row] === p);
      if (own.length === 0) return [];
      const sorted = (value: (row: number) => number): Float64Array =>
        sortedCopy(Float64Array.from(own, value));
      const execution = sorted((row) => executionTimeMs[row]);
      const response = sorted((row) => responseTimeMs[row]);
      return [
        {
          workload: name,
          platform: platformName,
          rows: own.length,
          executionP50Ms: quantileSorted(execution, 0.5),
          executionP95Ms: quantileSorted(execution, 0.95),
          responseP50Ms: quantileSorted(response, 0.5),
          responseP95Ms: quantileSorted(response, 0.95),
          betweenP50Ms: quantileSorted(
            sorted((row) => responseTimeMs[row] - executionTimeMs[row]),
            0.5,
          ),
        },
      ];
    }),
  );
}
