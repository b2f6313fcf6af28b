import { createReadStream, readdirSync, realpathSync, statSync, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { RequestSourceError } from "./error.js";
import type { LogFormat } from "./formats/index.js";
import {
  hasLogName,
  isLogName,
  LOG_ENDING,
  notesOn,
  sniff,
  whatIsThere,
  whyNot,
  type FormatOptions,
} from "./sniff.js";

/** One log file of a source, wherever it lies. */
export interface SourceFile {
  /** Path relative to the source, with `/`. */
  name: string;
  /** Opens the bytes as stored; may be called again after a failure. */
  open(): AsyncIterable<Buffer>;
  /** Path of the stored bytes on this machine, fetched where need be. */
  content(): Promise<string>;
  /** Its format, where the name does not tell that it is a log: known from its first records. */
  format?: LogFormat;
  /** Told the SHA-256 of what was read; throws RequestSourceError where another was expected. */
  confirm?(sha256: string): void;
}

/**
 * What a source named: its log files in the order of their names (by UTF-16 unit), and a short name
 * for titles.
 */
export interface LogSource {
  title: string;
  files: SourceFile[];
  /** Files beside them that could be logs and are none that is read, a line of text each. */
  notes: string[];
  /** Stops what still runs for the source. */
  close?(): void;
}

const CHUNK_BYTES = 1 << 18;

export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** The log files of a folder, at any depth, or the one named. Throws RequestSourceError. */
export function findLocalFiles(source: string, options: FormatOptions = {}): LogSource {
  const root = path.resolve(source);
  const title = path.basename(root);
  const kind = kindOf(root, source);
  if (kind.isFile()) {
    const file = localFile(root, title, source);
    if (!isLogName(title) && !options.format) {
      const format = sniff(root, options);
      if (format === null || format.side === "none")
        throw new RequestSourceError(`${source} is not a log file: ${whyNot(root, format)}`);
      file.format = format;
    }
    return { title: title.replace(LOG_ENDING, ""), files: [file], notes: [] };
  }
  if (!kind.isDirectory())
    throw new RequestSourceError(
      `${source} is neither a folder nor a file: name a folder of logs or one log file`,
    );
  const found: Found = { logs: [], others: [] };
  walk({ root, source, seen: new Set(), found, options }, "");
  const { logs, others } = found;
  if (logs.length === 0)
    throw new RequestSourceError(`no log under ${source}: ${whatIsThere(root, others)}`);
  return { title, files: logs.sort(byName), notes: notesOn(root, others) };
}

/** What a folder holds: logs, and the names of files that are none. */
interface Found {
  logs: SourceFile[];
  others: string[];
}

interface Walk {
  root: string;
  /** The folder as it was named. */
  source: string;
  seen: Set<string>;
  found: Found;
  options: FormatOptions;
}

/** Links are followed, each folder once, so that a link to a parent ends. */
function walk(on: Walk, prefix: string): void {
  const folder = path.join(on.root, prefix);
  try {
    const real = realpathSync(folder);
    if (on.seen.has(real)) return;
    on.seen.add(real);
    for (const entry of readdirSync(folder).sort()) {
      const full = path.join(folder, entry);
      // A link that leads nowhere matters only where it claims to be a log; opening it will then
      // say so.
      const kind = kindBehindLinks(full);
      if (kind?.isDirectory()) walk(on, `${prefix}${entry}/`);
      else take(on, prefix + entry, kind);
    }
  } catch (error) {
    throw error instanceof RequestSourceError
      ? error
      : cannotRead(path.join(on.source, prefix), error as NodeJS.ErrnoException);
  }
}

/** A file that was found goes where it belongs; `kind` is null for a link that leads nowhere. */
function take({ root, source, found, options }: Walk, name: string, kind: Stats | null): void {
  const full = path.join(root, name);
  const shown = path.join(source, name);
  if (!isLogName(name)) {
    if (!kind?.isFile()) return;
    const candidate = hasLogName(name);
    const format = candidate ? (options.format ?? sniff(full, options)) : null;
    if (format === null || format.side === "none") found.others.push(name);
    else found.logs.push({ ...localFile(full, name, shown), format });
  } else if (kind && !kind.isFile())
    throw new RequestSourceError(
      `${shown} is no file, but a pipe, a socket or a device, which may never end: take it out ` +
        "of the folder, or copy what it holds into a file",
    );
  else found.logs.push(localFile(full, name, shown));
}

function kindOf(root: string, source: string): Stats {
  try {
    return statSync(root);
  } catch (error) {
    throw cannotRead(source, error as NodeJS.ErrnoException);
  }
}

/** Null for a link that leads nowhere. */
function kindBehindLinks(full: string): Stats | null {
  try {
    return statSync(full);
  } catch (error) {
    if (["ENOENT", "ELOOP"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

export function localFile(full: string, name: string, shown: string): SourceFile {
  return {
    name,
    content: () => Promise.resolve(full),
    async *open(): AsyncIterable<Buffer> {
      try {
        // What is appended meanwhile is left for another time: a writer may be faster.
        const { size } = await stat(full);
        if (size === 0) return;
        yield* createReadStream(full, {
          highWaterMark: CHUNK_BYTES,
          end: size - 1,
        }) as AsyncIterable<Buffer>;
      } catch (error) {
        throw cannotRead(shown, error as NodeJS.ErrnoException);
      }
    },
  };
}

export function cannotRead(shown: string, error: NodeJS.ErrnoException): RequestSourceError {
  switch (error.code) {
    case "ENOENT":
      return new RequestSourceError(`there is no ${shown}: check the path`, { cause: error });
    case "ENOTDIR":
      return new RequestSourceError(
        `${shown} leads through a file as if it were a folder: check the path`,
        { cause: error },
      );
    case "EACCES":
    case "EPERM":
      return new RequestSourceError(
        `${shown} may not be read by this user: change its permissions`,
        { cause: error },
      );
    default:
      return new RequestSourceError(`${shown} cannot be read: ${error.message}`, { cause: error });
  }
}
