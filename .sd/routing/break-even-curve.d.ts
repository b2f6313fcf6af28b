import { type PriceTable } from "../campaign/index.js";
import type { WorkloadLoad } from "./workload-load.js";
/** How much one task serves, and what stands before it. */
export interface BreakEvenOptions {
    /** Requests a task works on at once. */
    requestsAtOnce: number;
    /** Share of the time it may be busy. */
    utilisation: number;
    loadBalancer: boolean;
}
/** What a rate costs on either platform. */
export interface RateCost {
    requestsPerHour: number;
    /** Tasks that the rate needs on ECS. */
    tasks: number;
    lambdaUsdPerHour: number;
    ecsUsdPerHour: number;
}
/** Cost by rate of one workload, and where ECS becomes the cheaper platform. */
export interface BreakEvenCurve {
    workload: string;
    points: RateCost[];
    /** The campaign's own rates, by window and pattern. */
    campaign: (RateCost & {
        run: string;
    })[];
    /** The lowest rate at which ECS is cheaper; null where it never is. */
    ecsCheaperFrom: number | null;
    /**
     * The rate above which it stays so: between the two, each further task tips the balance for a
     * while.
     */
    ecsCheaperForGoodFrom: number | null;
    /** Requests an hour that one task serves at that utilisation. */
    requestsPerTaskHour: number;
    lambdaUsdPerRequest: number;
    taskUsdPerHour: number;
}
/**
 * What one hour of a workload costs at each rate: on Lambda every request by its mean time; on ECS
 * as many whole tasks as serve the rate, busy or idle, and the balancer. Rates run from `lowest` to
 * `highest` requests an hour, and over the campaign's own, in equal steps of their logarithm, with
 * both ends of every step to a further task among the first hundred. Throws on a workload without a
 * known task size.
 */
export declare function breakEvenCurve({ workload, lambdaMs, ecsMs, lambdaMemoryMb, rates }: WorkloadLoad, prices: PriceTable, options?: Partial<BreakEvenOptions & {
    lowest: number;
    highest: number;
}>): BreakEvenCurve;
/**
 * Curves as rows of a table, with the highest of the campaign's own rates and the platform that is
 * cheaper there.
 */
export declare function breakEvenRows(curves: readonly BreakEvenCurve[]): {
    workload: string;
    lambdaUsdPerRequest: number;
    taskUsdPerHour: number;
    requestsPerTaskHour: number;
    ecsCheaperFrom: number | null;
    ecsCheaperForGoodFrom: number | null;
    campaignRate: number | null;
    cheaperThere: string;
}[];
