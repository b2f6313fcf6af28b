import { type PriceTable } from "../campaign/index.js";
import type { Requests, TimeBlocks } from "../requests/index.js";
import type { Policy } from "./policies.js";
/**
 * How ECS is paid while a run is on. `tasks-kept`: so many tasks of each workload's service run
 * whatever the policy sends them; routing requests away saves nothing. `tasks-needed`: in each
 * block of time as many as the load routed there needs, each working on `requestsAtOnce` at a time
 * for a share `utilisation` of its time, one at least, and none in a run in which the policy sends
 * the service nothing. Either way an hour is paid busy or idle, and the balancer (if asked) as long
 * as any task is. What a balancer charges for traffic, and what a gateway before Lambda does, is in
 * neither.
 */
export type TaskHours = KeptTasks | NeededTasks;
export interface KeptTasks {
    kind: "tasks-kept";
    tasks: number;
    loadBalancer: boolean;
}
export interface NeededTasks {
    kind: "tasks-needed";
    requestsAtOnce: number;
    utilisation: number;
    loadBalancer: boolean;
}
/**
 * The campaign's services as they stood: one task each (the simulator's, fitted to the author's
 * logs), and a balancer.
 */
export declare const KEPT_TASKS: KeptTasks;
/**
 * Two requests at once (fitted to the author's logs), busy for the 70 % that target tracking aims
 * at, and a balancer.
 */
export declare const NEEDED_TASKS: NeededTasks;
/**
 * What ECS costs in each block of time under a policy: USD for the judged requests' share of it.
 */
export interface EcsBill {
    usdOfBlock(policy: Policy): Float64Array;
    /** Requests of each block, on either platform. */
    rowsOfBlock: Float64Array;
}
/** How task-hours are counted and priced; `sampledShare`: which share of what was sent is given. */
export interface EcsBillTerms {
    hours: TaskHours;
    prices: PriceTable;
    sampledShare?: number;
}
/**
 * The bill of the hours in which `requests` were sent. They may be a sample of what was sent, of a
 * known share; the load is then scaled up, and they carry that share of the bill. `busyMs` is the
 * mean time that a request of each workload keeps ECS busy. Throws on a workload without a known
 * task size or time, if the policy could send it there.
 */
export declare function ecsBill(requests: Requests, { blockOfRow, blockCount, runOfBlock, minutes }: TimeBlocks, busyMs: Readonly<Record<string, number>>, { hours, prices, sampledShare }: EcsBillTerms): EcsBill;
/** Tasks for a load of so many requests at once on average (erlangs), one at least. */
export declare function tasksFor(erlangs: number, erlangsPerTask: number): number;
