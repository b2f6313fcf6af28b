import { findS3Files } from "./s3-source.js";
import { findLocalFiles } from "./source-files.js";
/** The log files that a source names: a folder, a file, or `s3://bucket/prefix`. */
export async function findLogSource(source, options) {
    return source.startsWith("s3://")
        ? findS3Files(source, options.s3 ?? {})
        : findLocalFiles(source);
}
//# sourceMappingURL=source.js.map