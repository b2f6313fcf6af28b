import type { Collection, CollectionProgress } from "../../collect/index.js";
/** A collection under way, in a notebook. */
export interface CollectionView {
    update(progress: CollectionProgress): void;
    /** What stays in the notebook. */
    done(summary: string): void;
}
/**
 * Shows a collection live in a notebook's cell, as one output that is replaced; elsewhere only its
 * summary.
 */
export declare function showCollection(): CollectionView;
/**
 * What a session of a collection came to, in a line or two; how to have one where there was none.
 * `folder` is named if given.
 */
export declare function collectionSummary(collection: Collection | undefined, folder?: string): string;
/** Where a collection stands: a headline, and a table of workloads by platform. */
export declare function collectionText(progress: CollectionProgress): string;
/** The headline alone, in one line. */
export declare function collectionHeadline({ state, run, planned, rows, marked, askedPerSecond, achievedPerSecond, secondsLeft, }: CollectionProgress): string;
