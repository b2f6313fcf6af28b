import type { CampaignPlan } from "../campaign/index.js";
export interface LocalPlatformsOptions {
    /** Of the keep-alive law. */
    seed: number | string;
    /**
     * The plan's clock runs this many times as fast as the wall clock: keep-alive is so much shorter.
     * 1 unless given.
     */
    clockSpeed?: number;
}
/** Both platforms of a plan on this machine. */
export interface LocalPlatforms {
    /** Base URLs: `POST <base>/<workload>`. */
    lambdaUrl: string;
    ecsUrl: string;
    /** Environments of one function at a time: the plan's limit, or what this machine can carry. */
    concurrencyLimit: number;
    /**
     * Lets so many seconds of the plan's clock pass by at once: idle environments whose keep-alive is
     * over then are ended.
     */
    skip(seconds: number): void;
    /** Ends every process; resolves when all are gone. */
    close(): Promise<void>;
}
/**
 * Starts a Lambda-like and an ECS-like platform for a plan's workloads on 127.0.0.1, with a process
 * for every environment and every task. Handlers do real work (`loadHandler`), whatever demand the
 * plan states. Memory is the share of a CPU a function gets, and no limit of what it may use; ECS
 * services have the plan's smallest number of tasks, without scaling.
 */
export declare function startLocalPlatforms(plan: CampaignPlan, { seed, clockSpeed }: LocalPlatformsOptions): Promise<LocalPlatforms>;
