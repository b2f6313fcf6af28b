/** An updating line of progress. */
export interface Progress {
    /** Share done, 0 to 1, and what is being done now. */
    update(shareDone: number, detail?: string): void;
    /** The last word: what was done. It stays in the notebook, so it must not hold a duration. */
    done(summary: string): void;
}
/**
 * Shows progress under a title: in a notebook as an updating display, on a terminal as a line that
 * is rewritten, and elsewhere (a log, a pipe) as its last word only.
 */
export declare function showProgress(title: string): Progress;
