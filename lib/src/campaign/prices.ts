import type { Workload } from "./vocabulary.js";

/** What AWS charges, with the region and date the figures stand for. All in USD, x86. */
export interface PriceTable {
  /** As a plan asks for it. */
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
export const AUTHOR_PRICES: PriceTable = {
  name: "author",
  region: "eu-west-1",
  source: "the thesis's feature script, November 2025",
  lambdaUsdPerGbSecond: 0.0000166667,
  lambdaUsdPerRequest: 0.2 / 1e6,
  fargateUsdPerVcpuHour: 0.04656,
  fargateUsdPerGbHour: 0.00511,
  loadBalancerUsdPerHour: 0.0225,
};

/**
 * AWS list prices in us-east-1 (SOURCES, prices; November 2025; the balancer's hour is
 * approximate).
 */
export const US_EAST_1_PRICES: PriceTable = {
  name: "us-east-1",
  region: "us-east-1",
  source: "AWS list prices, November 2025",
  lambdaUsdPerGbSecond: 0.0000166667,
  lambdaUsdPerRequest: 0.2 / 1e6,
  fargateUsdPerVcpuHour: 0.04048,
  fargateUsdPerGbHour: 0.004445,
  loadBalancerUsdPerHour: 0.0225,
};

/**
 * Every table that is shipped: a plan asks for one by its name, a study by its region. A further
 * region is listed here and nowhere else.
 */
export const PRICE_TABLES: readonly PriceTable[] = [AUTHOR_PRICES, US_EAST_1_PRICES];

/** An ECS task as Fargate sells it. */
export interface TaskSize {
  vcpu: number;
  memoryGb: number;
}

/** The tasks of the author's services. */
export const ECS_TASK_SIZES: Readonly<Record<Workload, TaskSize>> = {
  lightweight_api: { vcpu: 0.25, memoryGb: 0.5 },
  thumbnail_processing: { vcpu: 0.5, memoryGb: 1 },
  medium_processing: { vcpu: 1, memoryGb: 2 },
  heavy_processing: { vcpu: 1, memoryGb: 2 },
};

/**
 * Memory of each function in MB: as the author's feature table declares it, and as his logs record
 * it.
 */
export const LAMBDA_MEMORY_DECLARED_MB: Readonly<Record<Workload, number>> = {
  lightweight_api: 128,
  thumbnail_processing: 512,
  medium_processing: 1024,
  heavy_processing: 2048,
};
export const LAMBDA_MEMORY_RECORDED_MB: Readonly<Record<Workload, number>> = {
  lightweight_api: 128,
  thumbnail_processing: 256,
  medium_processing: 512,
  heavy_processing: 512,
};

/**
 * USD for one Lambda request of `executionTimeMs` at `memoryMb`: GB-seconds plus the request
 * charge.
 */
export function lambdaCostUsd(
  executionTimeMs: number,
  memoryMb: number,
  prices: PriceTable,
): number {
  return (
    (memoryMb / 1024) * (executionTimeMs / 1000) * prices.lambdaUsdPerGbSecond +
    prices.lambdaUsdPerRequest
  );
}

/**
 * USD for one ECS request by the author's formula: the task's price for as long as the request ran.
 * It charges no idle time, no balancer and no concurrency.
 */
export function ecsBusyCostUsd(
  executionTimeMs: number,
  task: TaskSize,
  prices: PriceTable,
): number {
  return (taskUsdPerHour(task, prices) * executionTimeMs) / 3_600_000;
}

/** USD for one hour of one task, busy or idle. */
export function taskUsdPerHour(task: TaskSize, prices: PriceTable): number {
  return task.vcpu * prices.fargateUsdPerVcpuHour + task.memoryGb * prices.fargateUsdPerGbHour;
}
