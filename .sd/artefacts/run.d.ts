import { type Manifest } from "./manifest.js";
/**
 * The plan whose campaign stands in for logs when no data were named: the author's redesigned one.
 */
export declare const DEFAULT_PLAN = "variance";
/**
 * The choices of a run. Each may also be given as an environment variable, which is how the batch
 * run hands them to the notebooks.
 */
export interface StudyOptions {
    /** STUDY_DATA: folder of logs, or s3://bucket/prefix. */
    data?: string;
    /** STUDY_SEED: seed of everything random; 42 unless given. */
    seed?: number;
    /** STUDY_RUN: name of the folder under processed-data. */
    run?: string;
    /**
     * STUDY_COLLECT=1: notebook 02 also collects a small campaign on this machine; no unless given.
     */
    collect?: boolean;
}
/** A run: the name of its folder, and what its numbers are made from. */
export interface ChosenRun {
    run: string;
    /** Folder, file or s3:// prefix of the logs; null for a simulated campaign. */
    data: string | null;
    seed: number;
}
/**
 * Given options come first, then the environment, then the run the last notebook used, then the
 * simulated study. A run that is given no name is called by what it is made from: see `runName`.
 * Throws RequestSourceError where a name is needed and there are no logs to take it from.
 */
export declare function chooseRun(options: StudyOptions): ChosenRun;
/**
 * Makes a run's folder, which remembers from then on what it is made from, and returns its
 * manifest. Throws where the folder remembers other logs or another seed: two runs in one folder
 * would show each other's numbers.
 */
export declare function beginRun(chosen: ChosenRun): Manifest;
/** A notebook stepped through by hand goes on with the run of the one before it. */
export declare function rememberRun({ run, data, seed }: ChosenRun): void;
