import { arrowParts, readArrowParts } from "./arrow-parts.js";
import { readFileLines } from "./file-lines.js";
import { LineReader } from "./line-reader.js";
import { findLogSource } from "./source.js";
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
export async function readRequests(source, options = {}) {
    if (arrowParts(source).length > 0) {
        const { onProgress } = options;
        return arrowLog(readArrowParts(source, {
            onProgress: (rows, total) => onProgress?.({
                file: source,
                files: Number(rows === total),
                filesTotal: 1,
                rows,
                quarantined: 0,
            }),
        }));
    }
    return readLog(source, options, new LineReader());
}
/**
 * A campaign in Arrow parts with the totals that reading lines gives; a row counts as a line.
 * Columns have one type, so no types of fields were seen.
 */
export function arrowLog({ requests, digests }) {
    const { rowCount, files } = requests;
    const bytes = digests.reduce((sum, digest) => sum + digest.bytes, 0);
    return {
        requests,
        quarantined: [],
        totals: {
            files: files.length,
            emptyFiles: 0,
            bytes,
            lines: rowCount,
            blankLines: 0,
            rows: rowCount,
            quarantined: 0,
        },
        digests,
        fieldTypes: [],
    };
}
/** The same with a reader of one's own, which may look at more of each line. */
export async function readLog(source, options, reader) {
    const { title, files, close } = await findLogSource(source, options);
    const digests = [];
    try {
        for (const [index, file] of files.entries()) {
            reader.beginFile(file.name);
            digests.push(await readFileLines(file, (bytes, length) => reader.readLine(bytes, length)));
            reader.endFile();
            const { rows, quarantined } = reader.totals;
            options.onProgress?.({
                file: file.name,
                files: index + 1,
                filesTotal: files.length,
                rows,
                quarantined,
            });
        }
    }
    finally {
        close?.();
    }
    return {
        requests: reader.finish(title),
        quarantined: reader.quarantined,
        totals: {
            ...reader.totals,
            files: files.length,
            bytes: digests.reduce((sum, digest) => sum + digest.bytes, 0),
        },
        digests,
        fieldTypes: reader.fieldTypes(),
    };
}
//# sourceMappingURL=read-requests.js.map