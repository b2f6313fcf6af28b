import { createReadStream, readdirSync, realpathSync, statSync, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { RequestSourceError } from "./error.js";
import { foreignFormat, whatIsThere } from "./foreign-files.js";

/** One log file of a source, wherever it lies. */
export interface SourceFile {
  /** Path relative to the source, with `/`. */
  name: string;
  /** Opens the bytes as stored; may be called again after a failure. */
  open(): AsyncIterable<Buffer>;
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
  /** Stops what still runs for the source. */
  close?(): void;
}

const CHUNK_BYTES = 1 << 18;

export function isLogName(name: string): boolean {
  return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
}

export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** The log files of a folder, at any depth, or the one named. Throws RequestSourceError. */
export function findLocalFiles(source: string): LogSource {
  const root = path.resolve(source);
  const title = path.basename(root);
  const kind = kindOf(root, source);
  if (kind.isFile()) {
    if (!isLogName(title)) {
      const foreign = foreignFormat(root);
      throw new RequestSourceError(
        `${source} is not a log file: its name must end in .jsonl or .jsonl.gz` +
          (foreign === null ? "" : `; ${foreign}`),
      );
    }
    return { title: title.replace(/\.jsonl(\.gz)?$/, ""), files: [localFile(root, title, source)] };
  }
  if (!kind.isDirectory())
    throw new RequestSourceError(
      `${source} is neither a folder nor a file: name a folder of logs or one log file`,
    );
  const { logs, others }: Found = { logs: [], others: [] };
  walk(root, "", source, new Set(), { logs, others });
  if (logs.length === 0)
    throw new RequestSourceError(
      `no .jsonl or .jsonl.gz file under ${source}: ${whatIsThere(root, others)}`,
    );
  return { title, files: logs.sort(byName) };
}

/** What a folder holds: logs, and the names of files that are none. */
interface Found {
  logs: SourceFile[];
  others: string[];
}

/** Links are followed, each folder once, so that a link to a parent ends. */
function walk(
  folder: string,
  prefix: string,
  source: string,
  seen: Set<string>,
  found: Found,
): void {
  const shown = path.join(source, prefix);
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of readdirSync(folder).sort()) {
      const full = path.join(folder, entry);
      const name = prefix + entry;
      // A link that leads nowhere matters only where it claims to be a log; opening it will then
      // say so.
      const kind = kindBehindLinks(full);
      if (kind?.isDirectory()) walk(full, `${name}/`, source, seen, found);
      else if (kind?.isFile() && !isLogName(entry)) found.others.push(name);
      else if (!isLogName(entry)) continue;
      else if (kind && !kind.isFile())
        throw new RequestSourceError(
          `${path.join(source, name)} is no file, but a pipe, a socket or a device, which may ` +
            "never end: take it out of the folder, or copy what it holds into a file",
        );
      else found.logs.push(localFile(full, name, path.join(source, name)));
    }
  } catch (error) {
    throw error instanceof RequestSourceError
      ? error
      : cannotRead(shown, error as NodeJS.ErrnoException);
  }
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
