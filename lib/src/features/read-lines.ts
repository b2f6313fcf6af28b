import { createReadStream, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { TableError } from "./table-error.js";

/**
 * Bytes (characters) of the longest row of a table that is read: some thousand columns fill a
 * hundredth of it, and a file of one endless line must not fill the memory.
 */
export const LONGEST_LINE = 1 << 24;

const CHUNK_BYTES = 1 << 20;

/**
 * The bytes of a table's file. Throws a TableError for what is no file: a folder cannot be read,
 * and a pipe or a device may never end. (What cannot be opened fails when it is read.)
 */
export function openTable(file: string, encoding?: BufferEncoding): Readable {
  try {
    if (!statSync(file).isFile())
      throw new TableError(`${file} is not a file; name a .csv, .jsonl or .arrow file`);
  } catch (error) {
    throw tableError(file, error);
  }
  return createReadStream(file, { encoding, highWaterMark: CHUNK_BYTES });
}

/**
 * Streams a text file's lines (UTF-8, a byte order mark and carriage returns taken off), several at
 * a time, so that a file larger than the longest string can be read. Throws a TableError where it
 * cannot be read, or a line is longer than LONGEST_LINE.
 */
export async function* readLines(file: string): AsyncGenerator<string[]> {
  let carried = "";
  let first = true;
  let line = 0;
  try {
    for await (const chunk of openTable(file, "utf8")) {
      const lines = (carried + (chunk as string)).split("\n");
      if (first && lines[0].startsWith("\uFEFF")) lines[0] = lines[0].slice(1);
      first = false;
      carried = lines.pop()!;
      line += lines.length;
      if (carried.length > LONGEST_LINE)
        throw new TableError(
          `${file}, line ${line + 1} has more than ${LONGEST_LINE} characters; a row has one ` +
            "line of its own",
        );
      yield lines.map(withoutReturn);
    }
  } catch (error) {
    throw tableError(file, error);
  }
  if (carried !== "") yield [withoutReturn(carried)];
}

/** What the system says of a file, as the table's error; any other error stays itself. */
export function tableError(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined || !("syscall" in (error as object))
    ? error
    : new TableError(`${file} cannot be read (${code}); name a .csv, .jsonl or .arrow file`, {
        cause: error,
      });
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
