import type { Fault, LogRecord } from "../fields.js";

/**
 * How a file is cut into records: a JSON object a line, CSV with a header, or lines of text that
 * the format reads by itself.
 */
export type Framing = "json" | "csv" | "text";

/** The first records of a file, from which its format is told. */
export interface Head {
  text: string;
  /** Whole lines that are not blank. */
  lines: readonly string[];
  /** Those that are JSON objects. */
  objects: readonly LogRecord[];
  /** Names of the columns where the first line can be CSV, else none. */
  header: readonly string[];
}

/**
 * What a record says: one of the study's own (null where it is none of its own, as a header or
 * another metric), or why it cannot be one.
 */
export type Translated<T> = { record: T } | { fault: Fault } | null;

interface AnyFormat {
  /** As `--format` takes it. */
  id: string;
  /** As sentences name it. */
  title: string;
  /** Where its fields are described. */
  documentedAt: string;
  recognises(head: Head): boolean;
}

/** A log of requests as a client saw them, whole rows of a campaign. */
export interface ClientFormat extends AnyFormat {
  side: "client";
  framing: Framing;
  /**
   * The columns that a mapping can name, where they are not the record's own keys: k6's tags, for
   * one.
   */
  columns?(raw: LogRecord): LogRecord;
  /** Absent where records are the study's own. */
  translate?(raw: LogRecord): Translated<LogRecord>;
}

/** What a platform's log says of a request, to be joined with what its client saw. */
export interface ProviderRecord {
  /** Ids under which a client may know the request; see `joinKey`. */
  keys: string[];
  /** Null where the log does not tell who answered. */
  platform: "lambda" | "ecs" | null;
  /** Why the platform failed, in its own words; null where it did not. */
  error: string | null;
  /** As they stand under `metrics` of a row. */
  metrics: LogRecord;
}

/** A platform's log: it has no client's clock, so its records are no rows by themselves. */
export interface ProviderFormat extends AnyFormat {
  side: "provider";
  framing: "text";
  translate(line: string): Translated<ProviderRecord>;
  /** Further ids of the record that the line before was; none on any other line. */
  furtherKeys?(line: string): string[];
}

/** A file of which no request can be read. */
export interface RefusedFormat extends AnyFormat {
  side: "none";
  /** Why not, and what to do: "it is ...". */
  refusal: string;
}

export type LogFormat = ClientFormat | ProviderFormat | RefusedFormat;
export type ReadableFormat = ClientFormat | ProviderFormat;

/** A record, as a format gives it. */
export function record<T>(value: T): { record: T } {
  return { record: value };
}
