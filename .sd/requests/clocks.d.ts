import { type Platform } from "../campaign/index.js";
import type { Requests } from "./requests.js";
/** The two clocks of one workload on one platform: quantiles in ms over its answered requests. */
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
export declare function clockQuantiles(requests: Requests): ClockQuantiles[];
