import type { S3Options } from "../s3/index.js";
import { findS3Files } from "./s3-source.js";
import type { FormatOptions } from "./sniff.js";
import { findLocalFiles, type LogSource } from "./source-files.js";

/** How to reach sources beyond this machine. */
export interface SourceOptions {
  s3?: S3Options;
}

/** The log files that a source names: a folder, a file, or `s3://bucket/prefix`. */
export async function findLogSource(
  source: string,
  options: SourceOptions,
  formats: FormatOptions = {},
): Promise<LogSource> {
  return source.startsWith("s3://")
    ? findS3Files(source, options.s3 ?? {}, formats)
    : findLocalFiles(source, formats);
}
