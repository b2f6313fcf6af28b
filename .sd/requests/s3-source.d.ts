import { type S3Options } from "../s3/index.js";
import { type LogSource } from "./source-files.js";
/**
 * The logs below `s3://bucket/prefix`, where the prefix is a folder, or the key of one log. Objects
 * are downloaded to the cache as they are needed, a few ahead, each checked to be whole before a
 * line of it is read. Keys are only ever names: no path is made of one. Throws RequestSourceError,
 * with what to do.
 */
export declare function findS3Files(source: string, options: S3Options): Promise<LogSource>;
