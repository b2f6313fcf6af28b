import type { CampaignPlan } from "./plan.js";
import { type PriceTable } from "./prices.js";
/** One line of the expected bill. */
export interface BillLine {
    service: string;
    quantity: string;
    costUsd: number;
}
export interface Bill {
    prices: PriceTable;
    lines: BillLine[];
    totalUsd: number;
}
export declare function planPrices(plan: CampaignPlan): PriceTable;
/**
 * What running a plan on AWS is expected to cost: Lambda for the mean execution time of warm
 * requests, Fargate tasks and one load balancer for the hours in which runs are on (tasks at their
 * smallest number, a minute at least each run), as if they were started and stopped with each run.
 * Requests that Lambda refuses cost nothing; data transfer into AWS is free; answers are small.
 */
export declare function planBill(plan: CampaignPlan, lambdaRequests: readonly number[]): Bill;
