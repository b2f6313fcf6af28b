import { arrowParts, readArrowParts, type ArrowCampaign } from "./arrow-parts.js";
import type { FileDigest } from "./digest.js";
import type { FieldTypes } from "./field-types.js";
import { readFileLines } from "./file-lines.js";
import { JSONL, type ClientFormat } from "./formats/index.js";
import { LineReader, type FormatReading, type RecordWatcher } from "./line-reader.js";
import { formatOptions, type LogOptions } from "./log-options.js";
import type { QuarantinedLine, Requests } from "./requests.js";
import { RequestSourceError } from "./error.js";
import { withDeclared } from "./scenarios.js";
import { sniff, type FormatOptions } from "./sniff.js";
import type { SourceFile } from "./source-files.js";
import { findLogSource, type SourceOptions } from "./source.js";

/** How far a reading has come. */
export interface ReadProgress {
  file: string;
  /** Files read to their end, of how many. */
  files: number;
  filesTotal: number;
  rows: number;
  quarantined: number;
}

export interface ReadOptions extends SourceOptions, LogOptions {
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
  /** Lines that are not blank; of other formats the records that are requests, or ought to be. */
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
  /** What was odd about a file and did not keep it from being read, a line of text each. */
  notes: string[];
  /** What was read, by format; of a campaign in Arrow columns nothing. */
  formats: FormatReading[];
}

/**
 * Reads a campaign's logs: a folder of log files at any depth, one such file, or an
 * `s3://bucket/prefix`; or a folder of Arrow parts, as `study simulate --format arrow` writes it.
 * What is a log, and in which format, the files' first records tell (FORMATS), or the options.
 * Files are read in the order of their names, in a stream, so that memory holds the columns, the
 * quarantined lines and one chunk of bytes. Both formats of the thesis's logs. A line that
 * cannot be a request goes to quarantine with its place and the reason; see `readRecord` for what a
 * request needs. Failed requests are rows.
 *
 * Throws RequestSourceError, in one line, for a source that cannot be read as a whole: missing,
 * unreadable, without log files, cut short (a truncated gzip), or holding simulated and measured
 * requests together.
 */
export async function readRequests(source: string, options: ReadOptions = {}): Promise<RequestLog> {
  if (arrowParts(source).length > 0) {
    const { onProgress } = options;
    const log = arrowLog(
      readArrowParts(source, {
        onProgress: (rows, total) =>
          onProgress?.({
            file: source,
            files: Number(rows === total),
            filesTotal: 1,
            rows,
            quarantined: 0,
          }),
      }),
    );
    return { ...log, requests: withDeclared(log.requests, options) };
  }
  return readLog(source, options);
}

/**
 * A campaign in Arrow parts with the totals that reading lines gives; a row counts as a line.
 * Columns have one type, so no types of fields were seen.
 */
export function arrowLog({ requests, digests }: ArrowCampaign): RequestLog {
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
    notes: [],
    formats: [],
  };
}

/** The same with a watcher of one's own, which may look at more of each record. */
export async function readLog(
  source: string,
  options: ReadOptions,
  watch?: RecordWatcher,
): Promise<RequestLog> {
  const formats = formatOptions(options);
  const { utcOffsetMinutes, windows, patterns } = options;
  const rowOptions = { columns: formats.columns, utcOffsetMinutes, windows, patterns, watch };
  const reader = new LineReader(rowOptions);
  const found = await findLogSource(source, options, formats);
  const { title, files, close } = found;
  const digests: FileDigest[] = [];
  const notes = [...found.notes];
  try {
    for (const [index, file] of files.entries()) {
      reader.beginFile(file.name, await clientFormat(file, formats));
      const { digest, paddingBytes } = await readFileLines(file, (bytes, length) =>
        reader.readLine(bytes, length),
      );
      digests.push(digest);
      if (paddingBytes > 0)
        notes.push(`${file.name}: ${paddingBytes} zero bytes behind its gzip data, passed over`);
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
  } finally {
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
    notes: [...notes, ...reader.notes()],
    formats: reader.formats(),
  };
}

/**
 * A file's format: as it was found, or as its first records tell; a name that says JSON lines is
 * believed where they do not. Throws RequestSourceError for a platform's log, or aggregates.
 */
async function clientFormat(file: SourceFile, formats: FormatOptions): Promise<ClientFormat> {
  const format = file.format ?? sniff(await file.content(), formats) ?? JSONL;
  if (format.side === "client") return format;
  throw new RequestSourceError(
    format.side === "none"
      ? `${file.name} holds no requests: ${format.refusal}`
      : `${file.name} holds ${format.title}: what a platform says of requests, without their ` +
          "client's clock. Join them with the client's logs: study join CLIENT --with PROVIDER " +
          "--out DIR",
  );
}
