import type { Workload } from "./vocabulary.js";
/** What AWS charges, with the region and date the figures stand for. All in USD, x86. */
export interface PriceTable {
    name: string;
    region: string;
    /** When the figures were taken, and from where. */
    source: string;
    lambdaUsdPerGbSecond: number;
    lambdaUsdPerRequest: number;
    fargateUsdPerVcpuHour: number;
    fargateUsdPerGbHour: number;
    loadBalancerUsdPerHour: number;
}
/** The author's constants; they reproduce his labels. */
export declare const AUTHOR_PRICES: PriceTable;
/**
 * AWS list prices in us-east-1 (CALIBRATION of the study, November 2025; the balancer's hour is
 * approximate).
 */
export declare const US_EAST_1_PRICES: PriceTable;
/** An ECS task as Fargate sells it. */
export interface TaskSize {
    vcpu: number;
    memoryGb: number;
}
/** The tasks of the author's services. */
export declare const ECS_TASK_SIZES: Readonly<Record<Workload, TaskSize>>;
/**
 * Memory of each function in MB: as the author's feature table declares it, and as his logs record
 * it.
 */
export declare const LAMBDA_MEMORY_DECLARED_MB: Readonly<Record<Workload, number>>;
export declare const LAMBDA_MEMORY_RECORDED_MB: Readonly<Record<Workload, number>>;
/**
 * USD for one Lambda request of `executionTimeMs` at `memoryMb`: GB-seconds plus the request
 * charge.
 */
export declare function lambdaCostUsd(executionTimeMs: number, memoryMb: number, prices: PriceTable): number;
/**
 * USD for one ECS request by the author's formula: the task's price for as long as the request ran.
 * It charges no idle time, no balancer and no concurrency.
 */
export declare function ecsBusyCostUsd(executionTimeMs: number, task: TaskSize, prices: PriceTable): number;
/** USD for one hour of one task, busy or idle. */
export declare function taskUsdPerHour(task: TaskSize, prices: PriceTable): number;
