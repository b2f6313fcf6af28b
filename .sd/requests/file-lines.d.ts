import type { FileDigest } from "./digest.js";
import { type LineHandler } from "./lines.js";
import type { SourceFile } from "./source-files.js";
/**
 * Streams a file's lines to `onLine` and hashes the file on the way. What is named .gz or begins as
 * gzip does (an S3 object may be packed without saying so in its key) is unpacked.
 */
export declare function readFileLines(file: SourceFile, onLine: LineHandler): Promise<FileDigest>;
