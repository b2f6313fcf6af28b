import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { checkPlan, type CampaignPlan, type Platform } from "../campaign/index.js";
import { CollectError } from "./collect-error.js";

/** What a run's phases asked for and what Artillery made of it, in one session. */
export interface RunRates {
  run: number;
  /** Arrivals: a pair is one. So are they in the rates. */
  requests: number;
  askedPerSecond: number;
  achievedPerSecond: number;
  /**
   * Achieved so much less than was asked that the rows of the run do not show the load the plan
   * names.
   */
  stretched: boolean;
}

/** One sitting of a collection: from its begin, or from a resume, to its end. */
export interface SessionRecord {
  began: string;
  ended: string | null;
  /** Rows written in it, and requests sent by Artillery's own count; null where it was killed. */
  rows: number | null;
  artillerySent: number | null;
  rates: RunRates[];
}

/** `collection.json`: what a folder of collected logs was collected from, and how far it is. */
export interface CollectionRecord {
  plan: CampaignPlan;
  seed: number;
  target: "local" | "aws";
  /** Null where the platforms are started anew in each session. */
  baseUrl: Record<Platform, string> | null;
  clockSpeed: number;
  planned: number;
  finished: boolean;
  sessions: SessionRecord[];
}

const RECORD = "collection.json";

/**
 * The record of a folder; null where there is none. Throws CollectError where it cannot be read.
 */
export function readRecord(folder: string): CollectionRecord | null {
  const file = path.join(folder, RECORD);
  if (!existsSync(file)) return null;
  try {
    const record = JSON.parse(readFileSync(file, "utf8")) as CollectionRecord;
    return { ...record, plan: checkPlan(record.plan, file) };
  } catch (error) {
    throw new CollectError(
      `${file} cannot be read: ${(error as Error).message}; it is the collection's own ` +
        "record and must stay as it was written",
    );
  }
}

/** Written whole or not at all, whenever the process dies. */
export function writeRecord(folder: string, record: CollectionRecord): void {
  const file = path.join(folder, RECORD);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}

/**
 * Throws CollectError where a folder holds something already: two campaigns in one folder would be
 * neither.
 */
export function mustBeEmpty(folder: string): void {
  const holds = existsSync(folder) ? readdirSync(folder) : [];
  if (holds.length === 0) return;
  if (holds.includes(RECORD))
    throw new CollectError(
      `${folder} holds a collection already: go on with it by --resume --out ${folder}, or ` +
        "name another folder",
    );
  throw new CollectError(`${folder} is not empty; name a folder of its own for the collection`);
}

/**
 * Folder for what a collection needs while it is under way; it holds no logs and goes with the last
 * request.
 */
export function workFolderOf(folder: string): string {
  return path.join(folder, ".collecting");
}

/** Claims a folder for this process, and tells who has it otherwise. Returns what gives it back. */
export function claim(folder: string): { note(artilleryPid: number): void; release(): void } {
  const lock = path.join(workFolderOf(folder), "lock.json");
  mkdirSync(workFolderOf(folder), { recursive: true });
  const alive = lastOwners(lock).filter(isAlive);
  if (alive.length > 0) {
    const who =
      alive.length > 1 ? `processes ${alive.join(" and ")} are` : `process ${alive[0]} is`;
    throw new CollectError(
      `${who} collecting into ${folder}; wait for it, or remove ${lock} if that is another program`,
    );
  }
  const note = (...pids: number[]): void => writeFileSync(lock, JSON.stringify(pids));
  note(process.pid);
  return {
    note: (artilleryPid) => note(process.pid, artilleryPid),
    release: () => rmSync(lock, { force: true }),
  };
}

function lastOwners(lock: string): number[] {
  try {
    const pids = JSON.parse(readFileSync(lock, "utf8")) as unknown;
    return Array.isArray(pids)
      ? pids.filter((pid): pid is number => Number.isInteger(pid) && pid > 0)
      : [];
  } catch {
    // None, or one whose writing was cut short: its owner is gone.
    return [];
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
