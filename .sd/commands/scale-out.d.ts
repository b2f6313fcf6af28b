import { type BillLine, type CampaignPlan, type Impossibility, type ScaleOut } from "../campaign/index.js";
import { type Arguments } from "./command.js";
/** What was written for several machines, and how to start them. */
export interface ScaleOutFiles extends ScaleOut {
    files: string[];
    /** In the order in which they are to be run. */
    commands: string[];
    policy: object;
    bill: BillLine[];
    left: Impossibility[];
}
/**
 * The options --scale-out, --workers, --sink and --region of `study plan`; null without the first.
 * Throws UsageError.
 */
export declare function scaleOutOptions(args: Arguments, plan: CampaignPlan, defaultRegion: string): ScaleOut | null;
/**
 * Writes the scripts of one worker's share, a rehearsal of one request, the processor, its settings
 * and the policy of its rows.
 */
export declare function writeScaleOut(plan: CampaignPlan, scaleOut: ScaleOut, folder: string): ScaleOutFiles;
/** The same as text, each command with what it is for. */
export declare function scaleOutText(written: ScaleOutFiles, folder: string): string;
