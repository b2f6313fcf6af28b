import { type CampaignPlan } from "../campaign/index.js";
import type { SimulatedRun } from "./simulated-run.js";
/** Rows that a run leaves in the logs: one a request, two a pair. */
export declare function logRows(run: SimulatedRun): number;
/** The request of a log row. The halves of a pair follow each other, the first one first. */
export declare function requestOfLogRow({ duet }: SimulatedRun, logRow: number): number;
/** The platform that a log row tells of. */
export declare function platformOfLogRow(run: SimulatedRun, logRow: number): number;
/**
 * Names the log file of each row of a run, as the author's campaigns name theirs:
 * `<window>_<pattern>/<platform>_<workload>_<date>.jsonl`, flat without the folder. Dates are UTC.
 */
export declare function logPlaces(plan: CampaignPlan, run: SimulatedRun): (row: number) => string;
/**
 * The id of a log row: when it was sent, the run, the request's number in it and, for the half of a
 * pair, its platform.
 */
export declare function requestId(run: SimulatedRun, logRow: number): string;
/** The id that both halves of a pair carry. */
export declare function pairId(run: SimulatedRun, i: number): string;
