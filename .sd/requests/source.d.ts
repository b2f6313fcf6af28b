import type { S3Options } from "../s3/index.js";
import { type LogSource } from "./source-files.js";
/** How to reach sources beyond this machine. */
export interface SourceOptions {
    s3?: S3Options;
}
/** The log files that a source names: a folder, a file, or `s3://bucket/prefix`. */
export declare function findLogSource(source: string, options: SourceOptions): Promise<LogSource>;
