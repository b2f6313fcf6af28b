import { type S3Options } from "../s3/index.js";
import type { RowSink } from "./row-sink.js";
export interface S3SinkOptions {
    /** Folder in which rows wait for their upload; it is what survives a process that dies. */
    spoolFolder: string;
    /**
     * Name of this collector, in every key: small letters, digits, dashes. Default: the time (UTC)
     * and a random number.
     */
    collector?: string;
    /** A part is put when its rows take so many bytes before compression; default 1 MiB. */
    partBytes?: number;
    /** A part is put at latest so long after its first row, seconds; default 60. */
    partSeconds?: number;
    s3?: S3Options;
    /**
     * Told, in one line, of an upload that failed. Its rows stay in the spool and are tried again
     * with the next part.
     */
    onProblem?: (message: string) => void;
}
/** What a sink has put into the store so far. */
export interface Shipped {
    parts: number;
    rows: number;
    /** Rows among them that an earlier process had left in the spool. */
    resumedRows: number;
}
/**
 * Rows as gzip JSONL objects `<prefix>/<collector>-<sequence>.jsonl.gz`, each put only where
 * nothing is (`If-None-Match: *`). A row is in the spool folder before `write` resolves; a part
 * leaves it when the store has it. So whatever happens, a row is in the store once, or in the
 * spool: the next sink that is opened on the folder, or `pushFolder`, sends what a process that
 * died had left.
 */
export declare class S3Sink implements RowSink {
    readonly collector: string;
    private readonly place;
    private readonly access;
    private readonly spool;
    private readonly options;
    readonly shipped: Shipped;
    private readonly pending;
    /** Of the part that rows are being added to; null when it has none yet. */
    private openPart;
    private timer;
    private shipping;
    private problem;
    private finished;
    private constructor();
    /**
     * Claims the collector's name in the store, so that wrong credentials, a missing bucket or a name
     * in use are told before anything is collected, and begins to send what the spool folder still
     * holds. Throws RowSinkError.
     */
    static open(address: string, options: S3SinkOptions): Promise<S3Sink>;
    /** Rejects with RowSinkError where the spool's disk takes no more. */
    write(line: string): Promise<void>;
    /**
     * Resolves when every row written so far has been put, or has failed to: true when the store has
     * them all.
     */
    stored(): Promise<boolean>;
    /**
     * Sends all there is. Rejects with RowSinkError when rows had to stay in the spool, and says how
     * to send them.
     */
    finish(): Promise<void>;
    private seal;
    /**
     * Puts the parts that wait, in their order, and stops at one that fails: what fails for one fails
     * for all.
     */
    private ship;
    private shipAll;
}
