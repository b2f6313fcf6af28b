import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { lockSync, type LockOptions } from "proper-lockfile";
import { InputError } from "../statistics/index.js";
import { isRunning, markOf, type ProcessMark } from "./processes.js";
import { asWriteError } from "./system-error.js";
import { makeFolder, writeWhole } from "./write-whole.js";

/**
 * A lock that a running process holds. Whoever wants it tells the user what is going on; `message`
 * is for those who have nothing to add.
 */
export class LockHeldError extends InputError {
  override name = "LockHeldError";

  constructor(
    /** The file that holds the lock. */
    readonly file: string,
    /** "process 12 is", "processes 12 and 13 are" */
    readonly who: string,
  ) {
    super(`${who} at work: wait, or remove ${file} if that is another program`);
  }
}

/** A lock of this process. */
export interface Lock {
  /** Adds processes that hold it as well, and keep it should this one die. */
  share(...pids: number[]): void;
  release(): void;
}

/** Reading the holder and writing oneself takes milliseconds: a guard so old has lost its owner. */
const GUARD: LockOptions = { realpath: false, stale: 5000, update: 2500 };
const GUARD_WAIT_MS = 25;
/** A guard is free after `stale` at the latest. */
const GUARD_TRIES = (2 * 5000) / GUARD_WAIT_MS;

/**
 * Takes the lock `file` for this process. The file names the processes that hold it; those that are
 * gone hold nothing, however they ended, so that a kill -9 blocks nobody. Looking for a holder and
 * writing oneself is one step for all processes (proper-lockfile guards it): of two that begin
 * together, one gets the lock. Throws LockHeldError, or a WriteError where no file can be written.
 */
export function takeLock(file: string): Lock {
  const holders = [markOf(process.pid)];
  const write = (): void => writeWhole(file, JSON.stringify(holders));
  makeFolder(path.dirname(file));
  guarded(file, () => {
    const others = holdersOf(file);
    if (others.length > 0) throw new LockHeldError(file, whoHolds(others));
    write();
  });
  return {
    share: (...pids) => {
      holders.splice(1, Infinity, ...pids.map(markOf));
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Whether a running process holds the lock `file`, this one included. */
export function isLocked(file: string): boolean {
  return holdersOf(file).length > 0;
}

function holdersOf(file: string): ProcessMark[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // None, or one whose owner never wrote into it.
    return [];
  }
  return Array.isArray(content)
    ? (content as (Partial<ProcessMark> | null)[])
        .map((mark) => ({ pid: mark?.pid ?? 0, started: mark?.started ?? null }))
        .filter(isRunning)
    : [];
}

function whoHolds(holders: readonly ProcessMark[]): string {
  const pids = holders.map(({ pid }) => pid);
  return pids.length > 1 ? `processes ${pids.join(" and ")} are` : `process ${pids[0]} is`;
}

function guarded(file: string, step: () => void): void {
  const release = takeGuard(file);
  try {
    step();
  } finally {
    release();
  }
}

function takeGuard(file: string): () => void {
  for (let tried = 1; ; tried++) {
    try {
      return lockSync(file, { ...GUARD, lockfilePath: `${file}.guard` });
    } catch (error) {
      const held = (error as NodeJS.ErrnoException).code === "ELOCKED";
      if (!held || tried >= GUARD_TRIES) throw asWriteError(`${file}.guard`, error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, GUARD_WAIT_MS);
    }
  }
}
