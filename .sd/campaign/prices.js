/** The author's constants; they reproduce his labels. */
export const AUTHOR_PRICES = {
    name: "author",
    region: "eu-west-1",
    source: "the author's feature script, November 2025",
    lambdaUsdPerGbSecond: 0.0000166667,
    lambdaUsdPerRequest: 0.2 / 1e6,
    fargateUsdPerVcpuHour: 0.04656,
    fargateUsdPerGbHour: 0.00511,
    loadBalancerUsdPerHour: 0.0225,
};
/**
 * AWS list prices in us-east-1 (CALIBRATION of the study, November 2025; the balancer's hour is
 * approximate).
 */
export const US_EAST_1_PRICES = {
    name: "us-east-1",
    region: "us-east-1",
    source: "AWS list prices, November 2025",
    lambdaUsdPerGbSecond: 0.0000166667,
    lambdaUsdPerRequest: 0.2 / 1e6,
    fargateUsdPerVcpuHour: 0.04048,
    fargateUsdPerGbHour: 0.004445,
    loadBalancerUsdPerHour: 0.0225,
};
/** The tasks of the author's services. */
export const ECS_TASK_SIZES = {
    lightweight_api: { vcpu: 0.25, memoryGb: 0.5 },
    thumbnail_processing: { vcpu: 0.5, memoryGb: 1 },
    medium_processing: { vcpu: 1, memoryGb: 2 },
    heavy_processing: { vcpu: 1, memoryGb: 2 },
};
/**
 * Memory of each function in MB: as the author's feature table declares it, and as his logs record
 * it.
 */
export const LAMBDA_MEMORY_DECLARED_MB = {
    lightweight_api: 128,
    thumbnail_processing: 512,
    medium_processing: 1024,
    heavy_processing: 2048,
};
export const LAMBDA_MEMORY_RECORDED_MB = {
    lightweight_api: 128,
    thumbnail_processing: 256,
    medium_processing: 512,
    heavy_processing: 512,
};
/**
 * USD for one Lambda request of `executionTimeMs` at `memoryMb`: GB-seconds plus the request
 * charge.
 */
export function lambdaCostUsd(executionTimeMs, memoryMb, prices) {
    return ((memoryMb / 1024) * (executionTimeMs / 1000) * prices.lambdaUsdPerGbSecond +
        prices.lambdaUsdPerRequest);
}
/**
 * USD for one ECS request by the author's formula: the task's price for as long as the request ran.
 * It charges no idle time, no balancer and no concurrency.
 */
export function ecsBusyCostUsd(executionTimeMs, task, prices) {
    return (taskUsdPerHour(task, prices) * executionTimeMs) / 3_600_000;
}
/** USD for one hour of one task, busy or idle. */
export function taskUsdPerHour(task, prices) {
    return task.vcpu * prices.fargateUsdPerVcpuHour + task.memoryGb * prices.fargateUsdPerGbHour;
}
//# sourceMappingURL=prices.js.map