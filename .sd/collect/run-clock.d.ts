import type { CampaignPlan } from "../campaign/index.js";
import type { PlannedRun } from "./planned-list.js";
/**
 * Ms from `nowMs` (UTC) until a run may begin by the clock on the wall: 0 within its time of day,
 * else until that comes round. Of the plan's days only their order counts: a campaign begins when
 * its collection does.
 */
export declare function waitForTimeOfDayMs(plan: CampaignPlan, { scheduled }: PlannedRun, nowMs: number): number;
/**
 * Seconds of the plan's clock between the end of one run and the start of the next; 0 before the
 * first.
 */
export declare function gapSeconds(before: PlannedRun | undefined, run: PlannedRun): number;
