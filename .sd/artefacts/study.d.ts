import type { GateResult } from "../campaign/index.js";
import { type InputFile, type RunSource } from "./manifest.js";
import { type StudyOptions } from "./run.js";
export { PROJECT_ROOT } from "./project-root.js";
/**
 * One notebook's view of a run: where it reads what earlier notebooks wrote, and leaves what later
 * ones read. Whatever it reads from the run is checked to belong to what else is there, and is
 * recorded with its SHA-256 as what this notebook's own results are made from.
 */
export interface Study {
    notebook: string;
    run: string;
    /** Absolute path of processed-data/<run>. */
    folder: string;
    source: RunSource;
    seed: number;
    /**
     * Whether its numbers are simulated: before the requests are read because no logs were named,
     * afterwards because they say so. Every table, plot and file carries it.
     */
    simulated: boolean;
    /**
     * Whether notebook 02 collects a small campaign of its own. Left out unless asked for: real times
     * are never the same twice.
     */
    collects: boolean;
    /** Absolute path of an artefact. */
    path(name: string): string;
    exists(name: string): boolean;
    /**
     * Reads what another notebook wrote. Throws, with the notebook to run, where it is not there or
     * was made from something that has changed since.
     */
    readJson<T>(name: string, writtenBy: string): T;
    readBytes(name: string, writtenBy: string): Uint8Array;
    /** The same for a file or folder that something else reads: its absolute path. */
    pathOf(name: string, writtenBy: string): string;
    writeJson(name: string, value: unknown): void;
    writeText(name: string, text: string): void;
    /** Rows as CSV (RFC 4180), headed by the keys of the first. */
    writeCsv(name: string, rows: readonly object[]): void;
    writeBytes(name: string, bytes: Uint8Array): void;
    /**
     * The same for a file or folder that something else writes: `make` is given the path to write to,
     * and what it wrote takes the place of an earlier one when it is complete.
     */
    write<T>(name: string, make: (path: string) => T | Promise<T>): Promise<T>;
    /** Records something from outside the run that this notebook's results are made from. */
    madeFrom(input: InputFile): void;
    /**
     * Ends the notebook: stores its gates, and in the run's manifest what it read and wrote with
     * their SHA-256.
     */
    finish(gates?: readonly GateResult[], inputs?: readonly InputFile[]): string;
}
/**
 * Opens the run that the options, the environment or the last notebook name; without any, the
 * simulated study with seed 42. Throws where the run's folder holds a run of other logs or of
 * another seed.
 */
export declare function openStudy(notebook: string, options?: StudyOptions): Study;
