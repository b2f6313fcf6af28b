import type { CollectionProgress } from "../collect/index.js";
/** What is shown on standard error while a collection is under way. */
export interface LiveView {
    update(progress: CollectionProgress): void;
    /** A line that stays. */
    say(line: string): void;
    /** Takes the view away. */
    end(): void;
}
/** A small table that is rewritten on a terminal; plain lines elsewhere. */
export declare function liveView(stream?: NodeJS.WriteStream): LiveView;
