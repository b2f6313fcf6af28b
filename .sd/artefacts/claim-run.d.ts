/**
 * Claims a run's folder for this process, so that two batches do not write into each other's
 * results, and returns what gives it back. The claim is a file beside the folder that holds the
 * process's number; that of a process that is gone counts no more. Throws an Error where another
 * process has the run.
 */
export declare function claimRun(run: string): () => void;
