import type { CampaignPlan } from "../campaign/index.js";
import { type SessionRecord } from "./collection-record.js";
import type { CollectionProgress } from "./progress.js";
import { type Target } from "./target.js";
export interface CollectOptions {
    plan: CampaignPlan;
    seed: number;
    target: Target;
    /** Folder of the logs; empty, or absent. */
    folder: string;
    /**
     * The plan's clock runs this many times as fast as the wall clock, and hours without load are
     * passed over at once. At 1 every run waits for its time of day. Stated in each row.
     */
    clockSpeed: number;
    /**
     * Sends nothing more once aborted; what is in flight gets its rows, and the collection can be
     * resumed.
     */
    signal?: AbortSignal;
    onProgress?: (progress: CollectionProgress) => void;
}
export type ResumeOptions = Pick<CollectOptions, "folder" | "signal" | "onProgress">;
/** What a session has come to. */
export interface Collection {
    folder: string;
    planned: number;
    /** Rows in the folder, of all sessions: one for each request, answered or not. */
    rows: number;
    /** False where it was stopped: `resumeCollection` goes on. */
    finished: boolean;
    session: SessionRecord;
    /** Rows of this session whose times may not be the platform's. */
    marked: number;
}
/**
 * Begins a collection: real Artillery sends a plan's requests, and each leaves a row. Throws
 * CollectError.
 */
export declare function collect({ plan, seed, target, folder, clockSpeed, signal, onProgress, }: CollectOptions): Promise<Collection>;
/**
 * Goes on with a collection where it was stopped or killed: sends what has no row. Throws
 * CollectError.
 */
export declare function resumeCollection({ folder, signal, onProgress, }: ResumeOptions): Promise<Collection>;
