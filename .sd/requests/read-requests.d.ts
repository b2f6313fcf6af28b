import { type ArrowCampaign } from "./arrow-parts.js";
import type { FileDigest } from "./digest.js";
import type { FieldTypes } from "./field-types.js";
import { LineReader } from "./line-reader.js";
import type { QuarantinedLine, Requests } from "./requests.js";
import { type SourceOptions } from "./source.js";
/** How far a reading has come. */
export interface ReadProgress {
    file: string;
    /** Files read to their end, of how many. */
    files: number;
    filesTotal: number;
    rows: number;
    quarantined: number;
}
export interface ReadOptions extends SourceOptions {
    /** Called after each file. */
    onProgress?: (progress: ReadProgress) => void;
}
/** What was read, in numbers. Always lines = rows + quarantined. */
export interface ReadTotals {
    files: number;
    /** Files without a single line that is not blank: they hold no requests, and are no error. */
    emptyFiles: number;
    /** Bytes as stored, compressed where the files are. */
    bytes: number;
    /** Lines that are not blank. */
    lines: number;
    /**
     * Lines of nothing but white space, which are counted and passed over; the line feed at a file's
     * end starts none.
     */
    blankLines: number;
    rows: number;
    quarantined: number;
}
export interface RequestLog {
    requests: Requests;
    /** Lines that could not become rows, in the order of files and lines, each kept whole. */
    quarantined: QuarantinedLine[];
    totals: ReadTotals;
    /** SHA-256 of every file as stored, in reading order: the inputs' part of a manifest. */
    digests: FileDigest[];
    /**
     * JSON types in which each field was logged, by platform: a number here and a string there reads
     * as the same number.
     */
    fieldTypes: FieldTypes[];
}
/**
 * Reads a campaign's logs: a folder of `.jsonl` and `.jsonl.gz` files at any depth, one such file,
 * or an `s3://bucket/prefix`; or a folder of Arrow parts, as `study simulate --format arrow` writes
 * it. Files are read in the order of their names, in a stream, so that memory holds the columns,
 * the quarantined lines and one chunk of bytes. Both campaigns' formats (DOMAIN). A line that
 * cannot be a request goes to quarantine with its place and the reason; see `readRecord` for what a
 * request needs. Failed requests are rows.
 *
 * Throws RequestSourceError, in one line, for a source that cannot be read as a whole: missing,
 * unreadable, without log files, cut short (a truncated gzip), or holding simulated and measured
 * requests together.
 */
export declare function readRequests(source: string, options?: ReadOptions): Promise<RequestLog>;
/**
 * A campaign in Arrow parts with the totals that reading lines gives; a row counts as a line.
 * Columns have one type, so no types of fields were seen.
 */
export declare function arrowLog({ requests, digests }: ArrowCampaign): RequestLog;
/** The same with a reader of one's own, which may look at more of each line. */
export declare function readLog(source: string, options: ReadOptions, reader: LineReader): Promise<RequestLog>;
