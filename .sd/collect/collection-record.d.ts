import { type CampaignPlan, type Platform } from "../campaign/index.js";
/** What a run's phases asked for and what Artillery made of it, in one session. */
export interface RunRates {
    run: number;
    requests: number;
    askedPerSecond: number;
    achievedPerSecond: number;
    /**
     * Achieved so much less than was asked that the rows of the run do not show the load the plan
     * names.
     */
    stretched: boolean;
}
/** One sitting of a collection: from its begin, or from a resume, to its end. */
export interface SessionRecord {
    began: string;
    ended: string | null;
    /** Rows written in it, and requests sent by Artillery's own count; null where it was killed. */
    rows: number | null;
    artillerySent: number | null;
    rates: RunRates[];
}
/** `collection.json`: what a folder of collected logs was collected from, and how far it is. */
export interface CollectionRecord {
    plan: CampaignPlan;
    seed: number;
    target: "local" | "aws";
    /** Null where the platforms are started anew in each session. */
    baseUrl: Record<Platform, string> | null;
    clockSpeed: number;
    planned: number;
    finished: boolean;
    sessions: SessionRecord[];
}
/**
 * The record of a folder; null where there is none. Throws CollectError where it cannot be read.
 */
export declare function readRecord(folder: string): CollectionRecord | null;
/** Written whole or not at all, whenever the process dies. */
export declare function writeRecord(folder: string, record: CollectionRecord): void;
/**
 * Throws CollectError where a folder holds something already: two campaigns in one folder would be
 * neither.
 */
export declare function mustBeEmpty(folder: string): void;
/**
 * Folder for what a collection needs while it is under way; it holds no logs and goes with the last
 * request.
 */
export declare function workFolderOf(folder: string): string;
/** Claims a folder for this process, and tells who has it otherwise. Returns what gives it back. */
export declare function claim(folder: string): {
    note(artilleryPid: number): void;
    release(): void;
};
