import type { CodeVersion, Machine } from "./machine.js";
/** A file that went into a notebook or came out of it. */
export interface InputFile {
    file: string;
    sha256: string;
}
/**
 * What one notebook did when it last ran to its end. Times and dates stand here and nowhere else,
 * so that all other files of a run repeat to the byte.
 */
export interface NotebookRecord {
    finishedAt: string;
    seconds: number;
    code: CodeVersion;
    machine: Machine;
    packages: Record<string, string>;
    /** What its outputs were made from: log files, and the artefacts of other notebooks. */
    inputs: readonly InputFile[];
    outputs: readonly InputFile[];
}
/** What a run is made from. Nothing else may be written into its folder. */
export interface RunSource {
    kind: "logs" | "simulated";
    /** Name of the folder of logs, without the way to it; "simulated" where none was named. */
    name: string;
    /** Where the logs lay; null for a simulated campaign. */
    location: string | null;
    /** `localSourceDigest` of the logs; null where they are simulated or lie in S3. */
    sha256: string | null;
}
/**
 * `manifest.json` of a run: enough to say what its numbers were made from, and to make them again.
 */
export interface Manifest {
    format: typeof FORMAT;
    run: string;
    source: RunSource;
    seed: number;
    /** Whether the campaign is a simulated one, by its rows. */
    simulated: boolean;
    notebooks: Record<string, NotebookRecord>;
}
export declare const FORMAT = 2;
/** The manifest in a run's folder; null where there is none, or that of another version. */
export declare function readManifest(folder: string): Manifest | null;
export declare function writeManifest(folder: string, manifest: Manifest): void;
/** Adds one notebook's record, in place of an earlier one of the same name. */
export declare function recordNotebook(folder: string, notebook: string, { simulated, record }: {
    simulated: boolean;
    record: NotebookRecord;
}): void;
