import type { Interval } from "../statistics/index.js";
import type { PolicyComparison } from "./policy-value.js";
import type { Router } from "./routers.js";
/**
 * A comparison as rows of a table: what each policy costs in time and money, what it saves, and its
 * regret where an oracle was named.
 */
export declare function valueRows({ values }: PolicyComparison): {
    policy: string;
    lambdaShare: number;
    latencyMs: Interval;
    costUsd: Interval;
    savedMs: Interval;
    savedUsd: Interval;
    savedNetUsd: Interval;
    regretMs: Interval | null;
    regretUsd: Interval | null;
}[];
/**
 * The same for what the clients see: quantiles of the latency as `p50`, `p95`…, failures, and
 * misses of each limit as `over1000ms`…
 */
export declare function serviceRows({ values, }: PolicyComparison): ({
    policy: string;
    failed: Interval;
} & Record<string, Interval | string>)[];
/** One policy by several comparisons (methods, or ways to bill ECS): what each says it saves. */
export declare function savingRows(comparisons: Readonly<Record<string, PolicyComparison>>, policy: string): {
    name: string;
    reference: string;
    rows: number;
    refused: number;
    savedMs: Interval;
    savedUsd: Interval;
    savedNetUsd: Interval;
}[];
/**
 * What each policy costs a request by several comparisons, one column each under the comparison's
 * name.
 */
export declare function costRows(comparisons: Readonly<Record<string, PolicyComparison>>): Record<string, Interval | string>[];
/** Routers as rows of a table, the best on validation first. */
export declare function routerRows(routers: readonly Router[]): {
    router: string;
    threshold: number | null;
    validationNetUsd: number;
}[];
/** An amount in USD a request as USD per million requests, for an axis. */
export declare function perMillion({ estimate, low, high, level }: Interval): Interval;
