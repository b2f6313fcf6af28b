import { type Requests } from "../requests/index.js";
import { type Interval } from "../statistics/index.js";
import { type Axis } from "./outcomes.js";
/**
 * What Lambda takes more than ECS (below zero: less) for requests of one payload size, with its
 * interval.
 */
export interface SizeDifference {
    payloadKb: number;
    lambdaRows: number;
    ecsRows: number;
    /** Blocks of time that hold such requests: what the interval was resampled over. */
    blocks: number;
    lambdaMinusEcs: Record<Axis, Interval>;
}
/**
 * Sizes, ascending, of one workload; of one window and pattern, or (both null) of all of them
 * together.
 */
export interface DifferenceSeries {
    workload: string;
    window: string | null;
    pattern: string | null;
    sizes: SizeDifference[];
}
/**
 * Lambda minus ECS as a campaign's requests show it: by the client's clock in ms, by the author's
 * busy-time formula in USD.
 */
export interface CampaignDifferences {
    blockMinutes: number;
    repeats: number;
    level: number;
    seed: number;
    series: DifferenceSeries[];
    /** Requests it was made from, and failed ones that were left out: they have no cost. */
    rows: number;
    failed: number;
}
/** What following one platform instead of the other is expected to change for a request. */
export interface ExpectedDifference {
    /** Lambda minus ECS: below zero, Lambda takes less. */
    lambdaMinusEcs: {
        responseTimeMs: Interval;
        costUsd: Interval;
    };
    /** Which requests of the campaign it was taken from, in words. */
    from: string;
    lambdaRows: number;
    ecsRows: number;
    blocks: number;
}
/**
 * Differences between the platforms by workload, window, pattern and size, and by workload and size
 * alone.
 */
export declare function campaignDifferences(requests: Requests, options: {
    seed: number;
    blockMinutes?: number;
    repeats?: number;
    level?: number;
}): CampaignDifferences;
/**
 * The expected difference for a request: of its own context cell; between the two nearest sizes of
 * its scenario where its size was never sent; else the same over all scenarios of its workload.
 * Null where its size lies outside what was sent. The interval between two sizes is the two's,
 * mixed as the estimates are: wide enough whatever the two have in common.
 */
export declare function expectedDifference({ series, level }: CampaignDifferences, workload: string, sizeKb: number, window?: string, pattern?: string): ExpectedDifference | null;
