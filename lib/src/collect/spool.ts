import { createHash } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { isLocked, LockHeldError, takeLock, type Lock } from "../files/index.js";
import { RowSinkError } from "./sink-error.js";
import { wholeBytes } from "./whole-rows.js";

/** Rows that lie in a file of the spool and are to become one object. */
export interface SpooledPart {
  /** Name of the file and of the object, without extensions: `<collector>-<sequence>`. */
  name: string;
  file: string;
}

/** Whole rows of a part, and what tells them from others. */
export interface PartContent {
  lines: Buffer;
  rows: number;
  sha256: string;
}

const PART = /^(([a-z0-9][a-z0-9-]{0,62})-\d{6,})\.part\.jsonl$/;

/** Names of collectors: they become file names and parts of keys. */
export function isCollectorName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(name);
}

/** Whether a file of this name holds rows of a spool. */
export function isPart(fileName: string): boolean {
  return PART.test(fileName);
}

/**
 * A folder in which the rows of one collector wait for their upload, so that a process that dies
 * loses none it was given: each row is appended to the file `<collector>-<sequence>.part.jsonl`
 * before `append` returns. (A machine that loses its power may lose what its disk had not taken.)
 * Several collectors may share the folder; a `.lock` with the process's number tells which of them
 * are at work.
 */
export class Spool {
  private open: { descriptor: number; part: SpooledPart; bytes: number } | null = null;
  private sequence = 0;
  private readonly lock: Lock;

  /** Throws RowSinkError where a collector of that name is at work in the folder. */
  constructor(
    private readonly folder: string,
    private readonly collector: string,
  ) {
    try {
      this.lock = takeLock(lockOf(folder, collector));
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw cannotUse(folder, error as Error);
      throw new RowSinkError(
        `a collector "${collector}" is at work in ${folder} ` +
          `(${error.who} holding ${error.file}): ` +
          "give this one another name",
      );
    }
  }

  /** Bytes of the part that rows are being appended to. */
  get openBytes(): number {
    return this.open?.bytes ?? 0;
  }

  /** Rows that belong together are appended in one write. */
  append(rows: readonly string[]): void {
    const lines = Buffer.from(rows.map((row) => `${row}\n`).join(""));
    try {
      this.open ??= this.begin();
      appendFileSync(this.open.descriptor, lines);
      this.open.bytes += lines.length;
    } catch (error) {
      // Half a line would make the next row unreadable too.
      if (this.open) ftruncateSync(this.open.descriptor, this.open.bytes);
      throw cannotUse(this.folder, error as Error);
    }
  }

  /** Ends the part that rows were appended to; null when there is none. */
  seal(): SpooledPart | null {
    if (!this.open) return null;
    const { descriptor, part } = this.open;
    closeSync(descriptor);
    this.open = null;
    return part;
  }

  close(): void {
    this.seal();
    this.lock.release();
  }

  private begin(): NonNullable<Spool["open"]> {
    for (;;) {
      const name = `${this.collector}-${String(++this.sequence).padStart(6, "0")}`;
      const file = path.join(this.folder, `${name}.part.jsonl`);
      // A part of an earlier process of that name keeps its file.
      if (!existsSync(file))
        return { descriptor: openSync(file, "ax"), part: { name, file }, bytes: 0 };
    }
  }
}

/**
 * The parts in a folder whose collectors are gone: what a process that died left to be uploaded.
 */
export function leftParts(folder: string): SpooledPart[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, name, collector] = PART.exec(file) ?? [];
      return name === undefined || isLocked(lockOf(folder, collector))
        ? []
        : [{ name, file: path.join(folder, file) }];
    });
}

/**
 * The rows of a sealed part. What follows the last whole write was being written when the process
 * died, and is no row yet: it is set aside in `<name>.torn`. Null when another process has dealt
 * with the part meanwhile.
 */
export function readPart({ file }: SpooledPart): PartContent | null {
  let lines: Buffer;
  try {
    lines = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cannotUse(file, error as Error);
  }
  const whole = wholeBytes(lines);
  if (whole < lines.length) {
    writeFileSync(file.replace(/\.part\.jsonl$/, ".torn"), lines.subarray(whole));
    truncateSync(file, whole);
    lines = lines.subarray(0, whole);
  }
  let rows = 0;
  for (const byte of lines) if (byte === 10) rows++;
  return { lines, rows, sha256: createHash("sha256").update(lines).digest("hex") };
}

export function dropPart({ file }: SpooledPart): void {
  rmSync(file, { force: true });
}

function lockOf(folder: string, collector: string): string {
  return path.join(folder, `${collector}.lock`);
}

function cannotUse(place: string, error: Error): RowSinkError {
  return new RowSinkError(
    `rows cannot be kept in ${place}: ${error.message.replace(/\s+/g, " ")}`,
    { cause: error },
  );
}
