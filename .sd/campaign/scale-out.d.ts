import { type BillLine } from "./plan-bill.js";
import type { Impossibility } from "./plan-design.js";
import { type ScheduledRun } from "./plan-schedule.js";
import type { CampaignPlan } from "./plan.js";
/** Where Artillery's own distributed runs put their workers. */
export type Engine = "fargate" | "lambda";
/**
 * A plan that is to be sent from several machines, each of which ships its rows to one place in S3.
 */
export interface ScaleOut {
    engine: Engine;
    workers: number;
    bucket: string;
    /**
     * Prefix of the rows' keys, without a slash at its end; not empty. Rows of a rehearsal go to
     * `<prefix>-rehearsal`.
     */
    prefix: string;
    region: string;
}
/**
 * Runs of a plan's day that workers of the engine can share, and why they cannot share the others.
 */
export declare function sharedRuns(plan: CampaignPlan, { engine, workers }: Pick<ScaleOut, "engine" | "workers">): {
    runs: ScheduledRun[];
    left: Impossibility[];
};
/**
 * What the workers themselves cost for all runs of the plan that can be sent this way, beyond the
 * plan's own bill.
 */
export declare function workerBill(plan: CampaignPlan, { engine, workers }: Pick<ScaleOut, "engine" | "workers">): BillLine[];
/**
 * The rights a worker needs beyond those Artillery gives it, and no others: to put its rows below
 * the prefix, and to look at an object that is there already (a put whose answer was lost is told
 * from another's by it). An IAM policy document.
 */
export declare function sinkPolicy({ bucket, prefix, region, }: Pick<ScaleOut, "bucket" | "prefix" | "region">): object;
/** Where the rows of a rehearsal go: beside the campaign's, which they are no part of. */
export declare function rehearsalPrefix(prefix: string): string;
/**
 * Settings of the processor on a worker, as a dotenv file; the two addresses are left to be filled
 * in.
 */
export declare function workerSettings(plan: CampaignPlan, { bucket, prefix, region }: ScaleOut, seed: number): string;
